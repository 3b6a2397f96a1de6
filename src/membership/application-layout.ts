/** The page around each step of an application: the steps with what was said, the step, how it will look. */
import type { ApplicationStep } from '../core/member/application.ts'
import { type ChecklistLine, checklist } from '../core/member/checklist.ts'
import type { Application } from '../db/applications.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { logo } from '../web/ui/logo.ts'
import { shortTime } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'

export type StepPage = {
  readonly application: Application
  readonly step: ApplicationStep
  readonly main: Html
  readonly side?: Html | undefined
}

export function applicationLayout(frame: Frame, page: StepPage): string {
  const { t } = frame
  const { application, step, main, side } = page
  return workLayout(frame, {
    title: t(`application.${step}.title`),
    places: applicationPlaces(frame),
    sheets: ['application.css'],
    main: html`<div class="stepwise application">${stepList(frame, application, step)}
<div class="column"><h1>${t(`application.${step}.title`)}</h1><p class="lede">${t(`application.${step}.lede`)}</p>
${main}</div>${side && html`<aside class="side" aria-labelledby="looks-like">${side}</aside>`}</div>`,
  })
}

/** Where one is: the way back to the overview stands in every step. */
export function applicationPlaces({ t }: Frame, current = false) {
  return [{ title: t('application.title'), href: routes.application.href({}), current }]
}

export function linesOf(application: Application): readonly ChecklistLine[] {
  return checklist(application, application.steps, application.submittedAt !== null)
}

function stepList(frame: Frame, application: Application, current: ApplicationStep): Html {
  const { t, at, textOnly } = frame
  return html`<nav class="progress told" aria-label="${t('application.steps')}"><ol>
<li class="before"><span><span class="tick" aria-hidden="true">✓</span><span class="label">${t('application.mail')} ${textOnly && html`<br>`}<span class="hint">${t('application.mail.said')}</span></span></span></li>
${linesOf(application).map(({ step, state }, i) => {
  const said = saidIn(frame, application, step)
  const words = html`<span class="tick" aria-hidden="true">${state === 'done' ? '✓' : i + 2}</span><span class="label">${t(`application.step.${step}`)}${state === 'done' && html` <span class="unseen">${t('application.done')}</span>`}${said && html` ${textOnly && html`<br>`}<span class="hint">${said}</span>`}</span>`
  return html`<li class="${`is-${state}`}" aria-current="${step === current ? 'step' : undefined}">${step === current ? html`<span>${words}</span>` : html`<a href="${at(routes.applicationStep.href({ step }))}">${words}</a>`}</li>`
})}</ol></nav>`
}

/** What was said in a step, in a line; else why it is asked. */
export function saidIn(frame: Frame, application: Application, step: ApplicationStep): Html {
  const { t } = frame
  const { name, kind, logo: mark, logoAlt, siteUrl, withoutSite, steps } = application
  switch (step) {
    case 'who':
      return name === ''
        ? html`${t('application.why.who')}`
        : html`<bdi>${name}</bdi>${kind && html` · ${t(`kind.${kind}`)}`}`
    case 'mark':
      return mark === null || logoAlt === '' ? html`${t('application.why.mark')}` : html`<bdi>${logoAlt}</bdi>`
    case 'site':
      if (siteUrl !== null) return html`<bdi dir="ltr">${hostOf(siteUrl)}</bdi>`
      return html`${t(withoutSite ? 'application.site.without.said' : 'application.why.site')}`
    case 'shown':
      return html`${steps.includes('shown') ? shownWords(frame, application) : t('application.why.shown')}`
    case 'words':
      return html`${t(application.about === '' ? 'application.why.words' : 'application.words.said')}`
    case 'send':
      return html`${t(application.submittedAt === null ? 'application.why.send' : 'application.send.said')}`
  }
}

/** Whether country and place are shown, in a line. */
export function shownWords({ t }: Frame, { country, countryShown, place, placeShown }: Application): string {
  const shown = [
    ...(placeShown && place !== '' ? [place] : []),
    ...(countryShown && country !== null ? [t.countryName(country)] : []),
  ]
  return shown.length > 0 ? t('application.shown.said', { places: t.list(shown) }) : t('application.shown.none')
}

/** As the member's line will stand in lists, on both papers at once. */
export function lookSide(frame: Frame, application: Application): Html | undefined {
  const { t } = frame
  if (frame.textOnly) return undefined
  const name = application.name || t('application.nameless')
  const line = (below: string) =>
    html`${ownMark(frame, application)}<div><p class="lookname"><bdi>${name}</bdi></p><p class="small">${below}</p></div>`
  const kind = application.kind === null ? [] : [t(`kind.${application.kind}`)]
  return html`<h2 id="looks-like">${t('application.look')}</h2>
<div class="look onlight line">${line([...kind, shownWords(frame, application)].join(' · '))}</div>
<div class="look ondark line">${line(t('application.look.dark'))}</div>
<p class="soft">${t('application.look.shown')}</p>`
}

/** The mark as its maker sees it before anybody else does: from an address of their own. */
export function ownMark(frame: Frame, application: Application): Html | undefined {
  const { textOnly } = frame
  if (textOnly) return undefined
  const { id, name, logo: mark } = application
  if (mark === null) return logo(frame, { slug: id, name, logo: null })
  return html`<img class="logo" src="${pictureHref(mark)}" alt="" width="48" height="48">`
}

/** Another picture, another address: no browser shows the one before. */
export function pictureHref(mark: string): string {
  return `${routes.applicationPicture.href({})}?of=${mark.slice(0, 8)}`
}

/** When it was saved last; nothing before anything was said. */
export function savedLine(frame: Frame, { steps, changedAt }: Application): Html | undefined {
  if (steps.length === 0) return undefined
  return html`<span class="saved">${frame.t.rich('application.saved', { time: shortTime(frame, changedAt) })}</span>`
}

export function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') ?? url
}

/** The last step: how it would look, what is still missing, and the button. */
import type { Member } from '../core/member/member.ts'
import type { Application } from '../db/applications.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html, linkable } from '../web/html.ts'
import { unsent } from '../web/ui/field.ts'
import { applicationLayout, hostOf, linesOf, ownMark, savedLine } from './application-layout.ts'

export function sendPage(frame: Frame, application: Application, isRefused: boolean): string {
  const { t, at } = frame
  const lacking = linesOf(application).filter(({ state }) => state === 'missing')
  const { standing } = application
  return applicationLayout(frame, {
    application,
    step: 'send',
    main: html`${isRefused && lacking.length > 0 && unsent(t('application.send.lacks'))}
${lacking.length > 0 && html`<ul class="lacking">${lacking.map(({ step, lacks }) => html`<li><a href="${at(routes.applicationStep.href({ step }))}">${t(`application.step.${step}`)}</a> <span class="hint">${t.list(lacks.map((lack) => t(`application.lack.${lack}`)))}</span></li>`)}</ul>`}
<h2>${t('application.preview.page')}</h2>
<div class="preview">${head(frame, application)}</div>
<h2>${t('application.preview.list')}</h2>
<div class="preview look onlight">${listing(frame, application)}</div><div class="preview look ondark">${listing(frame, application)}</div>
<p class="soft after">${t('application.preview.who')}</p>
${
  standing !== 'draft'
    ? html`<p class="fixed">${t(standing === 'returned' ? 'application.send.returned' : 'application.send.sent')}</p><p><a href="${at(routes.application.href({}))}">${t('application.overview')}</a></p>`
    : html`<form method="post" action="${at(routes.applicationStepSent.href({ step: 'send' }))}"><div class="stepbuttons"><button name="do" value="next">${t('application.send.do')}</button><button class="second" name="do" value="back">${t('application.back')}</button>${savedLine(frame, application)}</div></form>`
}`,
  })
}

/** As the head of a member's page: only what was chosen to be shown. */
function head(frame: Frame, application: Application): Html {
  const { t } = frame
  const { about, siteUrl, languages } = application
  const site = linkable(siteUrl)
  const facts = [
    ...kindAndPlace(frame, application),
    ...(languages.length > 0
      ? [t('member.languages', { languages: t.list(languages.map((tag) => t.languageName(tag))) })]
      : []),
  ]
  return html`<div class="member">${ownMark(frame, application)}<div><p class="lookname large"><bdi>${nameOf(frame, application)}</bdi></p>
<p class="small">${facts.join(' · ')}</p>${about && html`<p class="about" dir="auto">${about}</p>`}
${site && html`<p class="small links"><a href="${site}" rel="noreferrer">${t('member.visit', { site: hostOf(site) })}</a></p>`}</div></div>`
}

function listing(frame: Frame, application: Application): Html {
  const { t } = frame
  return html`<div class="line">${ownMark(frame, application)}<div><p class="lookname"><bdi>${nameOf(frame, application)}</bdi></p><p class="small">${[...kindAndPlace(frame, application), t('members.none')].join(' · ')}</p></div></div>`
}

function nameOf({ t }: Frame, { name }: Application): string {
  return name || t('application.nameless')
}

function kindAndPlace({ t }: Frame, application: Application): string[] {
  const { kind, country, countryShown, place, placeShown } = application
  const shown: Member['country'] = countryShown ? country : null
  return [
    ...(kind ? [t(`kind.${kind}`)] : []),
    ...(placeShown && place !== '' ? [place] : []),
    ...(shown ? [t.countryName(shown)] : []),
  ]
}

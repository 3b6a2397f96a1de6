/** The overview of an application: where it stands in plain words, what is missing and why, what happens next. */
import { isOpen } from '../core/member/application.ts'
import { type ChecklistLine, nextStep } from '../core/member/checklist.ts'
import type { Application, LastDecision } from '../db/applications.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { areaField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import { applicationPlaces, linesOf, lookSide, saidIn, savedLine } from './application-layout.ts'
import { floodNote } from './flood-note.ts'

export const dones = ['sent', 'answered', 'withdrawn'] as const
export type Done = (typeof dones)[number]

export type Overview = {
  /** None while nothing was begun. */
  readonly application?: Application | undefined
  readonly decision?: LastDecision | undefined
  readonly done?: Done | undefined
  /** An answer that cannot be taken, as it was typed. */
  readonly answer?: { readonly given: string; readonly fault: string }
}

export function overviewPage(frame: Frame, view: Overview): string {
  const { t } = frame
  const { application, answer } = view
  return workLayout(frame, {
    title: t('application.title'),
    places: applicationPlaces(frame, true),
    sheets: ['application.css'],
    done: view.done && t(`application.done.${view.done}`),
    main: html`<div class="beside application"><div class="column"><h1>${t('application.title')}</h1>
${answer && unsent(t('form.unsent', { count: 1 }), [{ name: 'answer', label: t('application.answer'), fault: answer.fault }])}
${application ? whole(frame, view, application) : beginForm(frame, t('application.further'), t('application.begin'))}</div>
${application && isOpen(application.standing) && html`<aside class="side" aria-labelledby="looks-like">${lookSide(frame, application)}</aside>`}</div>`,
  })
}

function whole(frame: Frame, view: Overview, application: Application): Html {
  const { t } = frame
  const { standing } = application
  return html`<p class="standing ${standing}"><span class="mark">${t(`application.standing.${standing}`)}</span>${savedLine(frame, application)}</p>
<p class="lede">${t(`application.standing.${standing}.text`)}</p>
${application.path === 'flood' && isOpen(standing) && floodNote(frame)}
${memberLine(frame, application)}${words(frame, view, application)}${isOpen(standing) ? open(frame, application) : beginForm(frame, t('application.anew.text'), t('application.anew'))}`
}

/** Once approved it is a member, and this what its people begin with. */
function memberLine({ t, at, visitor }: Frame, application: Application): Html | undefined {
  const seat = visitor?.seats.find((seat) => seat.member === application.member)
  if (!seat) return undefined
  const member = seat.slug
  const links = [
    [routes.memberProfile.href({ member }), t('letter.approved.action')],
    [routes.memberProof.href({ member }), t('proof.title')],
    [routes.ownSources.href({ member }), t('own.title')],
    [routes.memberPeople.href({ member }), t('people.title')],
    [routes.desk.href({}), t('desk.title')],
    [routes.member.href({ slug: member }), t('application.member')],
  ] as const
  return html`<h2>${t('application.now')}</h2><ul class="points">${links.map(([href, words]) => html`<li><a href="${at(href)}">${words}</a></li>`)}</ul>`
}

/** What the moderators said: a question, with the place to answer it, or why. */
function words(frame: Frame, { decision, answer }: Overview, { standing }: Application): Html | undefined {
  const { t, at } = frame
  const isTold =
    (standing === 'returned' && decision?.kind === 'returned') ||
    (standing === 'refused' && decision?.kind === 'refused')
  if (!isTold || !decision) return undefined
  const said = decision.words !== '' && html`<blockquote class="said" dir="auto">${decision.words}</blockquote>`
  if (standing === 'refused')
    return html`${said}<p class="after"><a href="${at(routes.appeal.href({}))}">${t('letter.refused.action')}</a></p>`
  return html`${said}<form class="form" method="post" action="${at(routes.applicationAnswered.href({}))}">
${areaField(frame, { name: 'answer', label: t('application.answer'), hint: t('application.answer.hint'), value: answer?.given ?? '', fault: answer?.fault, rows: 5 })}
<p><button>${t('application.answer.do')}</button></p></form>`
}

function open(frame: Frame, application: Application): Html {
  const { t, at } = frame
  const lines = linesOf(application)
  const next = nextStep(lines)
  const isDraft = application.standing === 'draft'
  return html`<h2>${t('application.checklist')}</h2><ol class="checklist">${lines.map((line, i) => item(frame, application, line, i))}</ol>
${isDraft && html`<p><a class="go" href="${at(routes.applicationStep.href({ step: next }))}">${t(application.steps.length === 0 ? 'application.start' : 'application.go-on')}</a></p>`}
<h2>${t('application.then')}</h2><ul class="points"><li>${t('application.then.read')}</li><li>${t('application.then.told')}</li><li>${t('application.then.change')}</li><li><a href="${at(routes.applicationVouches.href({}))}">${t('join.vouches.title')}</a></li></ul>
<p class="offer"><a class="link" href="${at(routes.applicationProof.href({}))}">${t('proof.title')}</a> <span class="soft">${t('proof.offer')}</span></p>
${isDraft && html`<p class="soft">${t('application.kept')}</p>`}
<details class="withdraw"><summary>${t('application.withdraw')}</summary><form method="post" action="${at(routes.applicationWithdrawn.href({}))}"><p>${t('application.withdraw.text')}</p><p><button class="danger">${t('application.withdraw.do')}</button></p></form></details>`
}

function item(frame: Frame, application: Application, { step, state, lacks }: ChecklistLine, i: number): Html {
  const { t, at } = frame
  const told =
    state === 'missing'
      ? html`<b class="lack">${t('application.lacks', { things: t.list(lacks.map((lack) => t(`application.lack.${lack}`))) })}</b> · ${t(`application.why.${step}`)}`
      : saidIn(frame, application, step)
  return html`<li class="${`is-${state}`}"><span class="tick" aria-hidden="true">${state === 'done' ? '✓' : i + 1}</span><div><a href="${at(routes.applicationStep.href({ step }))}">${t(`application.step.${step}`)}</a>${state === 'done' && html` <span class="unseen">${t('application.done')}</span>`}<p class="hint">${told}</p></div></li>`
}

function beginForm({ at }: Frame, words: string, button: string): Html {
  return html`<p class="lede">${words}</p><form method="post" action="${at(routes.applicationBegun.href({}))}"><p><button>${button}</button></p></form>`
}

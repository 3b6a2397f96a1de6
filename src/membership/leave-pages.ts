/** Where a member's owners take everything along, and where they leave. */
import { isProved, seatOf, visitorOf } from '../core/account/visitor.ts'
import { Conflict } from '../core/errors.ts'
import { type LeavingStories, leavingDays, leavingStories, readLeavingStories } from '../core/member/leaving.ts'
import { readMemberName } from '../core/member/name.ts'
import type { Seat } from '../core/member/seat.ts'
import type { Db } from '../db/connection.ts'
import { findLeaving, type Leaving } from '../db/leavings.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { memberPlaces } from '../web/member-places.ts'
import type { Sent } from '../web/router.ts'
import { radioField } from '../web/ui/choice.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import { askToLeave, stay } from './leave.ts'
import type { Means } from './means.ts'
import { acting } from './seats-pages.ts'

type Asked = Context<Db>

const dones = ['asked', 'stayed'] as const

type Given = {
  readonly stories: string
  readonly pseudonym: string
  readonly faults: { readonly stories?: string; readonly pseudonym?: string; readonly sure?: string }
  readonly refusal?: string
}
const nothing: Given = { stories: '', pseudonym: '', faults: {} }

export async function memberLeave(context: Asked): Promise<Answer> {
  return proofNeeded(context) ?? privatePage(await pageOf(context, nothing))
}

export async function memberLeaveSent(context: Sent & Asked, means: Means): Promise<Answer> {
  const proof = proofNeeded(context)
  if (proof) return proof
  const { db, form } = context
  const { t } = frameOf(context)
  const seat = seatHere(context)
  const stories = readLeavingStories(form.get('stories') ?? '')
  const typed = (form.get('pseudonym') ?? '').slice(0, 300)
  const pseudonym = stories === 'pseudonym' ? readMemberName(typed) : ''
  const isOwnName = pseudonym !== undefined && pseudonym.toLowerCase() === seat.name.toLowerCase()
  const faults = {
    ...(stories ? {} : { stories: t('leaving.error.stories') }),
    ...(pseudonym === undefined || isOwnName ? { pseudonym: t('leaving.error.pseudonym') } : {}),
    ...(form.get('sure') === 'yes' ? {} : { sure: t('leaving.error.sure') }),
  }
  const given = { stories: stories ?? '', pseudonym: typed }
  if (!stories || pseudonym === undefined || Object.keys(faults).length > 0)
    return privatePage(await pageOf(context, { ...given, faults }), { status: 422 })
  const on = await acting(context, means)
  try {
    await db.transaction().execute((tx) => askToLeave(tx, on, seat, { stories, pseudonym }))
    return doneAt(context, seat, 'asked')
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return privatePage(await pageOf(context, { ...given, faults: {}, refusal: t('leaving.error.twice') }), {
      status: 409,
    })
  }
}

export async function memberLeaveTakenBack(context: Sent & Asked, means: Means): Promise<Answer> {
  const seat = seatHere(context)
  const on = await acting(context, means)
  if (await context.db.transaction().execute((tx) => stay(tx, on, seat))) return doneAt(context, seat, 'stayed')
  const refusal = frameOf(context).t('leaving.error.late')
  return privatePage(await pageOf(context, { ...nothing, refusal }), { status: 409 })
}

/** Who they are is asked again, unless they showed it just now. */
export function proofNeeded(context: Asked): Answer | undefined {
  const { at } = frameOf(context)
  if (isProved(visitorOf(context), context.now)) return undefined
  const back = at(routes.memberLeave.href({ member: seatHere(context).slug }))
  return redirect(at(withQuery(routes.signIn.href({}), { to: back })), 303)
}

function seatHere(context: Asked): Seat {
  return seatOf(context, context.params.member ?? '')
}

function doneAt(context: Asked, { slug }: Seat, done: (typeof dones)[number]): Answer {
  return redirect(frameOf(context).at(withQuery(routes.memberLeave.href({ member: slug }), { done })), 303)
}

async function pageOf(context: Asked, given: Given): Promise<string> {
  const frame = frameOf(context)
  const { t, at } = frame
  const seat = seatHere(context)
  const leaving = await findLeaving(context.db, seat.member)
  const { faults } = given
  const wrong = [
    ...(faults.stories ? [{ name: 'stories', label: t('leaving.stories'), fault: faults.stories }] : []),
    ...(faults.pseudonym ? [{ name: 'pseudonym', label: t('leaving.pseudonym'), fault: faults.pseudonym }] : []),
    ...(faults.sure ? [{ name: 'sure', label: t('leaving.sure'), fault: faults.sure }] : []),
  ]
  const title = t('leaving.title')
  const done = dones.find((one) => one === context.query.done)
  return workLayout(frame, {
    title,
    sheets: ['people.css'],
    places: memberPlaces(frame, seat, 'leave'),
    done: done && t(`leaving.done.${done}`),
    main: html`<div class="column"><p class="whose"><bdi>${seat.name}</bdi></p><h1>${title}</h1>
${given.refusal && unsent(given.refusal)}${wrong.length > 0 && unsent(t('form.unsent', { count: wrong.length }), wrong)}
<h2>${t('leaving.export')}</h2><p>${t('leaving.export.text')}</p><p><a class="button" href="${at(routes.memberExport.href({ member: seat.slug }))}">${t('leaving.export.do')}</a></p>
<h2>${t('leaving.leave')}</h2>${leaving ? waiting(frame, seat, leaving) : form(frame, seat, given)}</div>`,
  })
}

function waiting({ t, at }: Frame, { slug }: Seat, { dueAt, stories, pseudonym }: Leaving): Html {
  return html`<div class="warning"><p>${t('leaving.waits', { date: t.date(dueAt, 'moment') })}</p><p class="soft">${t(`leaving.stories.${stories}`)}${pseudonym && html` <bdi>${pseudonym}</bdi>`}</p>
<form method="post" action="${at(routes.memberLeaveTakenBack.href({ member: slug }))}"><button>${t('leaving.back')}</button></form></div>`
}

function form(frame: Frame, { slug }: Seat, { stories, pseudonym, faults }: Given): Html {
  const { t, at } = frame
  const choices = leavingStories.map((value: LeavingStories) => ({
    value,
    label: t(`leaving.stories.${value}`),
    hint: t(`leaving.stories.${value}.hint`),
  }))
  return html`<p>${t('leaving.lede', { count: leavingDays })}</p><ul class="points"><li>${t('leaving.point.profile')}</li><li>${t('leaving.point.people')}</li><li>${t('leaving.point.copies')}</li></ul>
<form class="form" method="post" action="${at(routes.memberLeaveSent.href({ member: slug }))}">
${radioField(frame, { name: 'stories', label: t('leaving.stories'), value: stories, choices, fault: faults.stories })}
${textField(frame, { name: 'pseudonym', label: t('leaving.pseudonym'), hint: t('leaving.pseudonym.hint'), value: pseudonym, isOptional: true, fault: faults.pseudonym })}
<p class="check more"><input type="checkbox" id="sure" name="sure" value="yes"><label for="sure">${t('leaving.sure')}</label></p>
<p><button class="danger">${t('leaving.do')}</button></p></form>`
}

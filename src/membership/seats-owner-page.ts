/** Where moderators give a member another owner, when its own cannot be reached. */
import { readMailAddress } from '../core/account/mail-address.ts'
import { actor, visitorOf } from '../core/account/visitor.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { findAccountByMail } from '../db/accounts.ts'
import type { Db } from '../db/connection.ts'
import { findMember } from '../db/members.ts'
import { findOwnerChange, type OwnerChange } from '../db/owner-changes.ts'
import { listSeats } from '../db/seats.ts'
import { mailKeyOf } from '../host/identity.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, frameOf, withQuery } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { areaField, textField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import type { Means } from './means.ts'
import type { Of } from './seats.ts'
import { askOwnerChange, readNewOwner, stopOwnerChange, waitingDays } from './seats-owner.ts'
import { acting } from './seats-pages.ts'

type Asked = Context<Db>

const dones = ['asked', 'withdrawn'] as const

type Given = {
  readonly mail: string
  readonly why: string
  readonly faults: { mail?: string; why?: string }
  readonly refusal?: string
}

export async function ownerChange(context: Asked, means: Means): Promise<Answer> {
  return privatePage(await pageOf(context, means, { mail: '', why: '', faults: {} }))
}

export async function ownerChangeSent(context: Sent & Asked, means: Means): Promise<Answer> {
  const { db, form, language } = context
  const frame = frameOf(context)
  const { t } = frame
  const of = await memberHere(context)
  const on = await acting(context, means)
  const doneAt = (done: (typeof dones)[number]) =>
    redirect(frame.at(withQuery(routes.ownerChange.href({ slug: of.slug }), { done })), 303)
  const given = {
    mail: (form.get('mail') ?? '').trim().slice(0, 300),
    why: (form.get('why') ?? '').trim().slice(0, 1_000),
  }
  const refuse = async (refusal: string) =>
    privatePage(await pageOf(context, means, { ...given, faults: {}, refusal }), { status: 409 })
  if (form.get('do') === 'withdraw') {
    const stopped = await db.transaction().execute((tx) => stopOwnerChange(tx, on, of, 'withdrawn'))
    return stopped ? doneAt('withdrawn') : await refuse(t('people.error.gone'))
  }
  const mail = readMailAddress(given.mail)
  const faults = {
    ...(mail ? {} : { mail: t('people.error.mail') }),
    ...(given.why ? {} : { why: t('owner.error.why') }),
  }
  if (!mail || given.why === '') return privatePage(await pageOf(context, means, { ...given, faults }), { status: 422 })
  const taker = await findAccountByMail(db, mailKeyOf(on.secret, mail))
  if (taker?.id === visitorOf(context).account) return await refuse(t('owner.error.own'))
  try {
    await db.transaction().execute((tx) => askOwnerChange(tx, on, of, { mail, why: given.why, language }))
    return doneAt('asked')
  } catch (error) {
    if (error instanceof Conflict) return await refuse(t('owner.error.waits'))
    throw error
  }
}

async function memberHere({ db, params }: Asked): Promise<Of> {
  const member = await findMember(db, params.slug ?? '')
  if (!member || member.leftAt) throw new NotFound('There is no such member.')
  return { member: member.id, slug: member.slug, name: member.name }
}

async function pageOf(context: Asked, means: Means, given: Given): Promise<string> {
  const { db, query } = context
  const frame = frameOf(context)
  const { t } = frame
  const of = await memberHere(context)
  const [waiting, seats] = await Promise.all([findOwnerChange(db, of.member), listSeats(db, of.member)])
  const owners = seats.filter(({ role }) => role === 'owner').length
  const done = dones.find((one) => one === query.done)
  const { mail, why } = given.faults
  const wrong = [
    ...(mail ? [{ name: 'mail', label: t('owner.mail'), fault: mail }] : []),
    ...(why ? [{ name: 'why', label: t('owner.why'), fault: why }] : []),
  ]
  return workLayout(frame, {
    title: t('owner.title'),
    sheets: ['people.css'],
    done: done && t(`owner.done.${done}`),
    main: html`<div class="column"><p class="whose"><bdi>${of.name}</bdi></p><h1>${t('owner.title')}</h1>
${given.refusal && unsent(given.refusal)}${wrong.length > 0 && unsent(t('form.unsent', { count: wrong.length }), wrong)}
<p class="lede">${t('owner.lede', { count: waitingDays })}</p><p>${t('owner.now', { count: owners })}</p>
${waiting ? waitingPart(context, of, waiting, readNewOwner(await means.secret(), waiting)) : newForm(context, of, given)}</div>`,
  })
}

function waitingPart(context: Asked, of: Of, { dueAt, askedBy, why }: OwnerChange, mail: string): Html {
  const { t, at } = frameOf(context)
  const isOwn = askedBy === actor(context)
  return html`<dl class="pairs"><dt>${t('owner.mail')}</dt><dd><bdi>${mail}</bdi></dd><dt>${t('owner.due')}</dt><dd>${t.date(dueAt, 'moment')}</dd><dt>${t('owner.why')}</dt><dd dir="auto">${why}</dd></dl>
<p class="hint">${t(isOwn ? 'owner.waits.own' : 'owner.waits')}</p>
<form method="post" action="${at(routes.ownerChangeSent.href({ slug: of.slug }))}"><button class="second" name="do" value="withdraw">${t('owner.withdraw')}</button></form>`
}

function newForm(context: Asked, of: Of, { mail, why, faults }: Given): Html {
  const frame = frameOf(context)
  const { t, at } = frame
  return html`<form class="form" method="post" action="${at(routes.ownerChangeSent.href({ slug: of.slug }))}">
${textField(frame, { name: 'mail', label: t('owner.mail'), hint: t('owner.mail.hint'), type: 'email', value: mail, fault: faults.mail })}
${areaField(frame, { name: 'why', label: t('owner.why'), hint: t('owner.why.hint'), value: why, rows: 4, fault: faults.why })}
<p><button>${t('owner.do')}</button></p></form>`
}

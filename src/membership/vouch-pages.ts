/** Where whoever applies names members that know them. */
import { visitorOf } from '../core/account/visitor.ts'
import type { MemberId } from '../core/id.ts'
import { findOpenApplication } from '../db/application-gate.ts'
import type { Db } from '../db/connection.ts'
import { listVouches, nameVouchers, type Vouch } from '../db/vouches.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { type Context, type Frame, frameOf, withQuery } from '../web/context.ts'
import { html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { textField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import { floodNote } from './flood-note.ts'
import { mostNamed, type Named, readNamed } from './vouch.ts'
import { askNamed } from './vouch-letters.ts'

type Asked = Context<Db>

export async function applicationVouches(context: Asked): Promise<Answer> {
  const { db, query } = context
  const frame = frameOf(context)
  const open = await findOpenApplication(db, visitorOf(context).account)
  if (!open) return privatePage(nothingPage(frame), { status: 404 })
  const vouches = await listVouches(db, open.id)
  const typed = vouches.filter(({ namedAt }) => namedAt).map(({ member }) => member.name)
  const done = query.done === 'saved' ? frame.t('join.vouches.saved') : undefined
  return privatePage(vouchesPage(frame, { typed, vouches, faults: new Map(), done, path: open.path }))
}

export async function applicationVouchesSent(context: Sent & Asked): Promise<Answer> {
  const { db, form, now } = context
  const frame = frameOf(context)
  const fields = Array.from({ length: mostNamed }, (_, i) => line(form.get(`member-${i + 1}`)))
  const typed = fields.filter(Boolean)
  const named = await readNamed(db, typed)
  const { account } = visitorOf(context)
  const open = await findOpenApplication(db, account)
  if (!open) return privatePage(nothingPage(frame), { status: 404 })
  const vouches = await listVouches(db, open.id)
  const faults = faultsOf(frame, fields, named)
  const members = new Set(named.flatMap((one): MemberId[] => ('member' in one ? [one.member.id] : [])))
  const asked = vouches.filter(({ member, namedAt, askedAt }) => namedAt && askedAt && !members.has(member.id))
  if (members.size > 0 && members.size + asked.length > mostNamed)
    faults.set(fields.findLastIndex(Boolean), frame.t('join.vouches.error.full'))
  if (faults.size > 0)
    return privatePage(vouchesPage(frame, { typed: fields, vouches, faults, path: open.path }), { status: 422 })
  await db.transaction().execute(async (tx) => {
    await nameVouchers(tx, open.id, [...members], now)
    if (open.standing !== 'draft') await askNamed(tx, open.id)
  })
  return redirect(frame.at(withQuery(routes.applicationVouches.href({}), { done: 'saved' })), 303)
}

function line(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)
}

/** By field, from 0. */
function faultsOf({ t }: Frame, fields: readonly string[], named: readonly Named[]): Map<number, string> {
  const faults = new Map<number, string>()
  for (const one of named) {
    if ('member' in one) continue
    const names = t.list(one.others)
    faults.set(
      fields.indexOf(one.typed),
      names ? t('join.vouches.error.several', { names }) : t('join.vouches.error.unknown'),
    )
  }
  return faults
}

type VouchesPage = {
  readonly path: string
  readonly typed: readonly string[]
  readonly vouches: readonly Vouch[]
  readonly faults: ReadonlyMap<number, string>
  readonly done?: string | undefined
}

function vouchesPage(frame: Frame, { typed, vouches, faults, done, path }: VouchesPage): string {
  const { t, at } = frame
  const label = (i: number) => t('join.vouches.member', { number: i + 1 })
  const told = [...faults].map(([i, fault]) => ({ name: `member-${i + 1}`, label: label(i), fault }))
  return workLayout(frame, {
    title: t('join.vouches.title'),
    done,
    main: html`<div class="beside"><div class="column"><h1>${t('join.vouches.title')}</h1><p class="lede">${t('join.vouches.lede')}</p>
${path === 'flood' && floodNote(frame)}
${told.length > 0 && unsent(t('join.vouches.unsent', { count: told.length }), told)}
<form class="form" method="post" action="${at(routes.applicationVouchesSent.href({}))}">
${Array.from({ length: mostNamed }, (_, i) =>
  textField(frame, {
    name: `member-${i + 1}`,
    label: label(i),
    hint: i === 0 ? t('join.vouches.hint') : undefined,
    value: typed[i] ?? '',
    isOptional: true,
    fault: faults.get(i),
  }),
)}
<p class="buttons"><button>${t('join.vouches.save')}</button> <a href="${at(routes.application.href({}))}">${t('join.vouches.back')}</a></p></form></div>
${
  vouches.length > 0 &&
  html`<aside class="side" aria-labelledby="said"><h2 id="said">${t('join.vouches.said')}</h2><ul class="rows">${vouches.map(
    // That somebody does not know them is for the moderators.
    ({ member, answer }) =>
      html`<li><bdi>${member.name}</bdi> <span class="soft">${t(answer === 'vouches' ? 'join.vouches.given' : 'join.vouches.asked')}</span></li>`,
  )}</ul></aside>`
}</div>`,
  })
}

function nothingPage(frame: Frame): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('join.vouches.title'),
    main: html`<div class="column"><h1>${t('join.vouches.title')}</h1><p class="lede">${t('join.vouches.none')}</p>
<p class="after"><a href="${at(routes.application.href({}))}">${t('join.vouches.back')}</a></p></div>`,
  })
}

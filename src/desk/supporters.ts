/** Supporters of a draft: asked by letter, asked again, taken off. */

import { actor } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { readId } from '../core/id.ts'
import type { Tx } from '../db/connection.ts'
import type { Draft } from '../db/drafts.ts'
import { lockSeats } from '../db/seats.ts'
import { countAsked, deleteSupporter, listSupporters, type Supporter, type SupporterId } from '../db/supporters.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { type Asking, addSupporter, askAgain } from './ask-supporters.ts'
import type { Asked, Given, Means } from './means.ts'
import { changeDraft, isOpen, ownDraft } from './own-draft.ts'
import { readSupporter } from './supporter-words.ts'
import { type SupportersView, supportersPage } from './supporters-page.ts'

/** Letters to outsiders by one member, in a day. */
const mostAsked = 60
const mostOfDraft = 200
const day = 86_400_000
const said = ['asked', 'again', 'removed', 'saved'] as const

export async function draftSupporters(context: Asked): Promise<Answer> {
  const { t, language } = frameOf(context)
  const done = said.find((one) => one === context.query.done)
  const words = done && (done === 'saved' ? t('desk.done.saved') : t(`desk.done.supporter.${done}`))
  return await page(context, { given: { ...empty, language }, faults: [], done: words })
}

export async function draftSupporterAsked(context: Given, means: Means): Promise<Answer> {
  const { form, db, now } = context
  const draft = await ownDraft(context)
  const there = await listSupporters(db, draft.id)
  const { given, words, faults } = readSupporter(form, there, frameOf(context).languages)
  if (!words) return await page(context, { given, faults }, 422)
  if (there.length >= mostOfDraft) return await page(context, { given, faults, refusal: 'many' }, 422)
  const on = await asking(context, means)
  const isAsked = await changeDraft(context, draft, async (tx, held) => {
    if (!(await mayAsk(tx, held, now))) return { answer: false }
    await addSupporter(tx, held, words, on)
    return { answer: true }
  })
  return isAsked ? onward(context, 'asked') : await page(context, { given, faults, refusal: 'often' }, 429)
}

export async function draftSupporterSent(context: Given, means: Means): Promise<Answer> {
  const { form, params, db } = context
  const draft = await ownDraft(context)
  const id = readId<SupporterId>(params.id ?? '')
  const supporter = (await listSupporters(db, draft.id)).find((one) => one.id === id)
  if (!supporter) throw new NotFound('There is no such supporter.')
  const again = form.get('do') === 'again'
  const on = await asking(context, means)
  const isDone = await changeDraft(context, draft, async (tx, held) => {
    if (!again) return { answer: await deleteSupporter(tx, supporter.id, held.id) }
    const now = (await listSupporters(tx, held.id)).find(({ id }) => id === supporter.id)
    if (!now || wasJustAsked(now, on.now) || !(await mayAsk(tx, held, on.now))) return { answer: false }
    return { answer: await askAgain(tx, held, now, on) }
  })
  if (again && !isDone) return await page(context, { given: empty, faults: [], refusal: 'often' }, 429)
  return onward(context, again ? 'again' : 'removed')
}

/** Whoever has a letter of today is not written to once more; nor at once who said no. */
function wasJustAsked({ askedAt, answer }: Supporter, now: Date): boolean {
  return askedAt.getTime() > now.getTime() - day && answer !== 'confirmed'
}

/** Of two who ask at once each sees the other's letters. */
async function mayAsk(tx: Tx, { member, memberSlug }: Draft, now: Date): Promise<boolean> {
  await lockSeats(tx, member)
  return (await countAsked(tx, memberSlug, new Date(now.getTime() - day))) < mostAsked
}

const empty = { name: '', url: '', mail: '', language: '' }

export async function asking(context: Asked, means: Means): Promise<Asking> {
  const { network, url, now } = context
  return { secret: await means.secret(), network, url, now, by: actor(context) }
}

type Shown = Pick<SupportersView, 'given' | 'faults' | 'refusal' | 'done'>

async function page(context: Asked, shown: Shown, status = 200): Promise<Answer> {
  const draft = await ownDraft(context)
  const supporters = await listSupporters(context.db, draft.id)
  const frame = frameOf(context)
  const given = { ...shown.given, language: shown.given.language || frame.language }
  return privatePage(supportersPage(frame, { ...shown, given, draft, supporters, isOpen: isOpen(draft) }), { status })
}

function onward(context: Asked, done: 'asked' | 'again' | 'removed'): Answer {
  const { member = '', draft = '' } = context.params
  return redirect(frameOf(context).at(withQuery(routes.draftSupporters.href({ member, draft }), { done })), 303)
}

/** Supporters of a draft: asked by letter, asked again, taken off. */

import { seatOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { readId } from '../core/id.ts'
import { countAsked, deleteSupporter, listSupporters, type SupporterId } from '../db/supporters.ts'
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
  const { member } = seatOf(context, draft.memberSlug)
  if ((await countAsked(db, member, new Date(now.getTime() - day))) >= mostAsked)
    return await page(context, { given, faults, refusal: 'often' }, 429)
  const on = await asking(context, means)
  await changeDraft(context, draft, async (tx, held) => {
    await addSupporter(tx, held, words, on)
    return { answer: undefined }
  })
  return onward(context, 'asked')
}

export async function draftSupporterSent(context: Given, means: Means): Promise<Answer> {
  const { form, params, db, now } = context
  const draft = await ownDraft(context)
  const id = readId<SupporterId>(params.id ?? '')
  const supporter = (await listSupporters(db, draft.id)).find((one) => one.id === id)
  if (!supporter) throw new NotFound('There is no such supporter.')
  const again = form.get('do') === 'again'
  // Whoever has a letter of today is not written to once more.
  if (again && supporter.askedAt.getTime() > now.getTime() - day && supporter.answer === null)
    return await page(context, { given: empty, faults: [], refusal: 'often' }, 429)
  const on = await asking(context, means)
  await changeDraft(context, draft, async (tx, held) => {
    if (again) await askAgain(tx, held, supporter, on)
    else await deleteSupporter(tx, supporter.id, held.id)
    return { answer: undefined }
  })
  return onward(context, again ? 'again' : 'removed')
}

const empty = { name: '', url: '', mail: '', language: '' }

export async function asking({ network, url, now }: Asked, means: Means): Promise<Asking> {
  return { secret: await means.secret(), network, url, now }
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

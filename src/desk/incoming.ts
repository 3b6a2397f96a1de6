/** What members have sent in, before the network's editors: published for the member, or returned with words. */
import { actor } from '../core/account/visitor.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { readId } from '../core/id.ts'
import { noFields } from '../core/story/draft-fields.ts'
import { type Draft, type DraftId, findAnyDraft, listSubmitted, returnDraft } from '../db/drafts.ts'
import { recordAct } from '../db/rights.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { accountsIn } from '../web/ui/author.ts'
import { previewOf } from './check.ts'
import { type Deciding, incomingDraftPage, incomingPage } from './incoming-page.ts'
import { draftHref, type Sending, tellAuthor } from './letters.ts'
import type { Asked, Given, Means } from './means.ts'
import type { Desk } from './publish.ts'
import { holdSent, publishDraft } from './publish-draft.ts'
import { stateOf } from './state.ts'

const mostShown = 200
const longestWords = 4_000

export async function incoming(context: Asked): Promise<Answer> {
  const { db, query } = context
  const frame = frameOf(context)
  const done = { published: frame.t('incoming.done.published'), returned: frame.t('incoming.done.returned') }[
    query.done ?? ''
  ]
  return privatePage(incomingPage(frame, await listSubmitted(db, { limit: mostShown }), done))
}

export async function incomingDraft(context: Asked, means: Means): Promise<Answer> {
  return await page(context, means, await submitted(context), { given: nothing })
}

export async function incomingDecided(context: Given, means: Means): Promise<Answer> {
  const { form, db, now, url, network } = context
  const draft = await submitted(context)
  const words = (form.get('words') ?? '').replace(/\r\n?/g, '\n').trim().slice(0, longestWords)
  const given = { words, again: form.has('again') }
  const isReturned = form.get('do') === 'return'
  const again = (fault: Deciding['fault'], status: number, of: Draft = draft) =>
    page(context, means, of, { given, fault }, status)
  if (draft.standing !== 'sent' || String(draft.version) !== form.get('version')) return await again('decided', 409)
  if (isReturned && words === '') return await again('words', 422)
  const state = await stateOf(db, draft, context)
  if (!isReturned && state.twice && !given.again) return await again('again', 422)
  const sending: Sending = { secret: await means.secret(), network, url }
  const by = actor(context)
  try {
    if (isReturned) await returned(context, draft, sending, words)
    else {
      const desk: Desk = { db, media: means.media, now, by, url }
      await publishDraft(desk, draft, sending, given)
    }
  } catch (error) {
    // Somebody else was first: what they decided stands, and is shown.
    if (error instanceof Conflict) return await again('decided', 409, await submitted(context))
    throw error
  }
  const done = isReturned ? 'returned' : 'published'
  return redirect(frameOf(context).at(withQuery(routes.incoming.href({}), { done })), 303)
}

async function returned(context: Given, draft: Draft, sending: Sending, words: string): Promise<void> {
  const { db, now } = context
  const by = actor(context)
  await db.transaction().execute(async (tx) => {
    await holdSent(tx, draft, undefined, now)
    await returnDraft(tx, draft.id, { decidedAt: now, decidedBy: by, words })
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'return draft', about: draft.memberSlug, why: words })
    await tellAuthor(tx, draft, sending, { what: 'returned', words, href: draftHref(draft) })
  })
}

const nothing = { words: '', again: false }

/** Editors see what was sent in, and what they decided about it; never what is still being written. */
async function submitted({ db, params }: Asked): Promise<Draft> {
  const id = readId<DraftId>(params.draft ?? '')
  const draft = id && (await findAnyDraft(db, id))
  if (!draft?.sentAt) throw new NotFound('There is no such draft.')
  return draft
}

async function page(
  context: Asked,
  means: Means,
  draft: Draft,
  more: Pick<Deciding, 'given' | 'fault'>,
  status = 200,
): Promise<Answer> {
  const isSent = draft.standing === 'sent'
  // What was taken back or returned is its writers' own again.
  const state = await stateOf(
    context.db,
    isSent ? draft : { ...draft, fields: { ...noFields, headline: draft.fields.headline } },
    context,
  )
  const names = await means.names(
    accountsIn([draft.sentBy ?? '', ...state.decisions.map(({ decidedBy }) => decidedBy)]),
  )
  const preview = isSent ? previewOf(context, means, state) : undefined
  return privatePage(incomingDraftPage(frameOf(context), { ...more, state, names, preview }), { status })
}

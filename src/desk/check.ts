/** The last page of a draft: looked at as readers would see it, sent in, taken back, thrown away. */
import { actor, seatOf } from '../core/account/visitor.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { mayAs } from '../core/member/seat.ts'
import { deleteDraft, lockDraft, setDraftStanding } from '../db/drafts.ts'
import { addTasks } from '../db/tasks.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import type { Html } from '../web/html.ts'
import { askAgain } from './ask-supporters.ts'
import { type CheckView, checkPage } from './check-page.ts'
import { dropPage } from './drop-page.ts'
import type { Asked, Given, Means } from './means.ts'
import { changeDraft, isOpen, ownDraft } from './own-draft.ts'
import { storyOf } from './previewed.ts'
import { type DraftState, stateOf } from './state.ts'
import { asking } from './supporters.ts'

export async function draftCheck(context: Asked, means: Means): Promise<Answer> {
  const { t } = frameOf(context)
  const draft = await ownDraft(context)
  const done = { sent: t('desk.done.sent'), back: t('desk.done.back'), saved: t('desk.done.saved') }[
    context.query.done ?? ''
  ]
  return await page(context, means, await stateOf(context.db, draft, context), { done })
}

export async function draftSent(context: Given, means: Means): Promise<Answer> {
  const { form, db, now } = context
  const draft = await ownDraft(context)
  if (form.get('do') === 'back') return await takenBack(context)
  const state = await stateOf(db, draft, context)
  if (state.faults.length > 0 || !isOpen(draft)) return await page(context, means, state, { isUnsent: true }, 422)
  const on = await asking(context, means)
  await changeDraft(context, draft, async (tx, held) => {
    if (held.version !== draft.version) throw new Conflict('Somebody has changed this draft meanwhile: read it again.')
    // Who said yes to another text is asked about this one.
    for (const supporter of state.supporters)
      if (supporter.support === 'changed') await askAgain(tx, held, supporter, on)
    await setDraftStanding(tx, held.id, { standing: 'sent', at: now, by: actor(context) })
    return { answer: undefined }
  })
  return back(context, 'sent')
}

async function takenBack(context: Given): Promise<Answer> {
  const { db, now } = context
  const { id } = await ownDraft(context)
  await db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, id)
    if (draft?.standing !== 'sent') throw new Conflict('This draft is not with the editors any more.')
    await setDraftStanding(tx, id, { standing: 'open', at: now, by: actor(context) })
  })
  return back(context, 'back')
}

export async function draftDrop(context: Asked): Promise<Answer> {
  return privatePage(dropPage(frameOf(context), await ownDraft(context)))
}

/** Throws Conflict while editors have it: their people take it back first. */
export async function draftDropped(context: Given): Promise<Answer> {
  const { db } = context
  const { id } = await ownDraft(context)
  await db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, id)
    if (!draft) throw new NotFound('There is no such draft.')
    if (!isOpen(draft)) throw new Conflict('This draft was sent in: take it back first.')
    const hashes = await deleteDraft(tx, id)
    if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
  })
  return redirect(frameOf(context).at(withQuery(routes.desk.href({}), { done: 'dropped' })), 303)
}

function back(context: Asked, done: 'sent' | 'back'): Answer {
  const { member = '', draft = '' } = context.params
  return redirect(frameOf(context).at(withQuery(routes.draftCheck.href({ member, draft }), { done })), 303)
}

async function page(
  context: Asked,
  means: Means,
  state: DraftState,
  more: Pick<CheckView, 'isUnsent' | 'done'>,
  status = 200,
): Promise<Answer> {
  const maySend = mayAs(seatOf(context, state.draft.memberSlug).role, 'editor')
  const preview = previewOf(context, means, state)
  return privatePage(checkPage(frameOf(context), { ...more, state, preview, maySend }), { status })
}

/** As readers would see it; undefined while something is amiss. */
export function previewOf(context: Asked, means: Means, { draft, read, member }: DraftState): Html | undefined {
  return read && means.preview(frameOf(context), storyOf(draft, read, member, context.network, context.now))
}

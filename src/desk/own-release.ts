/** A release of one's own that is out: a correction of it is begun here, and it is withdrawn here. */
import { actor, seatOf, visitorOf } from '../core/account/visitor.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { readId, type StoryId } from '../core/id.ts'
import { mayAs } from '../core/member/seat.ts'
import type { Signed } from '../core/story/draft-fields.ts'
import { noFields } from '../core/story/draft-fields.ts'
import { deleteOpenDraftsOf, findFirstAuthor, insertDraft, listDraftsOf } from '../db/drafts.ts'
import { findLine, type ReleaseLine, readFacts, readHistory, readText } from '../db/releases.ts'
import type { VersionText } from '../db/stories.ts'
import { carrySupporters } from '../db/supporters.ts'
import { addTasks } from '../db/tasks.ts'
import { listTopics } from '../db/topics.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { withdraw as withdrawStory } from '../wire/recall.ts'
import { authorIdOf } from './byline.ts'
import { stepHref } from './draft-layout.ts'
import { fieldsOf } from './from-story.ts'
import type { Asked, Given, Means } from './means.ts'
import { corrections, type OwnRelease, ownReleasePage, standing, withdrawPage } from './own-release-page.ts'
import { asPublished } from './supporting-of.ts'

export async function ownRelease(context: Asked): Promise<Answer> {
  const { t } = frameOf(context)
  const done = context.query.done === 'withdrawn' ? t('desk.done.withdrawn') : undefined
  return await page(context, await own(context), { done })
}

/** A draft that begins from what is published now. */
export async function correctionBegun(context: Given, means: Means): Promise<Answer> {
  const { db, form, now, language } = context
  const release = await own(context)
  const kind = corrections.find((one) => one === form.get('kind'))
  if (!kind) return await page(context, release, { fault: true }, 422)
  const state = standing(release)
  if (state !== 'published' && state !== 'held' && state !== 'expired')
    throw new Conflict('This release was taken back: nothing of it is left to change.')
  const { member, name: about } = seatOf(context, release.member)
  const { account } = visitorOf(context)
  const [text, facts, topics] = await Promise.all([readText(db, release.id), readFacts(db, release.id), listTopics(db)])
  const signed = await signedAs(context, means, release, text)
  const fields = kind === 'note' ? noFields : fieldsOf(text, facts, { topics, signed, about })
  const correction = { story: release.id, kind, fromVersion: release.version }
  const id = await db.transaction().execute(async (tx) => {
    const id = await insertDraft(
      tx,
      { member, begunBy: account, fields: { ...fields, headline: text.headline }, correction },
      now,
    )
    await carrySupporters(tx, id, text.backMatter?.supporters ?? [], { at: now, language, digest: asPublished })
    return id
  })
  return redirect(frameOf(context).at(stepHref({ id, memberSlug: release.member }, 'words')), 303)
}

/** How its byline was meant: under the author's own name where the number is that of their name. */
async function signedAs(context: Asked, means: Means, release: ReleaseLine, text: VersionText): Promise<Signed> {
  if (text.byline === '') return 'member'
  const author = await findFirstAuthor(context.db, release.id)
  if (!author || !text.authorId) return text.authorId ? 'pseudonym' : 'name'
  const named = authorIdOf(await means.secret(), { ...author, signed: 'name' })
  return named === text.authorId ? 'name' : 'pseudonym'
}

export async function withdraw(context: Asked): Promise<Answer> {
  return privatePage(withdrawPage(frameOf(context), await own(context), { why: '' }))
}

/** At once, by the member's own word: it is theirs. */
export async function withdrawn(context: Given): Promise<Answer> {
  const { db, form, now, network } = context
  const release = await own(context)
  const why = (form.get('why') ?? '').replace(/\s+/g, ' ').trim().slice(0, 2_000)
  if (why === '') return privatePage(withdrawPage(frameOf(context), release, { why, fault: true }), { status: 422 })
  await db.transaction().execute(async (tx) => {
    const hashes = await deleteOpenDraftsOf(tx, release.id)
    if (hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes } }])
    await withdrawStory(tx, { now, by: actor(context), timeZone: network.timeZone }, release.id, why)
  })
  const here = routes.ownRelease.href({ member: release.member, story: release.id })
  return redirect(frameOf(context).at(withQuery(here, { done: 'withdrawn' })), 303)
}

/** A release the member of the address has written here: none that came from a source, and no other member's. */
async function own(context: Asked): Promise<ReleaseLine> {
  const { params, db } = context
  const { slug } = seatOf(context, params.member ?? '')
  const id = readId<StoryId>(params.story ?? '')
  const release = id && (await findLine(db, id))
  if (!release || release.sourceId !== null || release.member !== slug) throw new NotFound('There is no such release.')
  return release
}

async function page(
  context: Asked,
  release: ReleaseLine,
  more: Pick<OwnRelease, 'done' | 'fault'>,
  status = 200,
): Promise<Answer> {
  const { db } = context
  const [{ versions }, drafts] = await Promise.all([readHistory(db, release.id), listDraftsOf(db, release.id)])
  const { role, isSuspended } = seatOf(context, release.member)
  const view = { ...more, release, versions, drafts, mayWithdraw: mayAs(role, 'editor'), isSuspended }
  return privatePage(ownReleasePage(frameOf(context), view), { status })
}

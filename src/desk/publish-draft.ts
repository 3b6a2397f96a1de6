/** Publishes a draft that was sent in: by the actions that publish and correct releases from files. */
import { Conflict } from '../core/errors.ts'
import type { StoryId } from '../core/id.ts'
import type { Supporter as Named } from '../core/story/back-matter.ts'
import type { Tx } from '../db/connection.ts'
import { type Draft, endDraft, isBarred, lockDraft } from '../db/drafts.ts'
import { readText } from '../db/releases.ts'
import { recordAct } from '../db/rights.ts'
import { listSupporters } from '../db/supporters.ts'
import { routes } from '../routes.ts'
import { authorIdOf } from './byline.ts'
import { handedOf } from './check-draft.ts'
import { correctRelease } from './correct.ts'
import { type Sending, tellAuthor } from './letters.ts'
import { type Desk, publishRelease } from './publish.ts'
import { confirmedIn } from './supporting-of.ts'

/**
 * `draft` as it was read by whoever decides. Throws Conflict when it was changed, returned or published since, or when a
 * supporter has answered meanwhile; Invalid with every mistake.
 */
export async function publishDraft(
  desk: Desk,
  draft: Draft,
  sending: Sending,
  { again, words }: { readonly again: boolean; readonly words: string },
): Promise<void> {
  const { now, by } = desk
  const named = confirmedIn(await listSupporters(desk.db, draft.id), draft.fields, now)
  const claim = async (tx: Tx) => {
    await holdSent(tx, draft, named, now)
    if (await isBarred(tx, draft.member)) throw new Conflict('This member is suspended, or has left.')
  }
  const settle = async (tx: Tx, story: StoryId) => {
    await endDraft(tx, draft.id, story, { decidedAt: now, decidedBy: by, words })
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'publish draft', about: draft.memberSlug, why: words })
    const href = routes.ownRelease.href({ member: draft.memberSlug, story })
    await tellAuthor(tx, draft, sending, { what: 'published', words, href })
  }
  const handed = handedOf(desk.db, draft.fields, named)
  const { kind, story } = draft
  if (kind === 'first' || !story) {
    const authorId = newAuthor(draft, sending.secret)
    await publishRelease(desk, draft.memberSlug, handed, { again, authorId, claim, settle })
    return
  }
  const { note, signed, byline } = draft.fields
  const before = await readText(desk.db, story)
  const isSame = byline === before.byline || (signed === 'member' && before.byline === '')
  await correctRelease(desk, story, kind === 'note' ? undefined : handed, {
    ...{ kind, note, claim, settle: (tx) => settle(tx, story) },
    ...(isSame ? {} : { authorId: newAuthor(draft, sending.secret) }),
  })
}

function newAuthor({ id, member, begunBy, fields }: Draft, secret: string): string | null {
  return begunBy === null ? null : authorIdOf(secret, { account: begunBy, member, draft: id, signed: fields.signed })
}

/** Whoever decides at the same time waits here, and finds it decided. */
export async function holdSent(tx: Tx, draft: Draft, named: readonly Named[] | undefined, now: Date): Promise<void> {
  const held = await lockDraft(tx, draft.id)
  if (held?.standing !== 'sent' || held.version !== draft.version)
    throw new Conflict('Somebody else has decided about this draft, or it was taken back.')
  if (
    named &&
    JSON.stringify(confirmedIn(await listSupporters(tx, draft.id), held.fields, now)) !== JSON.stringify(named)
  )
    throw new Conflict('A supporter has answered this moment: look again.')
}

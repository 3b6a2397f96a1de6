/**
 * Changes a release that is public: a new version with a word to readers on what it is. Its address, its id and the
 * moment it was first published stay, and nobody is told of it as of something new.
 */
import { Conflict, Invalid, NotFound } from '../core/errors.ts'
import type { StoryId } from '../core/id.ts'
import { dayIn } from '../core/story/address.ts'
import type { VersionKind } from '../core/story/story.ts'
import type { Tx } from '../db/connection.ts'
import { insertMedia } from '../db/media.ts'
import { findMember } from '../db/members.ts'
import { readNetwork } from '../db/network.ts'
import { findLine, type ReleaseLine, readFacts, readText, type StoryFacts } from '../db/releases.ts'
import { lockSubjects, type VersionText } from '../db/stories.ts'
import { keepTopics } from '../db/topics.ts'
import { storyHref } from '../routes.ts'
import { digestOf } from '../wire/digest.ts'
import type { WireContext } from '../wire/publish.ts'
import { revise } from '../wire/revise.ts'
import { factsOf, textOf } from './draft.ts'
import { type Desk, keepPictures, keepTranslation } from './publish.ts'
import { type Handed, type Read, readRelease } from './read-release.ts'

export type Correction = {
  readonly kind: Exclude<VersionKind, 'first'>
  /** What readers are told: what was wrong, what is new, what is in doubt. */
  readonly note: string
  /** Whose words it is; as it was when absent. */
  readonly authorId?: string | null
  /** What has to hold, and to be held, in the same transaction before anything is written. */
  claim?(tx: Tx): Promise<void>
  /** What is written beside it. */
  settle?(tx: Tx): Promise<void>
}

export type Corrected = { readonly id: StoryId; readonly version: number; readonly url: string }

const longestNote = 2000

/**
 * Adds a version. Without a file the text stays, which only an editor's note may leave; with one the text is the file's,
 * which an editor's note may not change. Throws Invalid with every mistake of the file, NotFound, or Conflict where the
 * story cannot be changed so.
 */
export async function correctRelease(
  desk: Desk,
  id: StoryId,
  handed: Handed | undefined,
  correction: Correction,
): Promise<Corrected> {
  const note = correction.note.replace(/\s+/g, ' ').trim()
  if (!note) throw new Invalid('Readers must be told what has changed: say it in a note.')
  if (note.length > longestNote) throw new Invalid(`The note is longer than ${longestNote} characters.`)
  if (!handed && correction.kind !== 'note')
    throw new Invalid(`A ${correction.kind} changes the text: hand in the file as it should read now.`)
  const story = await findLine(desk.db, id)
  if (!story) throw new NotFound('There is no story with this id.')
  if (handed && story.sourceId !== null)
    throw new Conflict(
      'This story came from a source, whose next visit would bring the old text back: have it put right there. An editor’s note can be added here.',
    )
  const { timeZone } = await readNetwork(desk.db)
  const context: WireContext = { now: desk.now, by: desk.by, timeZone }
  const next = handed ? await readNext(desk, story, handed, timeZone, correction.authorId) : undefined
  if (next) await keepPictures(desk, next.read)
  const version = await desk.db.transaction().execute(async (tx) => {
    await correction.claim?.(tx)
    const subject = (await lockSubjects(tx, [id])).get(id)
    if (!subject) throw new NotFound('There is no story with this id.')
    if (subject.withdrawal)
      throw new Conflict(
        `This story was ${subject.withdrawal === 'kill' ? 'killed' : 'withdrawn'}: nothing of it is left to change.`,
      )
    const differs =
      next !== undefined &&
      (digestOf(next.text) !== subject.digest ||
        !same(next, { text: await readText(tx, id), facts: await readFacts(tx, id) }))
    if (next && differs && correction.kind === 'note')
      throw new Conflict(
        'The file says something else than the story, and an editor’s note changes no text: make it a correction, a clarification or an update.',
      )
    if (next && !differs && correction.kind !== 'note')
      throw new Conflict(`The file says what version ${subject.version} says already: there is nothing to change.`)
    for (const { data: _, ...media } of next?.read.media ?? []) await insertMedia(tx, media, desk.now)
    await keepTopics(tx, next?.read.topics ?? [])
    const text = next?.text ?? (await readText(tx, id))
    await correction.settle?.(tx)
    if (next) await keepTranslation(tx, context, id, next.read)
    await revise(tx, context, [{ id, kind: correction.kind, note, text, ...(next ? { facts: next.facts } : {}) }])
    return subject.version + 1
  })
  return { id, version, url: desk.url + storyHref(story) }
}

type Next = { readonly read: Read; readonly text: VersionText; readonly facts: StoryFacts }

/** What the file does not say is as it was. */
async function readNext(
  desk: Desk,
  story: ReleaseLine,
  handed: Handed,
  timeZone: string,
  authorId: string | null | undefined,
): Promise<Next> {
  const [member, before] = await Promise.all([findMember(desk.db, story.member), readText(desk.db, story.id)])
  const read = await readRelease(desk.db, handed, {
    member: story.member,
    today: dayIn(timeZone, desk.now),
    now: desk.now,
    mayBeOver: true,
  })
  const text = textOf(read, {
    dated: before.backMatter?.dated ?? dayIn(timeZone, story.publishedAt),
    about: member?.name ?? '',
    language: before.language,
    authorId: authorId === undefined ? (before.authorId ?? null) : authorId,
  })
  return { read, text, facts: factsOf(read) }
}

/** Whether nothing differs that a version or its story keeps, what readers do not see included. */
function same(next: Omit<Next, 'read'>, now: Omit<Next, 'read'>): boolean {
  return told(next) === told(now)
}

function told({ text, facts }: Omit<Next, 'read'>): string {
  const { keywords, urgency, edNote, slugline } = text
  const { genre, sponsored, licence, licenceUrl, usageTerms, topics, places, expiresAt } = facts
  return JSON.stringify([
    [keywords, urgency, edNote, slugline],
    [genre, sponsored, licence, licenceUrl, usageTerms, topics, places, expiresAt],
  ])
}

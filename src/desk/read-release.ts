/** A release's file with all it names: its pictures are prepared, its topics known; or every mistake is told at once. */
import { Invalid } from '../core/errors.ts'
import type { Fields } from '../core/formats/release-fields.ts'
import { expiryOf, type ReleaseFile, readReleaseFile } from '../core/formats/release-file.ts'
import type { StoryId } from '../core/id.ts'
import { type Mistake, toldMistakes } from '../core/mistakes.ts'
import { nearest } from '../core/nearest.ts'
import { slugOf } from '../core/story/address.ts'
import type { Picture } from '../core/story/story.ts'
import { storyNamed } from '../core/story/story-name.ts'
import { knownTopics } from '../core/story/topics.ts'
import type { Db } from '../db/connection.ts'
import type { Media } from '../db/media.ts'
import { findStoryAt } from '../db/publications.ts'
import { findLine } from '../db/releases.ts'
import { listTopics, type NamedTopic } from '../db/topics.ts'
import { preparePicture } from '../net/images.ts'
import { hashOf } from '../net/media-store.ts'
import { routes } from '../routes.ts'

/**
 * A file as somebody hands it in. `picture` reads a file beside it, or answers what is known of one that was prepared and
 * kept before; undefined when there is none.
 */
export type Handed = {
  readonly name: string
  readonly bytes: Uint8Array
  picture(file: string): Promise<Uint8Array | Media | undefined>
}

export type Read = Omit<ReleaseFile, 'topics' | 'pictures' | 'translationOf'> & {
  /** A story of the same member. */
  readonly translationOf: StoryId | undefined
  readonly topics: readonly NamedTopic[]
  readonly pictures: readonly Picture[]
  /** The bytes of the pictures, to be put into the media store. */
  readonly media: readonly (Media & { readonly data: Uint8Array })[]
}

/** Throws Invalid with every mistake, each with its line. `today` is the day in the network's time zone;
 * an event that is over is a mistake unless it `mayBeOver`. */
export async function readRelease(db: Db, handed: Handed, at: ReadAt): Promise<Read> {
  const { read, mistakes } = await checkRelease(db, handed, at)
  if (!read) throw toldMistakes(handed.name, mistakes)
  return read
}

/** `member`: whose release it is, by its slug. */
export type ReadAt = {
  readonly member: string
  readonly today: string
  readonly now: Date
  readonly mayBeOver: boolean
}

/** The same for who tells the mistakes otherwise. `read` is undefined when there are any. */
export async function checkRelease(
  db: Db,
  handed: Handed,
  at: ReadAt,
): Promise<{ readonly read: Read | undefined; readonly mistakes: readonly Mistake[] }> {
  const { release, mistakes: inFile, given, lineOf } = readReleaseFile(handed.bytes)
  const mistakes: Mistake[] = [...inFile]
  const topics = await findTopics(db, given.topics ?? [], (i, says) =>
    mistakes.push({ line: lineOf(['topics', i]), path: ['topics', i], what: 'unusable', says }),
  )
  const pictures = await preparePictures(handed, given.pictures ?? [], (i, says) =>
    mistakes.push({ line: lineOf(['pictures', i, 'file']), path: ['pictures', i, 'file'], what: 'unusable', says }),
  )
  const dated = given.dateline?.date
  if (dated !== undefined && dated > at.today)
    mistakes.push({
      ...{ line: lineOf(['dateline', 'date']), path: ['dateline', 'date'], what: 'future' },
      says: 'The dateline lies in the future: a release is published at once. Publish the file on its day.',
    })
  const translationOf = await findTranslated(db, given, at.member)
  if (given.translationOf !== undefined && !translationOf)
    mistakes.push({
      ...{ line: lineOf(['translationOf']), path: ['translationOf'], what: 'unusable' },
      says: `"translationOf" is "${given.translationOf}": no story of this member stands there in another language.`,
    })
  const expires = expiryOf(given)
  if (expires !== null && new Date(expires) <= at.now && !at.mayBeOver)
    mistakes.push({ line: lineOf(['event']), path: ['event'], what: 'unusable', says: 'The event is over already.' })
  if (!release || mistakes.length > 0) return { read: undefined, mistakes }
  return { read: { ...release, translationOf, topics, ...pictures }, mistakes }
}

/** Only stories of the member itself: its page would name whatever says so. */
async function findTranslated(
  db: Db,
  { translationOf, language }: Fields,
  member: string,
): Promise<StoryId | undefined> {
  const named = translationOf === undefined ? undefined : storyNamed(translationOf)
  const id = named === undefined || typeof named === 'string' ? named : await findStoryAt(db, named)
  const story = id && (await findLine(db, id))
  return story && story.member === member && story.language !== language ? story.id : undefined
}

async function findTopics(
  db: Db,
  names: readonly string[],
  wrong: (i: number, says: string) => void,
): Promise<NamedTopic[]> {
  if (names.length === 0) return []
  // The network's own word for a topic goes before the program's.
  const known = [...knownTopics, ...(await listTopics(db))]
  const words = new Map(
    known.flatMap((topic) =>
      [topic.slug, topic.name.toLowerCase(), topic.qcode ?? topic.slug].map((word) => [word, topic]),
    ),
  )
  const found = names.flatMap((name, i) => {
    const topic = words.get(name.toLowerCase()) ?? words.get(slugOf(name))
    if (topic) return [topic]
    const near = nearest(name, [...words.keys()])
    const advice = near === undefined ? 'name one of its own, or write it under "keywords".' : `did you mean "${near}"?`
    wrong(i, `"${name}" is no topic of this network: ${advice}`)
    return []
  })
  return [...new Map(found.map((topic) => [topic.slug, topic])).values()]
}

async function preparePictures(
  handed: Handed,
  given: NonNullable<Fields['pictures']>,
  wrong: (i: number, says: string) => void,
): Promise<Pick<Read, 'pictures' | 'media'>> {
  const pictures: Picture[] = []
  const media: (Media & { data: Uint8Array })[] = []
  for (const [i, { file, alt, caption = '', credit = '', licence }] of given.entries()) {
    const found = await handed.picture(file)
    if (!found) {
      wrong(i, `There is no file "${file}" beside ${handed.name}.`)
      continue
    }
    try {
      const made = found instanceof Uint8Array ? await prepareMedia(found) : undefined
      if (made) media.push(made)
      const { hash, width, height } = made ?? (found as Media)
      pictures.push({
        url: routes.media.href({ hash }),
        alt,
        caption,
        credit,
        licence: licence.licence,
        ...(licence.url ? { licenceUrl: licence.url } : {}),
        width,
        height,
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      wrong(i, `"${file}" cannot be taken. ${error.message}`)
    }
  }
  return { pictures, media }
}

/** A picture written anew, with what is known of it. Throws Invalid with the reason when it is none. */
export async function prepareMedia(bytes: Uint8Array): Promise<Media & { readonly data: Uint8Array }> {
  const { bytes: data, type, width, height } = await preparePicture(bytes)
  return { hash: hashOf(data), type, width, height, bytes: data.length, data }
}

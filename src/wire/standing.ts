/**
 * The wire: the one place where a story's standing changes. Every act is one transaction of its caller: the rows, the
 * gate's answer for an anonymous reader, and last, under the log's lock, the event, the editions to drop and the tasks.
 */
import type { EventId, MemberId, StoryId } from '../core/id.ts'
import { patient } from '../core/patience.ts'
import { partsOf } from '../core/search-parts.ts'
import { searchVector } from '../core/search-words.ts'
import { type GateAnswer, type Genre, gate } from '../core/story/gate.ts'
import { standingOf } from '../core/story/lifecycle.ts'
import type { Tx } from '../db/connection.ts'
import { lockLog, type NewEvent, writeLog } from '../db/events.ts'
import { type Publication, setAnswer } from '../db/publications.ts'
import { readStems } from '../db/stems.ts'
import type { Subject } from '../db/stories.ts'
import { addTasks } from '../db/tasks.ts'
import { listPlacesOfTranslations } from '../db/translations.ts'
import type { Task } from '../jobs/tasks.ts'
import { giveSlugs } from './give-slugs.ts'

/** What the anonymous reader of a page may see of a story, by its records. */
export function answerFor(
  subject: Pick<Subject, 'grant' | 'licence' | 'genre' | 'agency' | 'published' | 'held' | 'withdrawal' | 'expired'>,
): GateAnswer {
  return gate({
    standing: standingOf(subject),
    grant: subject.grant,
    licence: subject.licence,
    genre: subject.genre,
    agency: subject.agency,
    audience: 'reader',
    channel: 'page',
  })
}

/** Stores the answer anew after records changed. `updatedAt` when readers see a difference in the text itself. */
export async function storeAnswer(tx: Tx, subject: Subject, updatedAt: Date | null): Promise<GateAnswer> {
  const answer = answerFor(subject)
  const [search = ''] = await searchFor(tx, [{ answer, text: subject }])
  const { genre, language } = subject
  await setAnswer(tx, subject.id, answer, { search, genre, language }, updatedAt)
  return answer
}

type Told = {
  readonly headline: string
  readonly standfirst: string
  readonly excerpt: string
  readonly language: string
}

/** What stories are found by: the words of what the answer shows of each, so that nobody finds what he may not read. */
export async function searchFor(tx: Tx, stories: readonly { answer: GateAnswer; text: Told }[]): Promise<string[]> {
  const told = stories.map(({ answer, text }) => ({ language: text.language, parts: partsOf(text, answer.shows) }))
  const stems = await readStems(
    tx,
    told.map(({ language, parts }) => ({ language, words: parts.map(({ words }) => words) })),
  )
  return told.map(({ language, parts }) => searchVector(parts, stems(language)))
}

/** What an act leaves for its end, when its rows are written. */
export type Last = {
  readonly events: readonly NewEvent[]
  readonly tags: readonly string[]
  /** There is only something new: what is kept is not wrong for another moment. */
  readonly patient?: boolean
  /** Nobody saw these stories before: who said of which they are translations has dropped what shows those (translate.ts). */
  readonly isNew?: boolean
  readonly tasks?: (ids: readonly EventId[]) => readonly Task[]
  /** Stories that become public, each with the slug it would have if that were free. */
  readonly publications?: readonly Publication[]
}

/**
 * The end of a transaction that changes stories, once in it and last: the log's lock, then addresses, events, editions
 * and tasks of everything it did. Whatever came after it would make every publisher wait. Answers the ids of the events.
 */
export async function seal(tx: Tx, at: Date, ...lasts: readonly Last[]): Promise<readonly EventId[]> {
  if (lasts.every((last) => last.events.length === 0)) return []
  const tagsOfTranslations = await tagsOfOthers(tx, lasts)
  await lockLog(tx)
  const log = {
    publications: await withSlugs(
      tx,
      lasts.flatMap((last) => last.publications ?? []),
    ),
    events: lasts.flatMap((last) => last.events),
    tags: [...lasts.flatMap((last) => (last.patient ? last.tags.map(patient) : last.tags)), ...tagsOfTranslations],
  }
  const written = await writeLog(tx, log, at)
  let from = 0
  const tasks = lasts.flatMap(({ events, tasks }) => {
    from += events.length
    return tasks?.(written.slice(from - events.length, from)) ?? []
  })
  await addTasks(tx, tasks)
  return written
}

/** The editions of their translations, which name them. */
async function tagsOfOthers(tx: Tx, lasts: readonly Last[]): Promise<string[]> {
  const changed = lasts.flatMap(({ events, isNew }) => (isNew ? [] : events.flatMap(({ storyId }) => storyId ?? [])))
  return (await listPlacesOfTranslations(tx, [...new Set(changed)])).flatMap(tagsOf)
}

/** Slugs are given under the log's lock, so that two publishers never want the same one. */
async function withSlugs(tx: Tx, publications: readonly Publication[]): Promise<Publication[]> {
  const slugs = await giveSlugs(tx, publications)
  return publications.map((publication, i) => ({ ...publication, slug: slugs[i] ?? '' }))
}

/** Lists a story may be in; which of them it left is known to nobody once it has. */
const everyList = ['front', 'releases', 'members', 'corrections', 'archive', 'topics', 'places', 'languages'] as const

type Placed = { id: StoryId; memberId: MemberId; memberSlug: string; day: string | null }

/** The editions that come to show a story nobody has seen before: lists it cannot be in stay as they are. */
export function tagsOfNew(story: Placed & { genre: Genre; version: number }): string[] {
  const without = [...(story.genre === 'release' ? [] : ['releases']), ...(story.version > 1 ? [] : ['corrections'])]
  return tagsOf(story).filter((tag) => !without.includes(tag))
}

/** The editions that show a story in any way. */
export function tagsOf(story: Placed): string[] {
  const tags = [`story:${story.id}`, `member:${story.memberSlug}`, ...everyList]
  if (story.day)
    tags.push(`archive:${story.day.slice(0, 4)}`, `archive:${story.day.slice(0, 7)}`, `archive:${story.day}`)
  return tags
}

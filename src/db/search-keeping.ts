/** What search keeps beside the publications: bodies' words, a vocabulary, languages; and how far it has read the log. */
import { sql } from 'kysely'
import type { SafeHtml } from '../core/html/sanitise.ts'
import type { Seq, StoryId } from '../core/id.ts'
import type { PictureUse } from '../core/story/gate.ts'
import type { Db, Tx } from './connection.ts'

export type Readable = {
  readonly id: StoryId
  readonly version: number
  readonly shows: string
  readonly language: string
  readonly headline: string
  readonly standfirst: string
  readonly excerpt: string
  /** Empty unless readers may read it whole. */
  readonly body: SafeHtml
  readonly pictureUse: PictureUse
}

/** Where the log was read to; whoever else would read on waits for this transaction, or gets nothing. */
export async function claimProgress(tx: Tx): Promise<Seq | undefined> {
  const { rows } = await sql<{ seq: Seq }>`select seq from search_progress for update skip locked`.execute(tx)
  return rows[0]?.seq
}

export async function keepProgress(tx: Tx, seq: Seq): Promise<void> {
  await sql`update search_progress set seq = ${seq}`.execute(tx)
}

/** The stories that the next events of the log are about, as readers see them now, and the last of those events. */
export async function readChanged(
  db: Db,
  after: Seq,
  most: number,
): Promise<{ last: Seq | undefined; stories: Readable[] }> {
  const { rows: events } = await sql<{ seq: Seq; storyId: StoryId | null }>`
    select seq, story_id from events where seq > ${after} order by seq limit ${most}`.execute(db)
  const ids = [...new Set(events.flatMap(({ storyId }) => storyId ?? []))]
  const { rows } = await sql<Readable>`
    select id, version, shows, language, headline, standfirst, excerpt, body, picture_use
    from published_stories
    where id = any(${ids}::uuid[])`.execute(db)
  return { last: events.at(-1)?.seq, stories: rows }
}

/**
 * Writes the words of bodies, of those stories that readers may still read whole and that have no newer version: whoever
 * changes that holds the story's row, and is waited for or waits.
 */
export async function writeBodies(
  tx: Tx,
  bodies: readonly { readonly id: StoryId; readonly version: number; readonly words: string }[],
): Promise<void> {
  if (bodies.length === 0) return
  const ids = bodies.map(({ id }) => id)
  await sql`select id from stories where id = any(${ids}::uuid[]) order by id for share`.execute(tx)
  await sql`
    insert into publication_bodies (story_id, published_at, words)
    select given.id, p.published_at, given.words::tsvector
    from unnest(${ids}::uuid[], ${bodies.map(({ version }) => version)}::int[], ${bodies.map(({ words }) => words)}::text[])
      as given (id, version, words)
    join stories s on s.id = given.id and s.version = given.version
    join publications p on p.story_id = given.id and p.shows = 'full'
    on conflict (story_id) do update set words = excluded.words`.execute(tx)
}

/** Languages that stories are stemmed in; answers whether one of them is new. */
export async function addSearchLanguages(tx: Tx, languages: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    insert into search_languages select unnest(${[...languages].sort()}::text[]) on conflict do nothing returning 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** Adds words, each with its variants. In their order, so that two who add the same words wait for each other. */
export async function addVocabulary(tx: Tx, words: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const entries = [...words].sort(([a], [b]) => (a < b ? -1 : 1))
  if (entries.length === 0) return
  await sql`
    insert into search_vocabulary (word, variants)
    select word, string_to_array(variants, ' ')
    from unnest(${entries.map(([word]) => word)}::text[], ${entries.map(([, variants]) => variants.join(' '))}::text[])
      as given (word, variants)
    on conflict do nothing`.execute(tx)
}

/** Forgets words that stand in no story readers may see; answers how many. */
export async function forgetVocabulary(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from search_vocabulary v
    where not exists (select from findable_stories f where f.search @@ ('''' || v.word || '''')::tsquery)`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Who is named beside stories: origins, hops, what readers were told of versions. Rewritten where a member wants no name. */
import { sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import type { Tx } from './connection.ts'

export type OriginNames = {
  readonly id: StoryId
  readonly publisher: string
  readonly publisherUrl: string | null
  readonly url: string | null
  readonly licenceUrl: string | null
  readonly usageTerms: string
}

export async function listOriginNames(tx: Tx, ids: readonly StoryId[]): Promise<OriginNames[]> {
  const { rows } = await sql<OriginNames>`
    select story_id as id, publisher, publisher_url, url, licence_url, usage_terms from origins
    where story_id = any(${[...ids]}::uuid[]) order by story_id`.execute(tx)
  return rows
}

export async function setOriginNames(tx: Tx, { id, ...names }: OriginNames): Promise<void> {
  await tx.updateTable('origins').set(names).where('storyId', '=', id).execute()
}

export type HopNames = {
  readonly id: StoryId
  readonly position: number
  readonly name: string
  readonly url: string | null
}

export async function listHopNames(tx: Tx, ids: readonly StoryId[]): Promise<HopNames[]> {
  const { rows } = await sql<HopNames>`
    select story_id as id, position, name, url from hops where story_id = any(${[...ids]}::uuid[])
    order by story_id, position`.execute(tx)
  return rows
}

export async function setHopNames(tx: Tx, { id, position, name, url }: HopNames): Promise<void> {
  await tx.updateTable('hops').set({ name, url }).where('storyId', '=', id).where('position', '=', position).execute()
}

export type VersionNote = { readonly id: StoryId; readonly number: number; readonly note: string }

export async function listNotes(tx: Tx, ids: readonly StoryId[]): Promise<VersionNote[]> {
  const { rows } = await sql<VersionNote>`
    select story_id as id, number, note from versions where story_id = any(${[...ids]}::uuid[]) and note <> ''
    order by story_id, number`.execute(tx)
  return rows
}

export async function setNote(tx: Tx, { id, number, note }: VersionNote): Promise<void> {
  await tx.updateTable('versions').set({ note }).where('storyId', '=', id).where('number', '=', number).execute()
}

/** What only editors read goes from every version; from earlier ones all that could name somebody. */
export async function blankPast(tx: Tx, ids: readonly StoryId[]): Promise<void> {
  await sql`
    update versions v set ed_note = '', slugline = '',
      byline = case when v.number < s.version then '' else v.byline end,
      headline = case when v.number < s.version then '…' else v.headline end,
      standfirst = case when v.number < s.version then '' else v.standfirst end,
      excerpt = case when v.number < s.version then '' else v.excerpt end,
      body = case when v.number < s.version then '' else v.body end,
      pictures = case when v.number < s.version then '[]'::jsonb else v.pictures end,
      back_matter = case when v.number < s.version then null else v.back_matter end
    from stories s where s.id = v.story_id and v.story_id = any(${[...ids]}::uuid[])`.execute(tx)
}

/** Items as they came say who sent them. */
export async function eraseItemsOf(tx: Tx, ids: readonly StoryId[], at: Date): Promise<void> {
  await sql`
    update items set raw = null, words = null, erased_at = coalesce(erased_at, ${at})
    where story_id = any(${[...ids]}::uuid[])`.execute(tx)
}

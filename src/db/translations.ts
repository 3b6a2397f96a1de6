/** Which stories are one text in several languages, and who said so. */
import { sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import type { Tongue } from '../core/story/translations.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

/** Two who say at once of what a story is the translation come one after the other. */
export async function lockTranslations(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('translations', 0))`.execute(tx)
}

/** These stories and all that are one text with any of them. */
export async function listTongues(db: Db, ids: readonly StoryId[]): Promise<Tongue[]> {
  const { rows } = await sql<{ id: StoryId; language: string; textId: string | null; told: boolean }>`
    select s.id, v.language, t.text_id, t.story_id is not null as told
    from stories s join versions v on v.story_id = s.id and v.number = s.version
    left join translations t on t.story_id = s.id
    where s.id = any(${ids}::uuid[]) or t.text_id in (
      select text_id from translations where story_id = any(${ids}::uuid[]))
    order by s.id`.execute(db)
  return rows.map(({ id, language, textId, told }) => ({ id, language, text: textId ?? (told ? 'none' : undefined) }))
}

/** Makes them one text; `text` is that of any of them, or undefined for a new one. */
export async function keepTranslations(
  tx: Tx,
  ids: readonly StoryId[],
  text: string | undefined,
  said: { readonly at: Date; readonly by: string },
): Promise<void> {
  const textId = text ?? newId(said.at)
  await sql`
    insert into translations (story_id, text_id, said_at, said_by)
    select id, ${textId}, ${said.at}, ${said.by} from unnest(${ids}::uuid[]) id
    on conflict (story_id) do update set text_id = excluded.text_id, said_at = excluded.said_at, said_by = excluded.said_by
      where translations.text_id is distinct from excluded.text_id`.execute(tx)
}

/** From now on it is the translation of none, and no feed says otherwise. */
export async function keepAlone(tx: Tx, id: StoryId, said: { readonly at: Date; readonly by: string }): Promise<void> {
  await sql`
    insert into translations (story_id, text_id, said_at, said_by) values (${id}, null, ${said.at}, ${said.by})
    on conflict (story_id) do update set text_id = null, said_at = excluded.said_at, said_by = excluded.said_by`.execute(
    tx,
  )
}

export type Place = {
  readonly id: StoryId
  readonly memberId: MemberId
  readonly memberSlug: string
  readonly day: string
}

/** Where the stories are that are public, as it tells which editions show them. */
export async function listPlaces(db: Db, ids: readonly StoryId[]): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select p.story_id as id, p.member_id, m.slug as member_slug, p.day
    from publications p join members m on m.id = p.member_id where p.story_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** The other languages of these stories, where they are public: what shows them names these. */
export async function listPlacesOfTranslations(db: Db, ids: readonly StoryId[]): Promise<Place[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Place>`
    select distinct p.story_id as id, p.member_id, m.slug as member_slug, p.day
    from translations mine join translations others on others.text_id = mine.text_id
    join publications p on p.story_id = others.story_id join members m on m.id = p.member_id
    where mine.story_id = any(${ids}::uuid[]) and others.story_id <> all(${ids}::uuid[])`.execute(db)
  return rows
}

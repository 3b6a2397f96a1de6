/** Pictures that nothing has any more. */
import { sql } from 'kysely'
import type { Tx } from './connection.ts'

/**
 * Forgets those of these pictures that no story, member or application has; answers which, for the store to remove. One that
 * somebody puts there at this moment (`lockMedia`) stays; whoever comes for it after this waits until it is gone.
 */
export async function forgetMedia(tx: Tx, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return []
  const free = await sql<{ hash: string }>`
    select hash from unnest(${[...new Set(hashes)]}::text[]) as hash
    where pg_try_advisory_xact_lock(hashtextextended('media ' || hash, 0))`.execute(tx)
  const mine = free.rows.map(({ hash }) => hash)
  const { rows } = await sql<{ hash: string }>`
    delete from media m where m.hash = any(${mine}::text[]) and ${isUnused} returning hash`.execute(tx)
  return rows.map(({ hash }) => hash)
}

const isUnused = sql`not exists (select from story_media s where s.hash = m.hash)
  and not exists (select from members where logo = m.hash) and not exists (select from applications where logo = m.hash)
  and not exists (select from member_profiles where banner = m.hash)
  and not exists (select from draft_pictures p where p.hash = m.hash)
  and not exists (select from pictures k where k.renditions @> jsonb_build_array(jsonb_build_object('hash', m.hash)))`

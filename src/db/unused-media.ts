/** Pictures that nothing has any more. */
import { sql } from 'kysely'
import type { Tx } from './connection.ts'

/** Forgets those of these pictures that no story, member or application has; answers which, for the store to remove. */
export async function forgetMedia(tx: Tx, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return []
  const { rows } = await sql<{ hash: string }>`
    delete from media m where m.hash = any(${[...hashes]}::text[]) and ${isUnused} returning hash`.execute(tx)
  return rows.map(({ hash }) => hash)
}

const isUnused = sql`not exists (select from story_media s where s.hash = m.hash)
  and not exists (select from members where logo = m.hash) and not exists (select from applications where logo = m.hash)
  and not exists (select from member_profiles where banner = m.hash)
  and not exists (select from draft_pictures p where p.hash = m.hash)
  and not exists (select from pictures k where k.renditions @> jsonb_build_array(jsonb_build_object('hash', m.hash)))`

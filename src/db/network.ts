/** The network's own row. */
import { Conflict } from '../core/errors.ts'
import type { Network, OwnWords } from '../core/network.ts'
import type { Db, Tx } from './connection.ts'

/** The network's facts. `migrate` makes the row, so a missing one is a fault. */
export async function readNetwork(db: Db): Promise<Network> {
  const row = await db.selectFrom('network').selectAll().executeTakeFirstOrThrow()
  return {
    name: row.name,
    tagline: row.tagline,
    foundedOn: row.foundedOn as unknown as string | null,
    timeZone: row.timeZone,
    tagAuthority: row.tagAuthority,
    languages: row.languages,
    accent: row.accent,
    homes: row.homes as unknown as Network['homes'],
    dailyApplications: row.dailyApplications,
    words: row.words as unknown as OwnWords,
    appealsTo: row.appealsTo,
  }
}

/** Changes some facts. Throws Conflict for a new time zone once a story is published: the database refuses it. */
export async function updateNetwork(tx: Tx, change: Partial<Omit<Network, 'tagAuthority'>>): Promise<void> {
  const { homes, languages, words, ...plain } = change
  const updated = tx
    .updateTable('network')
    .set({
      ...plain,
      ...(languages ? { languages: [...languages] } : {}),
      ...(homes ? { homes: JSON.stringify(homes) } : {}),
      ...(words ? { words: JSON.stringify(words) } : {}),
    })
    .execute()
  await updated.catch((error: Error & { code?: string }) => {
    // The trigger's own sentence (migrations/0001_network.sql).
    throw error.code === '23514' ? new Conflict(error.message) : error
  })
}

/** How far the set-up came: the step that is next; null before the first. Finished once `at` is there. */
export type SetUp = { readonly at: Date | null; readonly step: string | null }

export async function readSetUp(db: Db): Promise<SetUp> {
  const row = await db.selectFrom('network').select(['setUpAt', 'setUpStep']).executeTakeFirstOrThrow()
  return { at: row.setUpAt, step: row.setUpStep }
}

export async function keepSetUp(tx: Tx, { at, step }: SetUp): Promise<void> {
  await tx.updateTable('network').set({ setUpAt: at, setUpStep: step }).execute()
}

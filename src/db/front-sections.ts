/** The file that says what the front page holds, as it was handed in. */
import type { Db, Tx } from './connection.ts'

/** Null: the program's own holds. */
export async function readSectionsFile(db: Db): Promise<string | null> {
  const { frontSections } = await db.selectFrom('network').select('frontSections').executeTakeFirstOrThrow()
  return frontSections
}

export async function keepSectionsFile(tx: Tx, text: string | null): Promise<void> {
  await tx.updateTable('network').set({ frontSections: text }).execute()
}

/** Wrong passwords and codes of the last hour, by the fingerprint of the address they were tried on. */
import type { Db } from './connection.ts'

export async function countFailures(db: Db, mailKey: Buffer, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('failedSignIns')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('mailKey', '=', mailKey)
    .where('failedAt', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function recordFailure(db: Db, mailKey: Buffer, at: Date): Promise<void> {
  await db.insertInto('failedSignIns').values({ mailKey, failedAt: at }).execute()
}

export async function forgetFailures(db: Db, which: { mailKey: Buffer } | { before: Date }): Promise<void> {
  const deleting = db.deleteFrom('failedSignIns')
  await ('mailKey' in which
    ? deleting.where('mailKey', '=', which.mailKey)
    : deleting.where('failedAt', '<', which.before)
  ).execute()
}

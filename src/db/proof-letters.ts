/** Letters to mailboxes at a site, each with a link that proves it once. */
import type { Db, Tx } from './connection.ts'
import type { ProofId } from './site-proofs.ts'

export async function insertProofLetter(
  tx: Tx,
  letter: {
    readonly tokenHash: Buffer
    readonly proofId: ProofId
    readonly host: string
    readonly sentBy: string
    readonly sentAt: Date
    readonly expiresAt: Date
  },
): Promise<void> {
  await tx.insertInto('proofLetters').values(letter).execute()
}

/** Letters since a moment: to a host, whoever asked for them, and of one account, wherever they went. */
export async function countProofLetters(
  db: Db,
  { host, by }: { readonly host: string; readonly by: string },
  since: Date,
): Promise<{ toHost: number; byAccount: number }> {
  const row = await db
    .selectFrom('proofLetters')
    .select(({ fn, eb }) => [
      fn
        .countAll<string>()
        .filterWhere(eb('host', '=', host))
        .as('toHost'),
      fn
        .countAll<string>()
        .filterWhere(eb('sentBy', '=', by))
        .as('byAccount'),
    ])
    .where('sentAt', '>', since)
    .executeTakeFirstOrThrow()
  return { toHost: Number(row.toHost), byAccount: Number(row.byAccount) }
}

/** The proof a letter's link belongs to, unless it is over or used. */
export async function findProofLetter(db: Db, tokenHash: Buffer, now: Date): Promise<ProofId | undefined> {
  const row = await db
    .selectFrom('proofLetters')
    .select('proofId')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return (row?.proofId as ProofId | null | undefined) ?? undefined
}

/** Ends all of a proof's links; that letters were sent stays, because it is counted. */
export async function endProofLetters(tx: Tx, proofId: ProofId, now: Date): Promise<void> {
  await tx
    .updateTable('proofLetters')
    .set({ expiresAt: now })
    .where('proofId', '=', proofId)
    .where('expiresAt', '>', now)
    .execute()
}

/** When the last letter that can still be answered was sent, of each of these proofs. */
export async function listWaitingLetters(db: Db, ids: readonly ProofId[], now: Date): Promise<Map<ProofId, Date>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('proofLetters')
    .select(['proofId', ({ fn }) => fn.max('sentAt').as('sentAt')])
    .where('proofId', 'in', [...ids])
    .where('expiresAt', '>', now)
    .groupBy('proofId')
    .execute()
  return new Map(rows.map(({ proofId, sentAt }) => [proofId as ProofId, sentAt]))
}

/** Forgets letters whose link is over for a day. Answers how many. */
export async function forgetProofLetters(db: Db, now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const result = await db.deleteFrom('proofLetters').where('expiresAt', '<', dayAgo).executeTakeFirst()
  return Number(result.numDeletedRows)
}

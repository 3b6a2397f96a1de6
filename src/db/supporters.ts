/** Organisations that are said to support a release, and what somebody there answered. */
import { sql } from 'kysely'
import type { Id } from '../core/id.ts'
import type { Db, Tx } from './connection.ts'
import type { DraftId } from './drafts.ts'
import { newId } from './new-id.ts'

export type SupporterId = Id<'supporter'>

export type Supporter = {
  readonly id: SupporterId
  readonly draft: DraftId
  readonly name: string
  readonly url: string | null
  /** Encrypted; null once it is forgotten. */
  readonly mail: Buffer | null
  readonly language: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly answer: 'confirmed' | 'declined' | null
  readonly answeredAt: Date | null
  /** Which headline and text they have answered to; null before. */
  readonly digest: string | null
}

export type NewSupporter = Pick<Supporter, 'draft' | 'name' | 'url' | 'language'>

/** They are asked at once; `ask` says by which link. */
export async function insertSupporter(tx: Tx, supporter: NewSupporter, at: Date): Promise<SupporterId> {
  const id = newId<SupporterId>(at)
  const { draft, ...words } = supporter
  await tx
    .insertInto('draftSupporters')
    .values({ id, draftId: draft, ...words, askedAt: at, expiresAt: at })
    .execute()
  return id
}

/** Asks, or asks again: what they answered before counts no more. */
export async function askSupporter(
  tx: Tx,
  id: SupporterId,
  ask: { readonly mail: Buffer; readonly tokenHash: Buffer; readonly at: Date; readonly until: Date },
): Promise<void> {
  await tx
    .updateTable('draftSupporters')
    .set({
      ...{ mail: ask.mail, tokenHash: ask.tokenHash, askedAt: ask.at, expiresAt: ask.until },
      ...{ answer: null, answeredAt: null, digest: null },
    })
    .where('id', '=', id)
    .execute()
}

const columns = ['id', 'draftId as draft', 'name', 'url', 'mail', 'language', 'askedAt', 'expiresAt'] as const
const answered = ['answer', 'answeredAt', 'digest'] as const

export async function listSupporters(db: Db, draft: DraftId): Promise<Supporter[]> {
  const rows = await db
    .selectFrom('draftSupporters')
    .select([...columns, ...answered])
    .where('draftId', '=', draft)
    .orderBy('id')
    .execute()
  return rows.map(toSupporter)
}

/** Whose link it is, as long as it has not expired and they have not answered. */
export async function findAsked(db: Db, tokenHash: Buffer, now: Date): Promise<Supporter | undefined> {
  const row = await db
    .selectFrom('draftSupporters')
    .select([...columns, ...answered])
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return row && toSupporter(row)
}

/** False when somebody has answered by this link already, or it has expired. */
export async function answerSupporter(
  tx: Tx,
  tokenHash: Buffer,
  given: { readonly answer: 'confirmed' | 'declined'; readonly digest: string; readonly at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('draftSupporters')
    .set({ answer: given.answer, digest: given.digest, answeredAt: given.at, tokenHash: null })
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', given.at)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False when it is none of this draft's. */
export async function deleteSupporter(tx: Tx, id: SupporterId, draft: DraftId): Promise<boolean> {
  const result = await tx
    .deleteFrom('draftSupporters')
    .where('id', '=', id)
    .where('draftId', '=', draft)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Those a story's earlier draft had, named by a correction of it as they were: they have answered already. */
export async function carrySupporters(
  tx: Tx,
  draft: DraftId,
  supporters: readonly { readonly name: string; readonly url: string | null }[],
  on: { readonly at: Date; readonly language: string; readonly digest: string },
): Promise<void> {
  for (const { name, url } of supporters) {
    const id = newId<SupporterId>(on.at)
    const answer = { answer: 'confirmed', answeredAt: on.at, digest: on.digest }
    await tx
      .insertInto('draftSupporters')
      .values({ id, draftId: draft, name, url, language: on.language, askedAt: on.at, expiresAt: on.at, ...answer })
      .execute()
  }
}

/** Forgets whom supporters were asked by, once the release is out for so long or they have not answered for so long. */
export async function forgetSupporterMails(db: Db, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update draft_supporters s set mail = null, token_hash = null from drafts d
    where d.id = s.draft_id and s.mail is not null
      and (case when d.standing = 'published' then d.changed_at else s.asked_at end) < ${before}`.execute(db)
  return Number(numAffectedRows)
}

function toSupporter(row: { id: string; draft: string; answer: string | null; [name: string]: unknown }): Supporter {
  return row as unknown as Supporter
}

/** How many letters one member has sent to supporters since then, also to those it took off again. */
export async function countAsked(db: Db, slug: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('staffActs')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('actedAt', '>', since)
    .where('act', '=', 'ask supporter')
    .where('about', '=', slug)
    .executeTakeFirstOrThrow()
  return Number(count)
}

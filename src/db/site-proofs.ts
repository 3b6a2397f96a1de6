/** Proofs of site: what members, and those who ask to become one, have named as theirs, and whether it was shown. */
import { type Selectable, sql } from 'kysely'
import type { AccountId, Id, MemberId } from '../core/id.ts'
import type { ProofWay, Standing } from '../core/member/proof.ts'
import type { ApplicationId } from './applications.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'
import type { SiteProofs } from './schema.ts'

export type ProofId = Id<'proof'>

/** Whose proofs: a member's, or those of an application. */
export type Claimant = { readonly member: MemberId } | { readonly application: ApplicationId }

export type SiteProof = {
  readonly id: ProofId
  readonly claimant: Claimant
  readonly address: string
  readonly token: string
  readonly askedAt: Date
  readonly askedBy: string
  /** Null until it was shown. */
  readonly proved: {
    readonly way: ProofWay
    readonly at: Date
    readonly by: string
    readonly seen: string | null
    readonly why: string
  } | null
  readonly checkedAt: Date | null
  readonly standing: Standing
  readonly privateAt: Date | null
  /** Encrypted. */
  readonly privateWords: Buffer | null
}

/** False when this address has been named already. */
export async function insertProof(
  tx: Tx,
  claimant: Claimant,
  asked: { readonly address: string; readonly host: string; readonly token: string },
  at: Date,
  by: string,
): Promise<boolean> {
  const whose = 'member' in claimant ? { memberId: claimant.member } : { applicationId: claimant.application }
  const result = await tx
    .insertInto('siteProofs')
    .values({ id: newId<ProofId>(at), ...whose, ...asked, askedAt: at, askedBy: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** In the order they were named. */
export async function listProofs(db: Db, claimant: Claimant): Promise<SiteProof[]> {
  const rows = await of(db.selectFrom('siteProofs').selectAll(), claimant).orderBy('id').execute()
  return rows.map(toProof)
}

/** Only what is the claimant's own: an id from outside says nothing about whose it is. */
export async function findProof(db: Db, claimant: Claimant, id: ProofId): Promise<SiteProof | undefined> {
  const row = await of(db.selectFrom('siteProofs').selectAll(), claimant).where('id', '=', id).executeTakeFirst()
  return row && toProof(row)
}

export async function findProofById(db: Db, id: ProofId): Promise<SiteProof | undefined> {
  const row = await db.selectFrom('siteProofs').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toProof(row)
}

/** Holds a proof still until the transaction ends. */
export async function lockProof(tx: Tx, id: ProofId): Promise<SiteProof | undefined> {
  const row = await tx.selectFrom('siteProofs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toProof(row)
}

export async function deleteProof(tx: Tx, claimant: Claimant, id: ProofId): Promise<boolean> {
  const deleting = tx.deleteFrom('siteProofs').where('id', '=', id)
  const { numDeletedRows } = await ('member' in claimant
    ? deleting.where('memberId', '=', claimant.member)
    : deleting.where('applicationId', '=', claimant.application)
  ).executeTakeFirst()
  return numDeletedRows === 1n
}

/** Whoever names sites of one claimant waits here for the others who do. */
export async function lockClaimant(tx: Tx, claimant: Claimant): Promise<void> {
  if ('member' in claimant) await sql`select from members where id = ${claimant.member} for no key update`.execute(tx)
  else await sql`select from applications where id = ${claimant.application} for no key update`.execute(tx)
}

export type Shown = {
  readonly way: ProofWay
  readonly by: string
  readonly seen: string | null
  readonly why?: string
  readonly nextCheckAt: Date | null
}

/** It is proved, from now on; what was said to a moderator is needed no more. */
export async function markProved(tx: Tx, id: ProofId, shown: Shown, at: Date): Promise<void> {
  const { way, by, seen, why = '', nextCheckAt } = shown
  await tx
    .updateTable('siteProofs')
    .set({ way, provedAt: at, provedBy: by, seenUrl: seen, why, checkedAt: at, nextCheckAt })
    .set({ failures: 0, failingSince: null, lapsedAt: null, privateAt: null, privateWords: null })
    .where('id', '=', id)
    .execute()
}

/** Somebody looked, and it was not there. */
export async function markLooked(db: Db, id: ProofId, at: Date): Promise<void> {
  await db.updateTable('siteProofs').set({ checkedAt: at }).where('id', '=', id).execute()
}

/** What followed from a look of the month. */
export async function markChecked(
  tx: Tx,
  id: ProofId,
  after: Standing & { readonly nextCheckAt: Date },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('siteProofs')
    .set({ ...after, checkedAt: at })
    .where('id', '=', id)
    .execute()
}

/** Proved ones of members, due to be looked at: one to a host, the longest due first. */
export async function listDueProofs(db: Db, now: Date, most: number): Promise<SiteProof[]> {
  const { rows } = await sql<Selectable<SiteProofs>>`
    select * from (
      select distinct on (host) * from site_proofs where next_check_at <= ${now}
        and exists (select from members m where m.id = member_id and m.left_at is null)
      order by host, next_check_at, id) p
    order by next_check_at limit ${most}`.execute(db)
  return rows.map(toProof)
}

/** Asks a moderator to look; `words` encrypted. */
export async function askPrivately(tx: Tx, id: ProofId, words: Buffer, at: Date): Promise<void> {
  await tx.updateTable('siteProofs').set({ privateAt: at, privateWords: words }).where('id', '=', id).execute()
}

/** The moderator was not convinced, or need not be any more. */
export async function endPrivately(tx: Tx, id: ProofId): Promise<void> {
  await tx.updateTable('siteProofs').set({ privateAt: null, privateWords: null }).where('id', '=', id).execute()
}

/** Those that wait for a moderator, the longest first, with the name of whose they are. */
export async function listPrivateProofs(db: Db): Promise<(SiteProof & { readonly name: string })[]> {
  const { rows } = await sql<Selectable<SiteProofs> & { name: string }>`
    select p.*, coalesce(m.name, a.name) as name from site_proofs p
      left join members m on m.id = p.member_id left join applications a on a.id = p.application_id
    where p.private_at is not null order by p.private_at, p.id`.execute(db)
  return rows.map((row) => ({ ...toProof(row), name: row.name }))
}

/** Whether it is a proof of somebody's own application, or of a member they sit with. `by`: `account ID`. */
export async function isOwnProof(db: Db, { id, askedBy }: SiteProof, by: string): Promise<boolean> {
  if (askedBy === by) return true
  const { rows } = await sql<{ isOwn: boolean }>`
    select exists (select from applications a where a.id = p.application_id and 'account ' || a.account_id = ${by})
      or exists (select from seats t where t.member_id = p.member_id and t.ended_at is null
        and 'account ' || t.account_id = ${by}) as is_own
    from site_proofs p where p.id = ${id}`.execute(db)
  return rows[0]?.isOwn ?? false
}

/** What was proved for an application is its member's from now on. */
export async function moveProofs(tx: Tx, application: ApplicationId, member: MemberId): Promise<void> {
  await sql`
    update site_proofs p set application_id = null, member_id = ${member} where p.application_id = ${application}
      and not exists (select from site_proofs o where o.member_id = ${member} and o.address = p.address)`.execute(tx)
}

export type Applicant = { readonly id: ApplicationId; readonly name: string; readonly site: string | null }

/** The application somebody still works on or waits for. */
export async function findApplicant(db: Db, account: AccountId): Promise<Applicant | undefined> {
  const row = await db
    .selectFrom('applications')
    .select(['id', 'name', 'siteUrl'])
    .where('accountId', '=', account)
    .where('standing', 'in', ['draft', 'waiting', 'returned', 'held'])
    .executeTakeFirst()
  return row && { id: row.id as ApplicationId, name: row.name, site: row.siteUrl }
}

/** The site of the application that moderators have approved, which nobody has changed since. */
export async function findAdmittedSite(db: Db, member: MemberId): Promise<string | null> {
  const row = await db
    .selectFrom('applications')
    .select('siteUrl')
    .where('memberId', '=', member)
    .where('standing', '=', 'approved')
    .executeTakeFirst()
  return row?.siteUrl ?? null
}

/** Whose a proof is, as people call them. */
export async function nameOfClaimant(db: Db, claimant: Claimant): Promise<string> {
  const row =
    'member' in claimant
      ? await db.selectFrom('members').select('name').where('id', '=', claimant.member).executeTakeFirst()
      : await db.selectFrom('applications').select('name').where('id', '=', claimant.application).executeTakeFirst()
  return row?.name ?? ''
}

function of<Q extends { where(column: 'memberId' | 'applicationId', is: '=', id: string): Q }>(
  selecting: Q,
  claimant: Claimant,
): Q {
  return 'member' in claimant
    ? selecting.where('memberId', '=', claimant.member)
    : selecting.where('applicationId', '=', claimant.application)
}

function toProof(row: Selectable<SiteProofs>): SiteProof {
  const { way, provedAt, provedBy, failures, failingSince, lapsedAt } = row
  return {
    id: row.id as ProofId,
    claimant: row.memberId ? { member: row.memberId as MemberId } : { application: row.applicationId as ApplicationId },
    address: row.address,
    token: row.token,
    askedAt: row.askedAt,
    askedBy: row.askedBy,
    proved:
      way && provedAt && provedBy
        ? { way: way as ProofWay, at: provedAt, by: provedBy, seen: row.seenUrl, why: row.why }
        : null,
    checkedAt: row.checkedAt,
    standing: { failures, failingSince, lapsedAt },
    privateAt: row.privateAt,
    privateWords: row.privateWords,
  }
}

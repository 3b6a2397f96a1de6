/** Decisions about applications: made, taken back, carried out; each stays on record. */
import { sql } from 'kysely'
import type { AccountId, Id, MemberId } from '../core/id.ts'
import type { ApplicationStanding } from '../core/member/application.ts'
import type { DecisionKind } from '../core/member/decision.ts'
import type { Ground } from '../core/member/ground.ts'
import type { ApplicationId } from './applications.ts'
import type { Db, Tx } from './connection.ts'
import { newId } from './new-id.ts'

export type DecisionId = Id<'decision'>

export type Decision = {
  readonly id: DecisionId
  readonly application: ApplicationId
  readonly kind: DecisionKind
  readonly decidedAt: Date
  /** `account ID`, or `operator`. */
  readonly decidedBy: string
  /** Of a refusal; '' of others. */
  readonly ground: Ground | ''
  readonly why: string
  readonly words: string
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
  readonly carriedOutAt: Date | null
}

export async function insertDecision(
  tx: Tx,
  decision: Pick<Decision, 'application' | 'kind' | 'decidedAt' | 'decidedBy' | 'ground' | 'why' | 'words'>,
): Promise<DecisionId> {
  const id = newId<DecisionId>(decision.decidedAt)
  const { application, ...rest } = decision
  await tx
    .insertInto('decisions')
    .values({ id, applicationId: application, ...rest })
    .execute()
  return id
}

const columns = sql.raw(
  'd.id, d.application_id as application, d.kind, d.decided_at, d.decided_by, d.ground, d.why, d.words, d.undone_at, d.undone_by, d.carried_out_at',
)

export async function findDecision(db: Db, id: DecisionId): Promise<Decision | undefined> {
  const { rows } = await sql<Decision>`select ${columns} from decisions d where d.id = ${id}`.execute(db)
  return rows[0]
}

/** Everything that was decided about an application, the newest first; what was taken back too. */
export async function listDecisions(db: Db, application: ApplicationId): Promise<Decision[]> {
  const { rows } = await sql<Decision>`select ${columns} from decisions d
    where d.application_id = ${application} order by d.decided_at desc, d.id desc`.execute(db)
  return rows
}

export type PendingDecision = Decision & { readonly name: string }

/** Those that can still be taken back, the newest first, with the names of who applied. */
export async function listPending(db: Db): Promise<PendingDecision[]> {
  const { rows } = await sql<PendingDecision>`select ${columns}, a.name from decisions d
    join applications a on a.id = d.application_id
    where d.carried_out_at is null and d.undone_at is null order by d.decided_at desc, d.id desc limit 50`.execute(db)
  return rows
}

/** Those made before a moment that nobody has taken back. */
export async function listDue(db: Db, before: Date): Promise<{ id: DecisionId; application: ApplicationId }[]> {
  const { rows } = await sql<{ id: DecisionId; application: ApplicationId }>`
    select d.id, d.application_id as application from decisions d
    where d.carried_out_at is null and d.undone_at is null and d.decided_at <= ${before}
    order by d.decided_at, d.id limit 500`.execute(db)
  return rows
}

/** False when it was taken back or carried out before. */
export async function undoDecision(tx: Tx, id: DecisionId, at: Date, by: string): Promise<boolean> {
  return await close(tx, id, { undoneAt: at, undoneBy: by })
}

/** False when it was taken back or carried out before. */
export async function markCarriedOut(tx: Tx, id: DecisionId, at: Date): Promise<boolean> {
  return await close(tx, id, { carriedOutAt: at })
}

async function close(
  tx: Tx,
  id: DecisionId,
  how: { carriedOutAt: Date } | { undoneAt: Date; undoneBy: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('decisions')
    .set(how)
    .where('id', '=', id)
    .where('carriedOutAt', 'is', null)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** What an application is when it is decided about, held still until the transaction ends. */
export async function lockApplication(
  tx: Tx,
  id: ApplicationId,
): Promise<
  | {
      readonly standing: ApplicationStanding
      readonly changedAt: Date
      readonly account: AccountId
      readonly isPending: boolean
    }
  | undefined
> {
  const { rows } = await sql<{
    standing: ApplicationStanding
    changedAt: Date
    account: AccountId
  }>`select standing, changed_at, account_id as account from applications where id = ${id} for update`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  // Asked once the row is held: whoever held it before may have decided.
  const pending = await tx
    .selectFrom('decisions')
    .select('id')
    .where('applicationId', '=', id)
    .where('carriedOutAt', 'is', null)
    .where('undoneAt', 'is', null)
    .execute()
  return { ...row, isPending: pending.length > 0 }
}

/** Which member it became. */
export async function linkMember(tx: Tx, id: ApplicationId, member: MemberId): Promise<void> {
  await tx.updateTable('applications').set({ memberId: member }).where('id', '=', id).execute()
}

/** A refused one waits again, unless its applicant has begun another since. */
export async function reopenApplication(tx: Tx, id: ApplicationId, at: Date): Promise<void> {
  await sql`update applications a set standing = 'waiting', changed_at = ${at} where id = ${id} and standing = 'refused'
    and not exists (select from applications o where o.account_id = a.account_id
      and o.standing in ('draft', 'waiting', 'returned', 'held'))`.execute(tx)
}

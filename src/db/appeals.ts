/** Appeals: once against a refusal, a suspension or a removal. Their words are encrypted before they come here. */
import { sql } from 'kysely'
import type { AccountId, Id } from '../core/id.ts'
import type { AppealedKind, AppealOutcome } from '../core/member/appeal.ts'
import type { Ground } from '../core/member/ground.ts'
import type { Db, Tx } from './connection.ts'

export type AppealId = Id<'appeal'>

/** What may be appealed against: by its kind and the record of it. */
export type Appealed = {
  readonly kind: AppealedKind
  /** Of the decision, suspension or removal. */
  readonly subject: string
  /** Who decided it, as records name them. */
  readonly decider: string
  readonly decidedAt: Date
  readonly ground: Ground | ''
  /** What they were told. */
  readonly words: string
  readonly why: string
  /** Of the applicant or member. */
  readonly name: string
  readonly memberSlug: string | null
  readonly application: string | null
}

export type Appeal = Appealed & {
  readonly id: AppealId
  readonly appellant: AccountId
  readonly givenAt: Date
  readonly language: string
  /** Encrypted; null when forgotten. */
  readonly said: Buffer | null
  readonly closed: {
    readonly at: Date
    readonly by: string
    readonly outcome: AppealOutcome
    readonly why: string
    readonly answer: string
  } | null
}

/** Everything that can be appealed against, of whichever kind. */
const subjects = sql`(
  select 'refusal' as kind, d.id as subject, d.decided_by as decider, d.decided_at, d.ground, d.words, d.why, a.name,
    null::text as member_slug, a.id as application, null::uuid as member_id, a.account_id, true as in_force
  from decisions d join applications a on a.id = d.application_id where d.kind = 'refused' and d.carried_out_at is not null
  union all
  select 'suspension', s.id, s.begun_by, s.begun_at, s.ground, s.words, s.why, m.name, m.slug, null, m.id, null, s.ended_at is null
  from suspensions s join members m on m.id = s.member_id
  union all
  select 'removal', r.id, r.removed_by, r.removed_at, r.ground, r.words, r.why, m.name, m.slug, null, m.id, null, r.ended_at is null
  from removals r join members m on m.id = r.member_id)`

const ofSubject = sql`coalesce(p.decision_id, p.suspension_id, p.removal_id)`

/** What somebody may appeal against now, the newest first: their refused application, what befell members they own. */
export async function listAppealable(db: Db, account: AccountId): Promise<Appealed[]> {
  const { rows } =
    await sql<Appealed>`select kind, subject, decider, decided_at, ground, words, why, name, member_slug, application
    from ${subjects} s where s.in_force and (s.account_id = ${account} or exists (select from seats where seats.member_id = s.member_id
      and seats.account_id = ${account} and seats.role = 'owner' and seats.claimed_at is not null
      and (seats.ended_at is null or seats.ended_at >= s.decided_at)))
      and not exists (select from appeals p where ${ofSubject} = s.subject)
    order by decided_at desc limit 20`.execute(db)
  return rows
}

type Row = Omit<Appeal, 'closed'> & {
  closedAt: Date | null
  closedBy: string | null
  outcome: AppealOutcome | null
  closedWhy: string | null
  answer: string | null
}

const appeals = sql`select p.id, p.account_id as appellant, p.given_at, p.language, p.words as said, p.decided_at as closed_at,
    p.decided_by as closed_by, p.outcome, p.why as closed_why, p.answer, s.kind, s.subject, s.decider, s.decided_at, s.ground, s.words,
    s.why, s.name, s.member_slug, s.application
  from appeals p join ${subjects} s on s.subject = ${ofSubject}`

export async function findAppeal(db: Db, id: AppealId): Promise<Appeal | undefined> {
  const { rows } = await sql<Row>`${appeals} where p.id = ${id}`.execute(db)
  return rows[0] && toAppeal(rows[0])
}

/** Those an account gave, the newest first. */
export async function listOwnAppeals(db: Db, account: AccountId): Promise<Appeal[]> {
  const { rows } = await sql<Row>`${appeals} where p.account_id = ${account} order by p.given_at desc limit 20`.execute(
    db,
  )
  return rows.map(toAppeal)
}

export type OpenAppeal = Pick<Appeal, 'id' | 'kind' | 'name' | 'givenAt' | 'decider' | 'appellant'>

/** Those nobody has decided, longest waiting first. */
export async function listOpenAppeals(db: Db, most: number): Promise<OpenAppeal[]> {
  const { rows } =
    await sql<Row>`${appeals} where p.decided_at is null order by p.given_at, p.id limit ${most}`.execute(db)
  return rows.map(toAppeal)
}

/** False when there was one already. */
export async function insertAppeal(
  tx: Tx,
  appeal: Pick<Appeal, 'id' | 'kind' | 'subject' | 'appellant' | 'givenAt' | 'language'> & { readonly said: Buffer },
): Promise<boolean> {
  const { id, kind, subject, appellant, givenAt, language, said } = appeal
  const result = await tx
    .insertInto('appeals')
    .values({
      id,
      accountId: appellant,
      givenAt,
      language,
      words: said,
      decisionId: kind === 'refusal' ? subject : null,
      suspensionId: kind === 'suspension' ? subject : null,
      removalId: kind === 'removal' ? subject : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** False when it is decided already. */
export async function closeAppeal(tx: Tx, id: AppealId, closed: NonNullable<Appeal['closed']>): Promise<boolean> {
  const result = await tx
    .updateTable('appeals')
    .set({
      decidedAt: closed.at,
      decidedBy: closed.by,
      outcome: closed.outcome,
      why: closed.why,
      answer: closed.answer,
    })
    .where('id', '=', id)
    .where('decidedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Erases what was said in appeals decided before a moment. */
export async function forgetAppealWords(db: Db, before: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('appeals')
    .set({ words: null })
    .where('decidedAt', '<', before)
    .where('words', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

function toAppeal({ closedAt, closedBy, outcome, closedWhy, answer, ...row }: Row): Appeal {
  const closed = closedAt &&
    closedBy !== null &&
    outcome && { at: closedAt, by: closedBy, outcome, why: closedWhy ?? '', answer: answer ?? '' }
  return { ...row, closed: closed || null }
}

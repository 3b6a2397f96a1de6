/** Notices: what anybody told staff. Their words are encrypted before they come here. */
import { type Selectable, sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import { daysToDecide, dueAt, type NoticeNumber, type Reason, reasons } from '../core/notice.ts'
import type { Db, Tx } from './connection.ts'
import type { Notices } from './schema.ts'

export type Notice = {
  readonly number: NoticeNumber
  readonly reason: Reason
  readonly storyId: StoryId | null
  readonly memberId: MemberId | null
  readonly language: string
  readonly receivedAt: Date
  /** Encrypted; null when it was not given, or is forgotten. */
  readonly address: Buffer | null
  readonly words: Buffer | null
  readonly contact: Buffer | null
  readonly closed: { readonly at: Date; readonly by: string; readonly why: string } | null
}

/** False when the number is taken. */
export async function insertNotice(tx: Tx, { closed: _, ...notice }: Notice): Promise<boolean> {
  const result = await tx
    .insertInto('notices')
    .values(notice)
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function findNotice(db: Db, number: NoticeNumber): Promise<Notice | undefined> {
  const row = await db.selectFrom('notices').selectAll().where('number', '=', number).executeTakeFirst()
  return row && toNotice(row)
}

/** The open ones, longest waiting first; with `all` the closed ones too. */
export async function listNotices(db: Db, { all }: { all: boolean }): Promise<Notice[]> {
  let select = db.selectFrom('notices').selectAll().orderBy('receivedAt').orderBy('number')
  if (!all) select = select.where('closedAt', 'is', null)
  const rows = await select.execute()
  return rows.map(toNotice)
}

/** The open ones: danger first, then the law, then what is due first. */
export async function listOpenNotices(db: Db, most: number): Promise<Notice[]> {
  const days = sql.join(
    reasons.map((reason) => sql`when ${reason} then ${daysToDecide[reason]}::int`),
    sql` `,
  )
  const { rows } = await sql<Selectable<Notices>>`select * from notices where closed_at is null
    order by case reason when 'danger' then 0 when 'illegal' then 1 else 2 end,
      received_at + (case reason ${days} end) * interval '1 day', number limit ${most}`.execute(db)
  return rows.map(toNotice)
}

/** The closed ones, decided last first. */
export async function listClosedNotices(db: Db, most: number): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('closedAt', 'is not', null)
    .orderBy('closedAt', 'desc')
    .orderBy('number')
    .limit(most)
    .execute()
  return rows.map(toNotice)
}

/** False when it is closed already, or not there. */
export async function closeNotice(
  tx: Tx,
  number: NoticeNumber,
  closed: { readonly at: Date; readonly by: string; readonly why: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('notices')
    .set({ closedAt: closed.at, closedBy: closed.by, why: closed.why })
    .where('number', '=', number)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Erases how to reach whoever wrote, and later what was written, of notices closed before these moments. */
export async function forgetNoticeWords(db: Db, before: { contact: Date; words: Date }): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update notices set contact = null,
      words = case when closed_at < ${before.words} then null else words end,
      address = case when closed_at < ${before.words} then null else address end
    where closed_at < ${before.contact} and (contact is not null
      or (closed_at < ${before.words} and (words is not null or address is not null)))`.execute(db)
  return Number(numAffectedRows)
}

export async function countNotices(db: Db, now: Date): Promise<{ open: number; overdue: number }> {
  const rows = await db.selectFrom('notices').select(['reason', 'receivedAt']).where('closedAt', 'is', null).execute()
  const overdue = rows.filter(({ reason, receivedAt }) => dueAt({ reason: reason as Reason, receivedAt }) < now)
  return { open: rows.length, overdue: overdue.length }
}

function toNotice(row: Selectable<Notices>): Notice {
  const { closedAt, closedBy, why, ...rest } = row
  return {
    ...rest,
    number: row.number as NoticeNumber,
    reason: row.reason as Reason,
    storyId: row.storyId as StoryId | null,
    memberId: row.memberId as MemberId | null,
    closed: closedAt && { at: closedAt, by: closedBy ?? '', why: why ?? '' },
  }
}

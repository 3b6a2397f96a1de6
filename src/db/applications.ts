/** Requests to join, with what their makers answered to the moderators' questions. */
import { type Selectable, sql } from 'kysely'
import type { AccountId, Id, MemberId } from '../core/id.ts'
import type { ApplicationFacts, ApplicationStanding, ApplicationStep } from '../core/member/application.ts'
import type { MemberKind } from '../core/member/member.ts'
import type { ApplicationPath } from '../core/member/queue-order.ts'
import type { Db, Tx } from './connection.ts'
import type { Media } from './media.ts'
import { newId } from './new-id.ts'
import type { Applications } from './schema.ts'
import { forgetMedia } from './unused-media.ts'

export type ApplicationId = Id<'application'>

/** What a picture was before it was made anew, or which drawing of ours it is. */
export type LogoOrigin = {
  readonly file: string
  readonly width: number
  readonly height: number
  /** What it carried that was removed: `place`, `camera` … */
  readonly removed: readonly string[]
  readonly drawn: string | null
}

/** What was seen at the site: its feed, that there is none, or that it could not be read. */
export type SiteSeen = { readonly outcome: 'feed' | 'none' | 'unread'; readonly title: string }

export type Application = ApplicationFacts & {
  readonly id: ApplicationId
  readonly account: AccountId
  readonly begunAt: Date
  readonly changedAt: Date
  /** The language of the interface it is filled in in. */
  readonly interface: string
  /** How staff reach it, encrypted. */
  readonly contact: Buffer | null
  readonly logoOrigin: LogoOrigin | null
  readonly siteSeen: SiteSeen | null
  /** Steps that were saved at least once. */
  readonly steps: readonly string[]
  readonly path: ApplicationPath
  readonly worked: boolean
  readonly standing: ApplicationStanding
  readonly submittedAt: Date | null
  readonly member: MemberId | null
}

export async function findApplication(db: Db, id: ApplicationId): Promise<Application | undefined> {
  const row = await db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toApplication(row)
}

/** The one an account has begun last, whatever became of it. */
export async function findOwnApplication(db: Db, account: AccountId): Promise<Application | undefined> {
  const row = await own(db, account).executeTakeFirst()
  return row && toApplication(row)
}

/** The same; whoever changes or decides it meanwhile waits. */
export async function lockOwnApplication(tx: Tx, account: AccountId): Promise<Application | undefined> {
  const row = await own(tx, account).forUpdate().executeTakeFirst()
  return row && toApplication(row)
}

function own(db: Db, account: AccountId) {
  return db
    .selectFrom('applications')
    .selectAll()
    .where('accountId', '=', account)
    .orderBy('begunAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
}

/** Begins one, unless one is open already. */
export async function insertApplication(
  tx: Tx,
  { account, language }: { readonly account: AccountId; readonly language: string },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('applications')
    .values({ id: newId<ApplicationId>(at), accountId: account, begunAt: at, changedAt: at, interface: language })
    .onConflict((conflict) =>
      conflict.columns(['accountId']).where('standing', 'in', ['draft', 'waiting', 'returned', 'held']).doNothing(),
    )
    .execute()
}

export type ApplicationChange = Partial<
  Pick<Application, keyof ApplicationFacts | 'contact' | 'interface' | 'logoOrigin' | 'siteSeen'>
>

/** What was said in one step, which counts as saved from now on. */
export async function updateApplication(
  tx: Tx,
  id: ApplicationId,
  { step, change }: { readonly step: ApplicationStep; readonly change: ApplicationChange },
  at: Date,
): Promise<void> {
  const { logoOrigin, siteSeen, languages, ...plain } = change
  await tx
    .updateTable('applications')
    .set({
      ...plain,
      ...(languages && { languages: [...languages] }),
      ...(logoOrigin !== undefined && { logoOrigin: logoOrigin && JSON.stringify(logoOrigin) }),
      ...(siteSeen !== undefined && { siteSeen: siteSeen && JSON.stringify(siteSeen) }),
      steps: sql<string[]>`case when ${step} = any(steps) then steps else array_append(steps, ${step}) end`,
      changedAt: at,
    })
    .where('id', '=', id)
    .execute()
}

/** To the moderators, or back to its maker. Its place in the queue is that of the first time it was sent. */
export async function setStanding(tx: Tx, id: ApplicationId, standing: ApplicationStanding, at: Date): Promise<void> {
  await tx
    .updateTable('applications')
    .set({
      standing,
      changedAt: at,
      ...(standing === 'waiting' && { submittedAt: sql<Date>`coalesce(submitted_at, ${at})` }),
    })
    .where('id', '=', id)
    .execute()
}

/** Its picture: for whoever made it and for moderators, who ask here, since nobody else may see it yet. */
export async function findApplicationMedia(db: Db, id: ApplicationId): Promise<Media | undefined> {
  return await db
    .selectFrom('applications as a')
    .innerJoin('media as m', 'm.hash', 'a.logo')
    .select(['m.hash', 'm.type', 'm.width', 'm.height', 'm.bytes'])
    .where('a.id', '=', id)
    .executeTakeFirst()
}

export type LastDecision = {
  readonly id: Id<'decision'>
  readonly kind: 'approved' | 'returned' | 'refused' | 'held'
  readonly decidedAt: Date
  /** What its maker is told or asked. */
  readonly words: string
}

/** What was decided last and not taken back. */
export async function findLastDecision(db: Db, id: ApplicationId): Promise<LastDecision | undefined> {
  const row = await db
    .selectFrom('decisions')
    .select(['id', 'kind', 'decidedAt', 'words'])
    .where('applicationId', '=', id)
    .where('undoneAt', 'is', null)
    // Before its ten minutes are over nobody but staff knows of it.
    .where('carriedOutAt', 'is not', null)
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && { ...row, id: row.id as Id<'decision'>, kind: row.kind as LastDecision['kind'] }
}

export type AnswerId = Id<'answer'>

export type Answered = {
  readonly id: AnswerId
  /** The question it answers. */
  readonly decision: Id<'decision'> | null
  readonly answeredAt: Date
  /** Encrypted under its own id. */
  readonly words: Buffer
}

export async function insertAnswer(tx: Tx, application: ApplicationId, answer: Answered): Promise<void> {
  const { decision, ...row } = answer
  await tx
    .insertInto('applicationAnswers')
    .values({ ...row, applicationId: application, decisionId: decision })
    .execute()
}

/** What was answered, oldest first. */
export async function listAnswers(db: Db, application: ApplicationId): Promise<Answered[]> {
  const rows = await db
    .selectFrom('applicationAnswers')
    .select(['id', 'decisionId', 'answeredAt', 'words'])
    .where('applicationId', '=', application)
    .orderBy('answeredAt')
    .orderBy('id')
    .execute()
  return rows.map(({ decisionId, ...row }) => ({
    ...row,
    id: row.id as AnswerId,
    decision: decisionId as Id<'decision'> | null,
  }))
}

/** Erases one that nobody was to decide; answers the pictures that nobody uses any more. */
export async function deleteApplication(tx: Tx, { id, logo }: Application): Promise<string[]> {
  await tx.deleteFrom('applications').where('id', '=', id).execute()
  return logo === null ? [] : await forgetMedia(tx, [logo])
}

/** The pictures of an account's applications, which nobody may need any more once it is erased. */
export async function listOwnLogos(db: Db, account: AccountId): Promise<string[]> {
  const rows = await db.selectFrom('applications').select('logo').where('accountId', '=', account).execute()
  return rows.flatMap(({ logo }) => logo ?? [])
}

/**
 * Which ones are past their time: untouched since `drafts`, and reminded of before `reminded`; or, returned, since
 * `returned`; decided before `decided`.
 */
export type Past = { readonly drafts: Date; readonly reminded: Date; readonly returned: Date; readonly decided: Date }

/**
 * Drafts and what was taken back go whole; what nobody answered is over; of what was decided the words go and the decisions
 * stay. Answers how many, and the pictures that nobody uses any more.
 */
export async function forgetApplications(tx: Tx, past: Past): Promise<{ count: number; hashes: string[] }> {
  const { rows: gone } = await sql<{ logo: string | null }>`
    delete from applications a where not exists (select from decisions d where d.application_id = a.id)
      and ((standing = 'draft' and changed_at < ${past.drafts} and reminded_at < ${past.reminded}) or (standing in ('withdrawn', 'expired') and changed_at < ${past.decided}))
    returning logo`.execute(tx)
  const { numAffectedRows: over = 0n } = await sql`
    update applications set standing = 'expired' where standing = 'returned' and changed_at < ${past.returned}`.execute(
    tx,
  )
  const { rows: blanked } = await sql<{ id: string; logo: string | null }>`
    with due as (select id, logo from applications where standing in ('approved', 'refused', 'withdrawn', 'expired')
      and changed_at < ${past.decided} and (name <> '' or contact is not null) for update)
    update applications a set name = '', site_url = null, feed_url = null, country = null, place = '', about = '', languages = '{}',
      contact = null, logo = null, logo_alt = '', logo_credit = '', logo_origin = null, site_seen = null, signs = '[]'
    from due where a.id = due.id returning a.id, due.logo`.execute(tx)
  await sql`delete from application_answers where application_id = any(${blanked.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  )
  await sql`delete from vouches where application_id = any(${blanked.map(({ id }) => id)}::uuid[])`.execute(tx)
  const logos = [...gone, ...blanked].flatMap(({ logo }) => logo ?? [])
  return { count: gone.length + Number(over) + blanked.length, hashes: await forgetMedia(tx, logos) }
}

function toApplication(row: Selectable<Applications>): Application {
  const { accountId, memberId, signs: _, ...rest } = row
  return {
    ...rest,
    id: row.id as ApplicationId,
    account: accountId as AccountId,
    kind: row.kind as MemberKind | null,
    logoOrigin: row.logoOrigin as LogoOrigin | null,
    siteSeen: row.siteSeen as SiteSeen | null,
    path: row.path as Application['path'],
    standing: row.standing as ApplicationStanding,
    member: memberId as MemberId | null,
  }
}

/** Lists of feeds that were handed in, line by line, and what became of each line. */
import { sql } from 'kysely'
import type { Agent } from '../core/agent.ts'
import type { Id, MemberId, SourceId } from '../core/id.ts'
import type { Grant } from '../core/story/gate.ts'
import type { Db, Tx } from './connection.ts'
import { insertRows } from './insert-rows.ts'
import { newId } from './new-id.ts'

export type ImportId = Id<'import'>

export const lineOutcomes = ['ready', 'there', 'twice', 'no address', 'added', 'left out', 'name taken'] as const
/**
 * `ready`: will be added once somebody begins; `there`: a source already; `twice`: stood in the list before; `left out`: on
 * no member's site; `name taken`: its new member would have the name of one there is.
 */
export type LineOutcome = (typeof lineOutcomes)[number]

export type ImportLine = {
  readonly position: number
  readonly title: string
  readonly url: string
  readonly siteUrl: string | null
  readonly language: string | null
  readonly memberId: MemberId | null
  readonly outcome: LineOutcome
}

/** What becomes of feeds that are on no member's site: left out, given to one member, or to a new member each. */
export type Others = 'leave' | 'one' | 'new'

export type SourceImport = {
  readonly id: ImportId
  readonly handedInAt: Date
  readonly handedInBy: string
  readonly title: string
  readonly doneAt: Date | null
  /** Null until somebody has begun with it. */
  readonly begun: {
    readonly at: Date
    readonly others: Others
    readonly memberId: MemberId | null
    readonly grant: Grant
    readonly agent: Agent
  } | null
}

export async function insertImport(
  tx: Tx,
  given: { readonly title: string; readonly at: Date; readonly by: string; readonly lines: readonly ImportLine[] },
): Promise<ImportId> {
  const id = newId<ImportId>(given.at)
  await tx
    .insertInto('sourceImports')
    .values({ id, handedInAt: given.at, handedInBy: given.by, title: given.title })
    .execute()
  // A statement takes 65,535 values at most.
  for (let from = 0; from < given.lines.length; from += 1_000) {
    const lines = given.lines.slice(from, from + 1_000)
    await insertRows(
      tx,
      'sourceImportLines',
      lines.map((line) => ({ importId: id, ...line })),
    )
  }
  return id
}

export async function findImport(db: Db, id: ImportId): Promise<SourceImport | undefined> {
  const row = await db.selectFrom('sourceImports').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { begunAt: at, others, memberId, shows, pictures, agent } = row
  return {
    id,
    handedInAt: row.handedInAt,
    handedInBy: row.handedInBy,
    title: row.title,
    doneAt: row.doneAt,
    begun: at && {
      at,
      others: others as Others,
      memberId: memberId as MemberId | null,
      grant: { shows, pictures } as Grant,
      agent: agent as Agent,
    },
  }
}

/** False when somebody has begun already. */
export async function beginImport(tx: Tx, id: ImportId, begun: NonNullable<SourceImport['begun']>): Promise<boolean> {
  const { at, others, memberId, grant, agent } = begun
  const result = await tx
    .updateTable('sourceImports')
    .set({ begunAt: at, others, memberId, shows: grant.shows, pictures: grant.pictures, agent })
    .where('id', '=', id)
    .where('begunAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function finishImport(db: Db, id: ImportId, at: Date): Promise<void> {
  await db.updateTable('sourceImports').set({ doneAt: at }).where('id', '=', id).execute()
}

/** How many lines came to what; `ready` ones on a member's site apart. */
export async function countLines(
  db: Db,
  id: ImportId,
): Promise<{ outcome: LineOutcome; hasMember: boolean; count: number }[]> {
  const { rows } = await sql<{ outcome: LineOutcome; hasMember: boolean; count: number }>`
    select outcome, member_id is not null as has_member, count(*)::int as count from source_import_lines
    where import_id = ${id} group by 1, 2`.execute(db)
  return rows
}

export type ShownLine = ImportLine & {
  readonly memberName: string | null
  readonly memberSlug: string | null
  readonly sourceId: SourceId | null
}

/** Lines of one outcome from a position on, in the list's order. */
export async function listLines(
  db: Db,
  id: ImportId,
  asked: { readonly outcome?: LineOutcome | undefined; readonly after?: number; readonly most: number },
): Promise<ShownLine[]> {
  const only = asked.outcome === undefined ? sql`` : sql`and l.outcome = ${asked.outcome}`
  const { rows } = await sql<ShownLine>`
    select l.position, l.title, l.url, l.site_url, l.language, l.member_id, l.outcome, l.source_id,
      m.name as member_name, m.slug as member_slug
    from source_import_lines l left join members m on m.id = l.member_id
    where l.import_id = ${id} and l.position > ${asked.after ?? -1} ${only}
    order by l.position limit ${asked.most}`.execute(db)
  return rows
}

export async function setLine(
  tx: Tx,
  id: ImportId,
  position: number,
  came: { outcome: LineOutcome; memberId?: MemberId; sourceId?: SourceId },
): Promise<void> {
  await tx
    .updateTable('sourceImportLines')
    .set(came)
    .where('importId', '=', id)
    .where('position', '=', position)
    .execute()
}

/** Forgets lists that were handed in before a moment; returns how many. */
export async function forgetImports(db: Db, before: Date): Promise<number> {
  const result = await db.deleteFrom('sourceImports').where('handedInAt', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** What the public log tells: decisions and measures of a month, counted by their grounds, and nothing that names anybody. */
import { sql } from 'kysely'
import type { Ground } from '../core/member/ground.ts'
import type { Db } from './connection.ts'

export type LogKind =
  | 'approved'
  | 'returned'
  | 'refused'
  | 'warning'
  | 'suspension'
  | 'removal'
  | 'appeal-stands'
  | 'appeal-granted'
  | 'notice'

export type LogLine = { readonly kind: LogKind; readonly ground: Ground | ''; readonly count: number }

/** `zone`: in which days and months begin. */
function inMonth(column: ReturnType<typeof sql.raw>, month: string, zone: string) {
  return sql`${column} >= (${`${month}-01`}::date::timestamp at time zone ${zone})
    and ${column} < ((${`${month}-01`}::date + interval '1 month')::timestamp at time zone ${zone})`
}

export async function readPublicLog(db: Db, month: string, zone: string): Promise<LogLine[]> {
  const within = (column: string) => inMonth(sql.raw(column), month, zone)
  const { rows } = await sql<LogLine>`
    select kind, ground, count(*)::int as count from (
      select d.kind, d.ground from decisions d where d.carried_out_at is not null and d.kind <> 'held' and ${within('d.carried_out_at')}
      union all select 'warning', w.ground from warnings w where ${within('w.warned_at')}
      union all select 'suspension', s.ground from suspensions s where ${within('s.begun_at')}
      union all select 'removal', r.ground from removals r where ${within('r.removed_at')}
      union all select 'appeal-' || p.outcome, '' from appeals p where p.decided_at is not null and ${within('p.decided_at')}
      union all select 'notice', n.reason from notices n where n.closed_at is not null and ${within('n.closed_at')}) as told
    group by kind, ground order by count(*) desc, ground`.execute(db)
  return rows
}

/** Members that were removed in a month: they were public, and so is that. */
export async function listRemoved(
  db: Db,
  month: string,
  zone: string,
): Promise<{ name: string; slug: string; ground: Ground; removedAt: Date }[]> {
  const { rows } = await sql<{ name: string; slug: string; ground: Ground; removedAt: Date }>`
    select m.name, m.slug, r.ground, r.removed_at from removals r join members m on m.id = r.member_id
    where r.ended_at is null and ${inMonth(sql.raw('r.removed_at'), month, zone)} order by r.removed_at`.execute(db)
  return rows
}

/** Months in which something was decided, the newest first: `2026-11`. */
export async function listLogMonths(db: Db, zone: string): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(at at time zone ${zone}, 'YYYY-MM') as month from (
      select carried_out_at as at from decisions where carried_out_at is not null and kind <> 'held'
      union all select warned_at from warnings union all select begun_at from suspensions
      union all select removed_at from removals union all select decided_at from appeals where decided_at is not null
      union all select closed_at from notices where closed_at is not null) as moments
    order by month desc limit 120`.execute(db)
  return rows.map(({ month }) => month)
}

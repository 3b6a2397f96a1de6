/** What search engines may be led to: addresses and moments of the stories readers may see. */
import { sql } from 'kysely'
import type { Db } from './connection.ts'
import { inPeriod } from './list-filters.ts'

export type Spot = { readonly day: string; readonly slug: string; readonly updatedAt: Date }
/** A month (`2013-09`) with how many stories it has and when the newest change was. */
export type Month = { readonly month: string; readonly stories: number; readonly updatedAt: Date }

/** Oldest first. */
export async function listMonths(db: Db): Promise<Month[]> {
  const { rows } = await sql<Month>`
    select left(day::text, 7) as month, count(*)::int as stories, max(updated_at) as updated_at
    from publications where shows <> 'nothing' group by 1 order by 1`.execute(db)
  return rows
}

/** In the order in which they were published. */
export async function listSpots(
  db: Db,
  { month, from, most }: { month: string; from: number; most: number },
): Promise<Spot[]> {
  const { rows } = await sql<Spot>`
    select day::text as day, slug, updated_at from publications
    where shows <> 'nothing' and ${inPeriod(month)}
    order by published_at, story_id offset ${from} limit ${most}`.execute(db)
  return rows
}

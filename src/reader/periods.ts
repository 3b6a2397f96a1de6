/** How many stories there are, by member and by time: counted once, and again only where something changed. */
import type { Db } from '../db/connection.ts'
import { countByMember } from '../db/members.ts'
import { countByDay } from '../db/published.ts'
import type { Context } from '../web/context.ts'
import type { Count } from '../web/ui/year-chart.ts'

/** Stories of each day (`2013-09-02`) that has any. Read it at once: it goes on changing. */
export async function countDays({ db, kept }: Context<Db>): Promise<ReadonlyMap<string, number>> {
  return await kept.tally('archive', (days) => countByDay(db, days?.filter(isWhole)))
}

/** Stories per year (`2013`), month of a year (`2013-09`) or day of a month (`2013-09-02`), oldest first. */
export async function countByPeriod(context: Context<Db>, within = ''): Promise<Count[]> {
  const length = within === '' ? 4 : within.length + 3
  const periods = new Map<string, number>()
  for (const [day, stories] of await countDays(context))
    if (day.startsWith(within)) {
      const period = day.slice(0, length)
      periods.set(period, (periods.get(period) ?? 0) + stories)
    }
  return [...periods].map(([period, stories]) => ({ period, stories })).sort((a, b) => (a.period < b.period ? -1 : 1))
}

/** Stories of each member, by its slug. */
export async function countMembers({ db, kept }: Context<Db>): Promise<ReadonlyMap<string, number>> {
  return await kept.tally('member', (slugs) => countByMember(db, slugs))
}

/** A day: the same drop names its month and its year, too. */
function isWhole(period: string): boolean {
  return period.length === 10
}

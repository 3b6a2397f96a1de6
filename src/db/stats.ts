/** What there is, in numbers. */
import { sql } from 'kysely'
import type { Db } from './connection.ts'
import { countNotices } from './notices.ts'
import { isThere } from './sources.ts'
import { countTasks } from './tasks.ts'

export type Stats = {
  members: number
  sources: { all: number; paused: number; failing: number; due: number }
  items: number
  stories: { all: number; published: number; held: number; withdrawn: number; versions: number }
  clusters: number
  events: number
  deliveries: Record<string, number>
  notices: { open: number; overdue: number }
  jobs: { waiting: number; running: number; failed: number }
}

export async function readStats(db: Db, now: Date): Promise<Stats> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from members where left_at is null) as members,
      (select count(*)::int from sources s where ${isThere()}) as sources,
      (select count(*)::int from sources s join source_pauses p on p.source_id = s.id
        where p.resumed_at is null and ${isThere()}) as paused,
      (select count(*)::int from sources s where failures > 0 and ${isThere()}) as failing,
      (select count(*)::int from sources s where next_visit_at <= ${now} and ${isThere()}) as due,
      (select count(*)::int from items) as items,
      (select count(*)::int from stories) as stories,
      (select count(*)::int from publications where shows <> 'nothing') as published,
      (select count(*)::int from holds where lifted_at is null) as held,
      (select count(*)::int from withdrawals) as withdrawn,
      (select count(*)::int from versions) as versions,
      (select count(distinct cluster_id)::int from clustered) as clusters,
      (select count(*)::int from events) as events`.execute(db)
  const n = (name: string) => rows[0]?.[name] ?? 0
  return {
    members: n('members'),
    sources: { all: n('sources'), paused: n('paused'), failing: n('failing'), due: n('due') },
    items: n('items'),
    stories: {
      all: n('stories'),
      published: n('published'),
      held: n('held'),
      withdrawn: n('withdrawn'),
      versions: n('versions'),
    },
    clusters: n('clusters'),
    events: n('events'),
    // Deliveries have no rows yet: nothing sends stories on.
    deliveries: {},
    notices: await countNotices(db, now),
    jobs: await countTasks(db),
  }
}

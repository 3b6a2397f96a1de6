/** The list of sources as those who look after them read it: by health, member and words, page by page. */
import { type RawBuilder, sql } from 'kysely'
import type { SourceId } from '../core/id.ts'
import type { SourceFacts, SourceState } from '../core/source-health.ts'
import type { Grant } from '../core/story/gate.ts'
import type { Db } from './connection.ts'
import { isThere } from './sources.ts'

export type ListedSource = SourceFacts & {
  readonly id: SourceId
  readonly memberSlug: string
  readonly memberName: string
  readonly url: string
  readonly title: string
  readonly state: SourceState
  readonly lastVisitAt: Date | null
  readonly nextVisitAt: Date
  readonly grant: Grant
}

/** What is looked for; what is undefined does not matter. */
export type SourceFilter = {
  readonly member?: string | undefined
  /** Words of its title, address or member's name. */
  readonly words?: string | undefined
  readonly now: Date
}

export const sourceOrders = ['member', 'visited', 'next'] as const
/** `member`: by member and address; `visited`: the last visited first; `next`: whose turn is next. */
export type SourceOrder = (typeof sourceOrders)[number]

/** Where a page ends: what its last source is ordered by, and its id. */
export type SourceMark = readonly [key: string, id: SourceId]

type Ordering = {
  readonly key: RawBuilder<unknown>
  readonly type: 'text' | 'timestamptz'
  readonly isFalling: boolean
}

const orderings: Readonly<Record<SourceOrder, Ordering>> = {
  member: { key: sql`lower(m.name) || chr(1) || lower(s.url)`, type: 'text', isFalling: false },
  visited: { key: sql`coalesce(s.last_visit_at, 'epoch')`, type: 'timestamptz', isFalling: true },
  next: { key: sql`s.next_visit_at`, type: 'timestamptz', isFalling: false },
}

/** One page, and where the next one begins, if there is one. */
export async function listSourcePage(
  db: Db,
  filter: SourceFilter & { readonly state?: SourceState | undefined },
  page: { readonly order: SourceOrder; readonly after?: SourceMark | undefined; readonly most: number },
): Promise<{ sources: ListedSource[]; next: SourceMark | undefined }> {
  const { key, type, isFalling } = orderings[page.order]
  const way = sql.raw(isFalling ? 'desc' : 'asc')
  const beyond = sql.raw(isFalling ? '<' : '>')
  const after = page.after
    ? sql`and (${key}, s.id) ${beyond} (${page.after[0]}::${sql.raw(type)}, ${page.after[1]}::uuid)`
    : sql``
  const state = filter.state === undefined ? sql`` : sql`and ${stateAt(filter.now)} = ${filter.state}`
  const { rows } = await sql<ListedSource & { key: string | Date }>`
    select s.id, m.slug as member_slug, m.name as member_name, s.url, s.title, ${stateAt(filter.now)} as state,
      p.why as paused, s.failures, s.last_problem, s.last_success_at, s.habit_seconds, s.last_news_at, s.last_visit_at,
      s.next_visit_at, ${key} as key,
      (select json_build_object('shows', g.shows, 'pictures', g.pictures) from grants g where g.source_id = s.id
        order by g.granted_at desc, g.id desc limit 1) as grant
    ${sourcesFor(filter)} ${state} ${after}
    order by ${key} ${way}, s.id ${way} limit ${page.most + 1}`.execute(db)
  const sources = rows.slice(0, page.most)
  const last = rows.length > page.most ? sources.at(-1) : undefined
  const mark = last && (last.key instanceof Date ? last.key.toISOString() : last.key)
  return { sources, next: last && mark !== undefined ? [mark, last.id] : undefined }
}

/** How many sources are in each state; those in none are left out. */
export async function countSourceStates(db: Db, filter: SourceFilter): Promise<Map<SourceState, number>> {
  const { rows } = await sql<{ state: SourceState; count: number }>`
    select ${stateAt(filter.now)} as state, count(*)::int as count ${sourcesFor(filter)} group by 1`.execute(db)
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** The same as `healthOf` answers, for the database to choose by; a test holds the two together. */
function stateAt(now: Date) {
  return sql`(case when p.id is not null then 'paused' when s.failures > 0 then 'failing'
    when s.last_success_at is null then 'new'
    when s.habit_seconds is not null and s.last_news_at < ${now}::timestamptz - greatest(3 * s.habit_seconds, 86400) * interval '1 second' then 'quiet'
    else 'well' end)`
}

function sourcesFor({ member, words }: SourceFilter) {
  const ofMember = member === undefined ? sql`` : sql`and m.slug = ${member}`
  const like = `%${(words ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const saying =
    words === undefined ? sql`` : sql`and (s.title ilike ${like} or s.url ilike ${like} or m.name ilike ${like})`
  return sql`from sources s join members m on m.id = s.member_id
    left join source_pauses p on p.source_id = s.id and p.resumed_at is null
    where ${isThere()} ${ofMember} ${saying}`
}

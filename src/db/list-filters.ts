/** What a list holds of the published view, and which version of a story stands in it for all of them. */
import { type RawBuilder, sql } from 'kysely'
import type { MemberId, StoryId } from '../core/id.ts'
import type { Genre } from '../core/story/gate.ts'
import type { Cursor } from '../core/story/story.ts'

export type ListQuery = {
  readonly limit: number
  readonly before?: Cursor | undefined
  readonly member?: MemberId | undefined
  readonly genre?: Genre | undefined
  /** A language with its varieties: `pt` finds pt-BR too. */
  readonly language?: string | undefined
  /** A topic's slug. */
  readonly topic?: string | undefined
  /** A country the story is about, `KE`. */
  readonly country?: string | undefined
  /** A month or a day in the network's time zone: `2013-09`, `2013-09-02`. */
  readonly period?: string | undefined
  /** Only these. */
  readonly ids?: readonly StoryId[] | undefined
  /** One line for one story: of those in the list that carry the same text only the one that was published first. */
  readonly oneEach?: boolean
}

type Filters = Omit<ListQuery, 'limit' | 'before' | 'oneEach'>

/**
 * The stories of one page of a list, newest first, as a statement that gives their ids: what a page shows of them is read
 * for these alone. The publication has all that is asked; joined with the rest, whole tables would be put in order for a
 * page.
 */
export function idsOf({ limit, before, oneEach, ...filters }: ListQuery): RawBuilder<unknown> {
  const fits = filtersOf(filters, 'p')
  if (before) fits.push(sql`(p.published_at, p.story_id) < (${before.at}, ${before.id})`)
  const list = sql`select p.story_id from publications p
    where p.shows <> 'nothing' and ${sql.join([sql`true`, ...fits], sql` and `)}
    order by p.published_at desc, p.story_id desc`
  if (!oneEach) return sql`${list} limit ${limit}`
  // `offset 0` has the question asked of one after the other, until the page is full, and not of all there are.
  return sql`select listed.story_id from (${list} offset 0) listed where ${isFirstOf(filters)} limit ${limit}`
}

/** The conditions of a list, of a publication that the statement calls `name`. */
function filtersOf(filters: Filters, name: string): RawBuilder<unknown>[] {
  const { member, genre, language, topic, country, period, ids } = filters
  const of = (column: string) => sql.ref(`${name}.${column}`)
  const story = of('storyId')
  const all: RawBuilder<unknown>[] = []
  if (member) all.push(sql`${of('memberId')} = ${member}`)
  if (genre) all.push(sql`${of('genre')} = ${genre}`)
  if (language) all.push(sql`(${of('language')} = ${language} or ${of('language')} like ${`${language}-%`})`)
  if (topic) all.push(sql`${story} in (select story_id from story_topics where story_topics.topic = ${topic})`)
  if (country)
    all.push(sql`${story} in (select story_id from story_places where story_places.country = ${country}::char(2))`)
  if (period) all.push(inPeriod(period, of('day')))
  if (ids) all.push(sql`${story} = any(${ids}::uuid[])`)
  return all
}

/** `2013`, `2013-09` or `2013-09-02`, of a column `day`. */
export function inPeriod(period: string, day: RawBuilder<unknown> = sql`day`): RawBuilder<boolean> {
  if (period.length === 10) return sql`${day} = ${period}::date`
  const first = period.length === 4 ? `${period}-01-01` : `${period}-01`
  const step = period.length === 4 ? '1 year' : '1 month'
  return sql`${day} >= ${first}::date and ${day} < ${first}::date + ${step}::interval`
}

/**
 * Whether no other version that this list holds was published before the `listed` one. It is told anew for each line, by
 * what readers may see at this moment: when the first is taken back, the next one stands in the list by itself. A
 * row that is looked for, not `exists`: of that the planner would make a table of all clusters there are. And `is not
 * null`, because of that it takes that nearly every line is let through, as it is.
 */
function isFirstOf(filters: Filters): RawBuilder<unknown> {
  return sql`case when (
    select true from clustered mine join origins own on own.story_id = mine.story_id
    join clustered others on others.cluster_id = mine.cluster_id
    join publications other on other.story_id = others.story_id and other.shows <> 'nothing'
    join origins first on first.story_id = others.story_id
    where mine.story_id = listed.story_id and (first.published_at, first.story_id) < (own.published_at, own.story_id)
      and ${sql.join([sql`true`, ...filtersOf(filters, 'other')], sql` and `)} limit 1)
    then null else true end is not null`
}

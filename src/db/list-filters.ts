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

/** The conditions of a list, of a row of the published view that the statement calls `name`. */
export function filtersOf(filters: Filters, name: string): RawBuilder<boolean>[] {
  const { member, genre, language, topic, country, period, ids } = filters
  const of = (column: string) => sql.ref(`${name}.${column}`)
  const all: RawBuilder<boolean>[] = []
  if (member) all.push(sql`${of('memberId')} = ${member}`)
  if (genre) all.push(sql`${of('genre')} = ${genre}`)
  if (language) all.push(sql`(${of('language')} = ${language} or ${of('language')} like ${`${language}-%`})`)
  if (topic) all.push(sql`${of('id')} in (select story_id from story_topics where story_topics.topic = ${topic})`)
  if (country)
    all.push(sql`${of('id')} in (select story_id from story_places where story_places.country = ${country}::char(2))`)
  if (period) all.push(inPeriod(period, of('day')))
  if (ids) all.push(sql`${of('id')} = any(${ids}::uuid[])`)
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
 * Whether no other version that this list holds was published before this one. It is told anew for each line, by what
 * readers may see at this moment: when the first is taken back, the next one stands in the list by itself. `is not true`
 * keeps it a question to each line, by keys; as a join the planner would read all clusters there are.
 */
export function isFirstOf(filters: Filters): RawBuilder<boolean> {
  return sql`exists (
    select from clustered mine
    join clustered others on others.cluster_id = mine.cluster_id
    join published_stories other on other.id = others.story_id
    where mine.story_id = published_stories.id
      and (other.origin_published_at, other.id) < (published_stories.origin_published_at, published_stories.id)
      and ${sql.join([sql`true`, ...filtersOf(filters, 'other')], sql` and `)}) is not true`
}

/**
 * Finding stories by their words: the newest thousand that fit, the best of them first, counted by what they have in
 * common. Reads the two views of what search may look at, and nothing else of a story. Bodies are looked into only where
 * headlines and summaries hold fewer than a page of counts, and are never ranked: that costs half a second
 * (docs/decisions/0027-search.md).
 */
import { type RawBuilder, sql } from 'kysely'
import type { StoryId } from '../core/id.ts'
import { type Filters, inOrder, type Question, queryOf, type Stems, shareOf } from '../core/question.ts'
import type { Cursor } from '../core/story/story.ts'
import { readCommonWords } from './common-words.ts'
import type { Db } from './connection.ts'

/** So many stories are looked at, and counted, at most. */
export const mostHits = 1_000

export type Seek = {
  readonly question: Question
  readonly filters: Filters
  readonly stems: readonly Stems[]
  readonly now: Date
  /** `best` first, or `newest`. Without words the newest come first. */
  readonly order: 'best' | 'newest'
  readonly from: number
  readonly limit: number
  /** Only what is older. */
  readonly before?: Cursor | undefined
  readonly facets: boolean
  /** Bodies are looked into where headlines and summaries give fewer stories than that. */
  readonly bodiesBelow: number
  /** One line for one story: of those that carry the same text only the one that was published first, counted once. */
  readonly oneEach: boolean
}

export const facetNames = ['genre', 'topic', 'place', 'language', 'member', 'year'] as const
export type FacetName = (typeof facetNames)[number]
export type Facet = {
  readonly what: FacetName
  readonly value: string
  /** Of topics and members: what they are called. */
  readonly label: string | null
  readonly stories: number
}

export type Found = {
  readonly ids: readonly StoryId[]
  /** How many there are, `mostHits` at most. */
  readonly hits: number
  readonly more: boolean
  /** The day of the oldest of those looked at. */
  readonly oldest: string | null
  readonly facets: readonly Facet[]
  /** Whether headlines and summaries gave enough, so that no body was looked into. */
  readonly unread: boolean
}

export async function seek(db: Db, asked: Seek): Promise<Found> {
  const { order, from, limit, facets, oneEach, question, stems } = asked
  const common = await readCommonWords(db, asked.now)
  const rare = shareOf(question.wanted, stems, common.shares) * common.stories < mostSorted
  const ranked = order === 'best' && question.wanted.length > 0
  const best = ranked ? sql`score desc, published_at desc, id desc` : sql`published_at desc, id desc`
  const { rows } = await sql<Omit<Found, 'more' | 'unread'> & { all: number; short: number }>`
    with hit as materialized (${hitsOf(asked, ranked, rare)}),
    told as materialized (${oneEach ? told : sql`select ${hitColumns}, id as text from hit`}),
    line as (${oneEach ? line : sql`select id, published_at, score from told`}),
    page as (select id, row_number() over (order by ${best}) as place from line order by place offset ${from} limit ${limit})
    select (select count(*)::int from hit) as all,
      (select least(count(*), ${mostHits})::int from line) as hits,
      (select count(*)::int from hit where not deep) as short,
      (select min(day)::text from hit) as oldest,
      coalesce((select json_agg(id order by place) from page), '[]'::json) as ids,
      ${facets ? counted(oneEach ? sql`count(distinct text)` : sql`count(*)`) : sql`'[]'::json`} as facets`.execute(db)
  const [row] = rows
  if (!row) throw new Error('A count answered nothing.')
  const { all, short, ...found } = row
  const unread = question.wanted.length > 0 && short >= asked.bodiesBelow
  return { ...found, more: all > mostHits, unread }
}

/** What was found, each with what it is a version of: the cluster it stands in, or itself. */
const hitColumns = sql.raw('hit.id, hit.published_at, hit.day, hit.member_id, hit.genre, hit.language, hit.score')
const told = sql`select ${hitColumns}, coalesce(c.cluster_id, hit.id) as text, o.published_at as first_at
  from hit left join clustered c on c.story_id = hit.id left join origins o on o.story_id = c.story_id`
/** Of each text the version that was published first, in the place of the one that answers best. */
const line = sql`select distinct on (text) id, published_at, max(score) over (partition by text) as score
  from told order by text, first_at, id`

/**
 * So many are found by the index of their words and then put in order. Where more have them, the newest are soon met going
 * through all by time. At a million stories both ways look at as many when 3 of 100 have a word.
 */
const mostSorted = 30_000

/** The newest that fit, one more than are told. Without words: all stories. */
function hitsOf(asked: Seek, ranked: boolean, rare: boolean): RawBuilder<unknown> {
  const { question, stems } = asked
  const columns = sql`f.id, f.published_at, f.day, f.member_id, f.genre, f.language`
  if (question.wanted.length === 0)
    return sql`select ${columns}, false as deep, 0 as score from findable_stories f where ${conditions(asked)}
      order by f.published_at desc, f.id desc limit ${mostHits + 1}`
  const words = queryOf(question.wanted, stems)
  // No index knows this sum, so the planner cannot go through all stories by time.
  const time = rare ? sql`f.published_at + interval '0'` : sql`f.published_at`
  const short = sql`select ${columns}, false as deep, ${ranked ? scoreOf(asked, words) : sql`0`} as score from findable_stories f
    where f.search @@ ${words}::tsquery and ${conditions(asked)}
    order by ${time} desc, f.id desc limit ${mostHits + 1}`
  if (asked.bodiesBelow === 0) return short
  // By their words alone, then in order: nothing here may make the database go through bodies one by one.
  const older = asked.before ? sql`and (b.published_at, b.story_id) < (${asked.before.at}, ${asked.before.id})` : sql``
  const enough = isNarrowed(asked) ? sql`` : sql`limit ${mostHits + 1}`
  // Few: each is looked up by itself, where the planner would rather read all there are.
  const stories = isNarrowed(asked)
    ? sql`join findable_stories f on f.id = deep.story_id and f.whole`
    : sql`cross join lateral (select id, published_at, day, member_id, genre, language, search from findable_stories s where s.id = deep.story_id and s.whole limit 1) f`
  return sql`
    with short as materialized (${short}),
    deep as materialized (select b.story_id from publication_bodies b
      where (select count(*) from short) < ${asked.bodiesBelow} and b.words @@ ${words}::tsquery ${older}
      order by b.published_at desc, b.story_id desc ${enough})
    select id, published_at, day, member_id, genre, language, deep, score from short
    union all
    (select ${columns}, true, ${ranked ? sql`-extract(epoch from ${asked.now}::timestamptz - f.published_at)::float8` : sql`0`}
      from deep ${stories} where ${conditions(asked)} and f.id not in (select id from short)
      order by f.published_at desc, f.id desc limit ${mostHits + 1} - (select count(*) from short))`
}

/** Whether of those that have the words some are left out. */
function isNarrowed({ question, filters }: Seek): boolean {
  return question.unwanted.length > 0 || Object.values(filters).some((value) => value !== undefined)
}

/**
 * How well a headline and a summary answer: words as they were asked for count double, and more where a headline has
 * them in their order; what is a month old counts two thirds.
 */
function scoreOf({ question, now }: Seek, words: string): RawBuilder<unknown> {
  const exact = queryOf(question.wanted)
  const order = inOrder(question.wanted)
  const weights = sql`'{0.05,0.1,0.4,1}'::float4[]`
  return sql`(ts_rank(${weights}, f.search, ${exact}::tsquery) * 2 + ts_rank(${weights}, f.search, ${words}::tsquery)
    ${order ? sql`+ case when f.search @@ ${order}::tsquery then 6 else 0 end` : sql``})
    * (0.35 + 0.65 / (1 + greatest(0, extract(epoch from ${now}::timestamptz - f.published_at)) / 2592000))`
}

function conditions({ question, stems, filters, before }: Seek): RawBuilder<unknown> {
  const all = [sql`true`, ...filtersOf(filters)]
  if (question.unwanted.length > 0) {
    const unwanted = queryOf(question.unwanted, stems, '|')
    // Not as part of the other: an index cannot answer what is not there.
    all.push(sql`not f.search @@ ${unwanted}::tsquery`)
    all.push(sql`not exists (select from findable_bodies b where b.id = f.id and b.words @@ ${unwanted}::tsquery)`)
  }
  if (before) all.push(sql`(f.published_at, f.id) < (${before.at}, ${before.id})`)
  return sql.join(all, sql` and `)
}

function filtersOf({ topic, place, language, genre, member, from, to }: Filters): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  if (topic !== undefined)
    all.push(sql`exists (select from story_topics x where x.story_id = f.id and x.topic = ${topic})`)
  if (place !== undefined)
    all.push(
      sql`exists (select from story_places x where x.story_id = f.id and x.country = ${place.toUpperCase()}::char(2))`,
    )
  if (language !== undefined) all.push(sql`(f.language = ${language} or f.language like ${`${language}-%`})`)
  if (genre !== undefined) all.push(sql`f.genre = ${genre}`)
  if (member !== undefined) all.push(sql`f.member_id = (select x.id from members x where x.slug = ${member})`)
  if (from !== undefined) all.push(sql`f.day >= ${from}::date`)
  if (to !== undefined) all.push(sql`f.day <= ${to}::date`)
  return all
}

/** Values told of each facet, most frequent first. */
const mostValues = 8

/** `each`: how the stories that have a value are counted. */
function counted(each: RawBuilder<unknown>): RawBuilder<unknown> {
  const none = sql`null::text`
  /** Counted first, then named: eight names, not a thousand. */
  const part = (
    what: FacetName,
    value: RawBuilder<unknown>,
    from: RawBuilder<unknown>,
    name = none,
    naming = sql``,
    told = sql`value::text`,
  ) => sql`
    (select ${what}::text as what, ${told} as value, ${name} as label, stories from
      (select ${value} as value, ${each}::int as stories from ${from}
        group by 1 order by 2 desc, 1 limit ${mostValues}) counted ${naming})`
  return sql`coalesce((select json_agg(f order by f.what, f.stories desc, f.value) from (
    ${part('genre', sql`told.genre`, sql`told`)} union all
    ${part('language', sql`split_part(told.language, '-', 1)`, sql`told where told.language <> ''`)} union all
    ${part('year', sql`to_char(told.day, 'YYYY')`, sql`told`)} union all
    ${part('member', sql`told.member_id`, sql`told`, sql`m.name`, sql`join members m on m.id = value`, sql`m.slug`)} union all
    ${part('topic', sql`s.topic`, sql`told join story_topics s on s.story_id = told.id`, sql`t.name`, sql`join topics t on t.slug = value`)} union all
    ${part('place', sql`p.country`, sql`(select distinct told.id, told.text, p.country from told join story_places p on p.story_id = told.id where p.country is not null) p`)}) f), '[]'::json)`
}

/** How many stories have a word in headline or summary, as far as `most`. */
export async function countWord(db: Db, word: string, most: number, now: Date): Promise<number> {
  const common = await readCommonWords(db, now)
  const has = sql`select from findable_stories where search @@ ${`'${word}'`}::tsquery`
  // All that have a rare word, by its index: with a limit the planner would look for the first of them through all stories.
  const found = common.shares.has(word) ? sql`${has} limit ${most}` : has
  const { rows } = await sql<{ stories: number }>`
    with found as materialized (${found}) select least(count(*), ${most})::int as stories from found`.execute(db)
  return rows[0]?.stories ?? 0
}

/** How the bodies of these stories begin, in `most` characters; empty unless readers may read them whole. */
export async function readBodies(db: Db, ids: readonly StoryId[], most: number): Promise<Map<StoryId, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: StoryId; body: string }>`
    select id, left(body, ${most}) as body from published_stories where id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, body }) => [id, body]))
}

/** The languages a question is stemmed in. */
export async function listSearchLanguages(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('searchLanguages').select('language').orderBy('language').execute()
  return rows.map(({ language }) => language)
}

/** Words one letter from this one, as far as they are known. They may stand in no story any more: ask before one is shown. */
export async function findAlike(db: Db, variants: readonly string[], most: number): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from search_vocabulary where variants && ${[...variants]}::text[] limit ${most}`.execute(db)
  return rows.map(({ word }) => word)
}

/** Whether a statement was stopped because it took too long. */
export function tookTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014'
}

/** An archive of made-up stories, written as the program writes them, but many at once and without its queue and its log. */
import { sql } from 'kysely'
import { partsOf } from '../src/core/search-parts.ts'
import { searchVector, wordsOf } from '../src/core/search-words.ts'
import { genres } from '../src/core/story/gate.ts'
import type { Db } from '../src/db/connection.ts'
import { readStems } from '../src/db/stems.ts'
import { madeLanguages, numbers, text } from './made-words.ts'

const years = 25
const members = 200
const batch = 500

/** False where there are as many already. */
export async function fillArchive(db: Db, stories: number): Promise<boolean> {
  const { rows } = await sql<{ there: number }>`select count(*)::int as there from publications`.execute(db)
  if ((rows[0]?.there ?? 0) >= stories) return false
  await sql`insert into members (id, slug, name, kind, site_url, languages, country_shown, created_at, created_by)
    select gen_random_uuid(), 'paper-' || n, 'Paper ' || n, 'newspaper', 'https://paper-' || n || '.example/', '{}', false, now(), 'bench'
    from generate_series(1, ${members}::int) n`.execute(db)
  await sql`insert into topics (slug, name) select 'topic-' || n, 'Topic ' || n from generate_series(1, 60) n`.execute(
    db,
  )
  await sql`insert into search_languages select unnest(${madeLanguages}::text[])`.execute(db)
  // Made anew at the end, as one that grew would be after a while.
  await sql`drop index publications_search, publication_bodies_words`.execute(db)
  const { rows: papers } = await sql<{ id: string }>`select id from members order by slug`.execute(db)
  const draw = numbers(1)
  for (let from = 0; from < stories; from += batch)
    await writeBatch(
      db,
      Math.min(batch, stories - from),
      from,
      papers.map(({ id }) => id),
      draw,
    )
  await sql`create index publications_search on publications using gin (search)`.execute(db)
  await sql`create index publication_bodies_words on publication_bodies using gin (words) with (gin_pending_list_limit = 512)`.execute(
    db,
  )
  await sql`vacuum analyze`.execute(db)
  return true
}

async function writeBatch(
  db: Db,
  count: number,
  from: number,
  papers: readonly string[],
  draw: () => number,
): Promise<void> {
  const made = Array.from({ length: count }, (_, n) => {
    // Half of the stories are in English; the newest years have most.
    const language = draw() < 0.5 ? 'en' : (madeLanguages[Math.floor(draw() * madeLanguages.length)] ?? 'en')
    const short = language === 'zh' ? 2 : 1
    return {
      n: from + n,
      language,
      paper: papers[Math.floor(papers.length * draw() ** 2)] ?? '',
      genre: draw() < 0.7 ? 'report' : (genres[Math.floor(draw() * genres.length)] ?? 'report'),
      at: new Date(Date.UTC(2026, 10, 27) - draw() ** 2 * years * 365 * 86_400_000),
      headline: text(language, 8 / short, draw),
      excerpt: text(language, 30 / short, draw),
      body: text(language, 200 / short, draw),
      topics: [1, 2].map(() => `topic-${1 + Math.floor(60 * draw() ** 2)}`),
      country: ['KE', 'US', 'MX', 'BR', 'DE', 'EG', 'IN', 'ZA'][Math.floor(draw() * 8)] ?? 'KE',
    }
  })
  const stems = await readStems(
    db,
    made.map(({ language, headline, excerpt, body }) => ({ language, words: [headline, excerpt, body].map(wordsOf) })),
  )
  const vectors = made.map((story) => {
    const of = stems(story.language)
    const told = { headline: story.headline, standfirst: '', excerpt: story.excerpt }
    return {
      search: searchVector(partsOf(told, 'excerpt'), of),
      words: searchVector(partsOf(told, 'full', story.body), of),
    }
  })
  const column = <K extends keyof (typeof made)[number]>(name: K) => made.map((story) => story[name])
  await sql`
    with given as materialized (
      select gen_random_uuid() as id, g.* from unnest(${column('n')}::int[], ${column('language')}::text[], ${column('paper')}::uuid[],
        ${column('genre')}::text[], ${column('at').map((at) => at.toISOString())}::timestamptz[], ${column('headline')}::text[],
        ${column('excerpt')}::text[], ${column('body')}::text[], ${column('topics').map((topics) => topics.join(' '))}::text[],
        ${column('country')}::text[], ${vectors.map(({ search }) => search)}::text[], ${vectors.map(({ words }) => words)}::text[])
        as g (n, language, paper, genre, at, headline, excerpt, body, topics, country, search, words)),
    story as (insert into stories (id, member_id, genre, sponsored, agency, agency_name, version, created_at)
      select id, paper, genre, false, false, '', 1, at from given),
    version as (insert into versions (story_id, number, kind, note, headline, standfirst, excerpt, body, byline, language, located,
        ed_note, keywords, pictures, digest, created_at)
      select id, 1, 'first', '', headline, '', excerpt, '<p>' || body || '</p>', '', language, '', '', '{}', '[]', n::text, at from given),
    origin as (insert into origins (story_id, publisher, publisher_url, url, published_at, licence, usage_terms)
      select id, 'Paper', null, 'https://paper.example/' || n, at, 'unknown', '' from given),
    publication as (insert into publications (story_id, member_id, published_at, published_by, updated_at, day, slug, shows, pictures,
        reason, search, genre, language)
      select id, paper, at, 'bench', at, at::date, 'story-' || n, 'full', 'none', 'The member grants the full text.', search::tsvector,
        genre, language from given),
    bodies as (insert into publication_bodies (story_id, published_at, words) select id, at, words::tsvector from given),
    placed as (insert into story_places (story_id, position, country, name) select id, 0, country, '' from given)
    insert into story_topics (story_id, topic)
      select distinct id, topic from given, unnest(string_to_array(topics, ' ')) as topic`.execute(db)
}

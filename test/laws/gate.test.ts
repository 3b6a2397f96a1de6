/** There is one way to a story, and it leads through the gate. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Source, sourceOf, sources } from './code.ts'

/** Files of db/ that public surfaces may read, and the tables each may name. */
const open: Readonly<Record<string, readonly string[]>> = {
  'src/db/published.ts': [
    'published_stories',
    'published_repairs',
    'published_pictures',
    'published_back_matter',
    'withdrawn_stories',
    'expired_stories',
    'hops',
    'versions',
    'story_topics',
    'story_places',
    'publications',
    'members',
    'events',
    'story_topics',
    'story_places',
  ],
  'src/db/beside.ts': [
    ...['asked', 'hops', 'versions', 'published_back_matter', 'story_topics', 'topics', 'story_places'],
    ...['published_here', 'published_translations'],
  ],
  'src/db/story-page.ts': ['published_stories', 'publications'],
  'src/db/newest-stories.ts': ['published_stories'],
  'src/db/copies.ts': ['published_stories', 'clustered', 'clusters'],
  // Of origins only when those were published that the gate shows.
  'src/db/list-filters.ts': ['publications', 'clustered', 'origins', 'story_topics', 'story_places'],
  'src/db/languages.ts': ['published_stories', 'clustered'],
  'src/db/topics.ts': ['topics', 'story_topics', 'publications', 'clustered', 'repeated'],
  'src/db/places.ts': ['story_places', 'publications', 'clustered', 'placed', 'repeated'],
  'src/db/notices.ts': ['notices'],
  'src/db/public-log.ts': [
    'decisions',
    'warnings',
    'suspensions',
    'removals',
    'appeals',
    'notices',
    'members',
    'told',
    'moments',
  ],
  'src/db/members.ts': ['members', 'sources', 'publications'],
  'src/db/profiles.ts': ['members', 'member_profiles', 'member_homes', 'member_contacts'],
  'src/db/gone.ts': ['withdrawn_stories', 'expired_stories', 'tombstones'],
  'src/db/sitemap.ts': ['publications'],
  'src/db/media.ts': ['media', 'story_media', 'published_stories', 'members', 'member_profiles'],
  'src/db/network.ts': ['network'],
  'src/db/front-sections.ts': ['network'],
  // Its two views are what search may look at; of bodies by themselves only whose they are, and then the view is asked.
  'src/db/search.ts': [
    ...['findable_stories', 'findable_bodies', 'publication_bodies', 'published_stories'],
    ...['members', 'topics', 'story_topics', 'story_places', 'search_vocabulary', 'search_languages'],
    // Of what was found: what it is a version of, and which was published first.
    ...['clustered', 'origins'],
    // What its statement names itself.
    ...['hit', 'told', 'line', 'page', 'short', 'deep', 'found'],
  ],
  'src/db/find-stories.ts': [],
  'src/db/stems.ts': [],
  'src/db/connection.ts': [],
}
/** The router joins parts: beside what surfaces read, it counts for those who watch over the program. */
const router = new Set([...Object.keys(open), 'src/db/past-doors.ts', 'src/db/stats.ts', 'src/db/tasks.ts'])

test('public surfaces reach stories only through the published view', () => {
  const surfaces = [
    ...sources('src/reader/**/*.ts'),
    ...sources('src/syndication/**/*.ts'),
    ...sources('src/search/{page,view,facets,open-search}.ts'),
    ...sources('src/moderation/pages.ts'),
    ...sources('src/moderation/public-log.ts'),
    ...sources('src/web/**/*.ts'),
  ]
  const wrong = surfaces.flatMap(({ path, running }) =>
    running
      .filter((name) => /^src\/(?:db|wire|jobs)\//.test(name) && !(name in open) && name !== 'src/db/notify.ts')
      .map(
        (name) =>
          `${path} imports ${name}: read stories through src/db/published.ts, which holds only what the gate shows.`,
      ),
  )
  assert.deepEqual(wrong, [])
})

test('the router answers nothing about stories by itself', () => {
  const [app] = sources('src/app.ts')
  const wrong = (app?.running ?? []).filter((name) => /^src\/(?:db|wire)\//.test(name) && !router.has(name))
  assert.deepEqual(wrong, [], 'src/app.ts joins parts: a page that needs this is a handler in a room')
})

test('what public surfaces read is read from the published view, and counted only where the gate shows it', () => {
  const wrong = Object.entries(open).flatMap(([path, allowed]) =>
    sources(path).flatMap((source) => misread(source, allowed)),
  )
  assert.deepEqual(wrong, [])
})

test('the law sees every way to name a table', () => {
  const allowed = ['published_stories', 'publications']
  const read = (code: string) => misread(sourceOf('src/db/x.ts', code), allowed)
  for (const code of [
    "db.selectFrom('stories')",
    'db.selectFrom("versions as v")',
    "db.selectFrom(['publishedStories', 'stories'])",
    'db.selectFrom(table)',
    "db.selectFrom('publishedStories').innerJoin('stories', 'a', 'b')",
    'sql`select * from stories`',
    'sql`select * from published_stories join versions v on true`',
    'sql`select * from\n  public.stories`',
    'sql`select (select count(*) from publications) as n`',
    "db.selectFrom('publications').select('memberId').groupBy('memberId')",
    'sql`table stories`',
  ])
    assert.equal(read(code).length, 1, code)
  for (const code of [
    "import { sql } from 'kysely'",
    "db.selectFrom('publishedStories')",
    "db.selectFrom('publications').where('shows', '<>', 'nothing')",
    "sql`select count(*) from publications where shows <> 'nothing'`",
    'sql`select n from (select 1 as n from published_stories) recent`',
  ])
    assert.deepEqual(read(code), [], code)
})

/** No two ways out with different ideas of what is public: tables that say more than the gate shows are named nowhere. */
function misread({ path, told }: Source, allowed: readonly string[]): string[] {
  const wrong: string[] = []
  const named = (table: string | undefined, at: number) => {
    if (table === undefined) wrong.push(`${path} names a table this law cannot read: write its name where it is read.`)
    else if (!allowed.includes(table))
      wrong.push(`${path} reads "${table}": read published_stories, which holds only what the gate shows.`)
    else if (table === 'publications' && !/^[^;]{0,200}?\bshows\b[^;]{0,10}<>[^;]{0,4}'nothing'/.test(told.slice(at)))
      wrong.push(`${path} counts publications whether the gate shows them or not: say shows <> 'nothing'.`)
  }
  for (const call of told.matchAll(
    /(?:selectFrom|insertInto|updateTable|deleteFrom|[a-z]Join)\(\s*(?:(['"`])(\w+)(?:\s+as\s+\w+)?\1|(?=\S))/g,
  ))
    named(call[2] && snake(call[2]), call.index)
  for (const clause of told.matchAll(
    /\b(?:from|join|into|update|table)\s+(?:only\s+)?(?:\w+\.)?([a-z_]+)\b(?!\s*\()/gi,
  ))
    if (!isSet(told, clause.index)) named(clause[1], clause.index)
  return wrong
}

/** `on conflict … do update set` names no table. */
function isSet(told: string, at: number): boolean {
  return /^update\s+set\b/i.test(told.slice(at, at + 20))
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

test('no account mail address is read for a public surface', () => {
  const surfaces = [
    ...sources('src/reader/**/*.ts'),
    ...sources('src/syndication/**/*.ts'),
    ...Object.keys(open).flatMap((path) => sources(path)),
  ]
  const wrong = surfaces
    .filter(({ told }) => namesMail(told))
    .map(({ path }) => `${path} names a mail address: those of accounts never reach a public page.`)
  assert.deepEqual(wrong, [])
  for (const code of [
    "select(['id', 'email'])",
    'account.contactMail',
    'sql`select e_mail from accounts`',
    'row.eMail',
  ])
    assert.ok(namesMail(code), code)
})

function namesMail(told: string): boolean {
  return /e_?-?mail|mail\b|mail_|Mail/i.test(told)
}

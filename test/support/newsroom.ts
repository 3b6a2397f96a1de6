/**
 * The world of a test in one line:
 *
 *   await using world = await newsroom()
 *
 * Its own database, the app, a clock it owns, a fake internet, and the program's own actions to fill it. When it ends,
 * the tasks that are left run, and a task that fails, fails the test.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beginSession } from '../../src/accounts/session.ts'
import { createWeb, type WebApp } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config.ts'
import type { Right } from '../../src/core/account/rights.ts'
import type { AccountId, MemberId, SourceId, StoryId } from '../../src/core/id.ts'
import type { Log } from '../../src/core/log.ts'
import type { SeatRole } from '../../src/core/member/seat.ts'
import { readSearch } from '../../src/core/search-address.ts'
import type { Grant } from '../../src/core/story/gate.ts'
import { claimSource } from '../../src/db/claims.ts'
import { type Db, openPool } from '../../src/db/connection.ts'
import { findStories } from '../../src/db/find-stories.ts'
import { readNetwork } from '../../src/db/network.ts'
import { newId } from '../../src/db/new-id.ts'
import { listSearchLanguages } from '../../src/db/search.ts'
import { insertSeat } from '../../src/db/seats.ts'
import { insertSource } from '../../src/db/sources.ts'
import type { Visit } from '../../src/db/visits.ts'
import { addSource, type SourceWords } from '../../src/ingest/add-source.ts'
import { bringPictures } from '../../src/ingest/bring-pictures.ts'
import { type IngestContext, visit } from '../../src/ingest/visit.ts'
import { takeTasks } from '../../src/jobs/once.ts'
import { addMember } from '../../src/membership/add-member.ts'
import { createFetcher } from '../../src/net/fetch.ts'
import { createMediaStore } from '../../src/net/media-store.ts'
import { keepWords } from '../../src/search/keep-words.ts'
import { taskHandlers } from '../../src/tasks.ts'
import { type Draft, publish, type WireContext } from '../../src/wire/publish.ts'
import { makeAccount } from './accounts.ts'
import { type TestClock, testClock } from './clock.ts'
import { type TestDatabase, testDatabase } from './databases.ts'
import { type DraftWords, draftFor } from './drafts.ts'
import { type Letter, readLetters } from './letters.ts'
import { type Strangers, strangers } from './strangers.ts'

export type World = AsyncDisposable & {
  readonly db: Db
  readonly database: TestDatabase
  readonly clock: TestClock
  readonly net: Strangers
  readonly config: Config
  readonly web: WebApp
  readonly logged: { level: string; message: string; fields: unknown }[]
  /** Asks the app, as a browser would. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  wire(): Promise<WireContext>
  /** Sends a form, as a browser would from a page of ours. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  /** Somebody with an account (password: `tests-only-password`). */
  account(words?: { mail?: string; name?: string; rights?: readonly Right[] }): Promise<AccountId>
  /** Gives somebody a seat with a member. */
  seat(account: AccountId, member: MemberId, role?: SeatRole): Promise<void>
  /** Suspends a member until somebody ends it. */
  suspend(member: MemberId): Promise<void>
  /** Signs somebody in and answers the header their browser brings from then on. */
  signedIn(account: AccountId): Promise<{ cookie: string }>
  /** The letters written so far, oldest first. */
  letters(): Promise<Letter[]>
  /** A topic of the network. */
  topic(slug: string, name: string): Promise<void>
  member(words?: {
    name?: string
    kind?: string
    site?: string
    country?: string
  }): Promise<{ id: MemberId; slug: string }>
  /** Publishes a story of a member (made if there is none) and answers its id. */
  story(words?: DraftWords & { grant?: Grant }): Promise<StoryId>
  publish(drafts: readonly Draft[]): Promise<StoryId[]>
  source(url: string, grant?: Partial<Grant>, words?: Partial<SourceWords>): Promise<SourceId>
  /** A source of that member with this grant, which nobody visits. */
  granted(grant: Grant): Promise<SourceId>
  /** Visits a source now. */
  visit(id: SourceId): Promise<Visit>
  /** The stories a search answers with, best first. Bodies are found once `readLog` was called. */
  find(question: string): Promise<readonly StoryId[]>
  /** Lets the search read the whole log. */
  readLog(): Promise<void>
  /** Brings the pictures that are due. */
  pictures(): Promise<void>
  /** Runs the tasks that are queued; answers their names. */
  work(): Promise<string[]>
}

export async function newsroom(env: Record<string, string> = {}): Promise<World> {
  const database = await testDatabase()
  const data = await mkdtemp(join(tmpdir(), 'wireroom world '))
  const clock = testClock()
  const config = readConfig({
    WIREROOM_DATA: data,
    DATABASE_URL: database.url,
    WIREROOM_SECRET: 'a secret of tests alone, 32 characters',
    WIREROOM_ALLOW_PRIVATE_NETWORKS: 'on',
    WIREROOM_URL: 'https://wire.example',
    DATABASE_POOL: '4',
    ...env,
  })
  const logged: World['logged'] = []
  const log = logInto(logged)
  const pool = openPool(database.reach, { name: 'test', size: 4, prepares: true })
  const net = await strangers()
  const fetcher = createFetcher(config)
  const web = createWeb({ config, reach: database.reach, listenReach: database.reach, clock, log })
  const ingest: IngestContext = { db: pool.db, fetcher, clock, minPollSeconds: config.minPollSeconds, url: config.url }
  const handlers = taskHandlers(config, pool.db, clock, log, fetcher)
  let sources = 0
  let first: Promise<{ id: MemberId; slug: string }> | undefined

  const world: World = {
    db: pool.db,
    database,
    clock,
    net,
    config,
    web,
    logged,
    get: (path, headers = {}) => web.fetch(new Request(new URL(path, 'http://wire.example'), { headers })),
    post: (path, form, headers = {}) =>
      web.fetch(
        new Request(new URL(path, 'http://wire.example'), {
          method: 'POST',
          body: new URLSearchParams(form),
          headers: { origin: config.url, ...headers },
        }),
      ),
    account: ({ mail = 'kim@harbour.example', name = 'Kim Osei', rights = [] } = {}) =>
      makeAccount(pool.db, { mail, name, rights }, { now: clock(), secret: config.secret ?? '' }),
    async seat(account, member, role = 'owner') {
      await pool.db.transaction().execute((tx) => insertSeat(tx, { account, member, role }, clock(), 'operator'))
    },
    async suspend(memberId) {
      const suspension = { id: newId(clock()), memberId, begunAt: clock(), begunBy: 'operator', why: 'a test' }
      await pool.db
        .insertInto('suspensions')
        .values({ ...suspension, stories: 'stay' })
        .execute()
    },
    async signedIn(account) {
      const token = await pool.db
        .transaction()
        .execute((tx) => beginSession(tx, { account, way: 'link', now: clock() }))
      return { cookie: `${config.url.startsWith('https:') ? '__Host-' : ''}wireroom=${token}` }
    },
    letters: () => readLetters(data),
    async topic(slug, name) {
      await pool.db.insertInto('topics').values({ slug, name }).execute()
    },
    wire: async () => ({ now: clock(), by: 'test', timeZone: (await readNetwork(pool.db)).timeZone }),
    member({ name = 'Harbour Times', kind = 'newspaper', site = 'https://harbour.example', country } = {}) {
      const made = addMember(pool.db, { name, kind, site, country }, { now: clock(), by: 'test' })
      first ??= made
      return made
    },
    async story({ grant, ...words } = {}) {
      first ??= world.member()
      const source = grant && { source: await world.granted(grant) }
      const [id] = await world.publish([draftFor(await first, { ...words, ...source }, clock())])
      if (!id) throw new Error('No story was published.')
      return id
    },
    async publish(drafts) {
      const context = await world.wire()
      return await pool.db.transaction().execute((tx) => publish(tx, context, drafts))
    },
    async source(url, grant = {}, words = {}) {
      first ??= world.member()
      const { slug } = await first
      const added = await addSource(
        ingest,
        { url, member: slug, grant: { shows: 'full', pictures: 'none', ...grant }, ...words },
        'test',
      )
      return added.id
    },
    async granted(grant) {
      first ??= world.member()
      const { id: memberId } = await first
      sources += 1
      const url = `https://harbour.example/feed-${sources}`
      const words = { memberId, url, siteUrl: null, title: '', language: null, grant, intervalSeconds: 1_800 }
      const id = await pool.db.transaction().execute((tx) => insertSource(tx, words, clock(), 'test'))
      if (!id) throw new Error('This source is there already.')
      return id
    },
    async visit(id) {
      const now = clock()
      const claimed = await claimSource(pool.db, id, { now, until: new Date(now.getTime() + 60_000), by: 'test' })
      if (!claimed) throw new Error('The source is claimed by somebody else.')
      return await visit(ingest, claimed)
    },
    async find(asked) {
      const { question, sought: filters = {} } = readSearch({ q: asked })
      const languages = await listSearchLanguages(pool.db)
      const found = await findStories(pool.db, {
        ...{
          question,
          filters,
          languages,
          language: 'en',
          now: clock(),
          order: 'best',
          from: 0,
          limit: 50,
          facets: false,
          bodies: true,
          oneEach: false,
        },
      })
      return found.ids
    },
    async readLog() {
      while (await keepWords(pool.db)) {}
    },
    async pictures() {
      const parts = { ...ingest, media: createMediaStore(config, clock), worker: 'test', log }
      while (await bringPictures(parts, new AbortController().signal)) clock.advance(2)
    },
    work: () => takeTasks(pool, handlers),
    async [Symbol.asyncDispose]() {
      try {
        await world.work()
      } finally {
        await web.close()
        await fetcher.close()
        await pool.close()
        await net[Symbol.asyncDispose]()
        await database[Symbol.asyncDispose]()
        await rm(data, { recursive: true, force: true })
      }
    },
  }
  return world
}

function logInto(lines: World['logged']): Log {
  const at = (level: string) => (message: string, fields?: unknown) => void lines.push({ level, message, fields })
  return { debug: at('debug'), info: at('info'), warning: at('warning'), error: at('error') }
}

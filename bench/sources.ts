/**
 * The pages of those who look after sources, with as many as a large network has: each member with a handful, a year of
 * days and a month of ledger behind every one. Asks the pages one after the other, as somebody who reads does, of a web
 * process of its own.
 *
 *   npm run bench:sources [-- --sources 5000 --requests 200]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { beginSession } from '../src/accounts/session.ts'
import { readConfig } from '../src/config.ts'
import { type Db, openPool } from '../src/db/connection.ts'
import { migrate } from '../src/db/migrate.ts'
import { openDatabase } from '../src/host/database.ts'
import { readSecret } from '../src/host/secret.ts'
import { makeAccount } from '../test/support/accounts.ts'
import { machine, median } from './machine.ts'
import { startWeb } from './start-web.ts'

const { values } = parseArgs({
  options: { sources: { type: 'string', default: '5000' }, requests: { type: 'string', default: '200' } },
})
const [sources, requests] = [Number(values.sources), Number(values.requests)]

const data = mkdtempSync(join(tmpdir(), 'wireroom-sources-'))
const env = { WIREROOM_DATA: data, WIREROOM_URL: 'http://localhost:3000' }
const config = readConfig(env)
const database = await openDatabase(config, { role: 'command' })
const pool = openPool(database.reach, { name: 'bench', size: 2 })
try {
  await migrate(database.reach, { url: env.WIREROOM_URL, clock: () => new Date() })
  await fill(pool.db)
  const cookie = await administrator(pool.db)
  console.log(machine())
  const web = await startWeb(env)
  const [{ id } = { id: '' }] = await pool.db.selectFrom('sources').select('id').limit(1).execute()
  const { headers, body } = await ask(`${web.url}/settings/sources?sort=next`, cookie)
  const after = /after=([^"&]+)/.exec(body)?.[1] ?? ''
  if (!after || headers.status !== 200) throw new Error('The list has no second page.')
  const pages: Readonly<Record<string, string>> = {
    'the list': '/settings/sources',
    'its second page, by the next visit': `/settings/sources?sort=next&after=${after}`,
    'those that fail': '/settings/sources?state=failing',
    'those that are quiet, by the last visit': '/settings/sources?state=quiet&sort=visited',
    'a search': '/settings/sources?q=paper-77',
    'one source': `/settings/sources/${id}`,
  }
  for (const [what, path] of Object.entries(pages)) await measure(what, web.url + path, cookie)
  await web.end()
} finally {
  await pool.close()
  await database.release()
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
}

async function measure(what: string, url: string, cookie: string): Promise<void> {
  const times: number[] = []
  let bytes = 0
  for (let n = 0; n < requests + 20; n += 1) {
    const started = performance.now()
    const { headers, body } = await ask(url, cookie)
    if (headers.status !== 200) throw new Error(`${url} answered ${headers.status}.`)
    bytes = body.length
    // The first ones warm the process.
    if (n >= 20) times.push(performance.now() - started)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0
  console.log(
    `${what}: half within ${median(times).toFixed(1)} ms, 99 of 100 within ${p99.toFixed(1)} ms, ${(bytes / 1024).toFixed(0)} KB`,
  )
}

async function ask(url: string, cookie: string) {
  const headers = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  return { headers, body: await headers.text() }
}

/** Five sources to a member; one in fifty fails, one in a hundred is paused, one in thirty is quiet. */
async function fill(db: Db): Promise<void> {
  const now = new Date()
  await sql`insert into members (id, slug, name, kind, site_url, languages, country_shown, created_at, created_by)
    select gen_random_uuid(), 'paper-' || n, 'Paper ' || n, 'newspaper', 'https://paper-' || n || '.example/', '{}', false, ${now}, 'bench'
    from generate_series(1, ${Math.ceil(sources / 5)}::int) n`.execute(db)
  await sql`insert into sources (id, member_id, kind, url, title, created_at, created_by, next_visit_at, interval_seconds,
      failures, last_problem, last_visit_at, last_success_at, habit_seconds, last_news_at, listing)
    select gen_random_uuid(), m.id, 'feed', m.site_url || 'feeds/' || k, m.name || ', part ' || k, ${now}, 'bench',
      ${now}::timestamptz + random() * interval '1 day', 3600, case when n % 50 = 0 then 3 else 0 end,
      case when n % 50 = 0 then 'The server answered 503.' end, ${now}::timestamptz - random() * interval '1 day', ${now},
      86400, ${now}::timestamptz - case when n % 30 = 0 then interval '20 days' else interval '1 day' end,
      decode(repeat('ab', 960), 'hex')
    from (select m.*, k, row_number() over () as n from members m cross join generate_series(1, 5) k) m limit ${sources}`.execute(
    db,
  )
  await sql`insert into grants (id, source_id, shows, pictures, granted_at, granted_by)
    select gen_random_uuid(), id, 'excerpt', 'none', ${now}, 'bench' from sources`.execute(db)
  await sql`insert into source_pauses (id, source_id, paused_at, paused_by, why)
    select gen_random_uuid(), id, ${now}, 'operator', 'Being rebuilt.' from sources where random() < 0.01`.execute(db)
  await sql`insert into source_days (source_id, day, visits, failed, items_new)
    select s.id, d::date, 24, 0, (random() * 12)::int
    from generate_series(${now}::timestamptz - interval '365 days', ${now}::timestamptz, interval '1 day') d cross join sources s`.execute(
    db,
  )
  await sql`insert into visits (id, source_id, at, outcome, status, bytes, ms, items_seen, items_new, reason)
    select gen_random_uuid(), s.id, d, case when random() < 0.02 then 'failed' when random() < 0.7 then 'unchanged' else 'fetched' end,
      200, 20000, 200, 30, 1, '' from generate_series(${now}::timestamptz - interval '30 days', ${now}::timestamptz, interval '6 hours') d
    cross join sources s`.execute(db)
  // As the server does by itself a minute later.
  await sql`vacuum analyze`.execute(db)
}

async function administrator(db: Db): Promise<string> {
  const [now, secret] = [new Date(), await readSecret(config)]
  const who = { mail: 'kim@harbour.example', name: 'Kim Osei', rights: ['administrator'] } as const
  const account = await makeAccount(db, who, { now, secret })
  const token = await db.transaction().execute((tx) => beginSession(tx, { account, way: 'link', now }))
  return `wireroom=${token}`
}

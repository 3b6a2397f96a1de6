import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { SourceId } from '../core/id.ts'
import { claimSource } from '../db/claims.ts'
import { readEvents } from '../db/events.ts'
import { findPublished, listPublished } from '../db/published.ts'

import { visit } from '../ingest/visit.ts'
import { createFetcher } from '../net/fetch.ts'
import { grant } from './grant.ts'
import { publish } from './publish.ts'

const full = { shows: 'full', pictures: 'none' } as const
const headline = { shows: 'headline', pictures: 'none' } as const

test('a new grant shows more or less of the stories that are there, and says so on the wire', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const source = await world.granted(full)
  await world.publish([draftFor(member, { source }, world.clock())])
  const [line] = await listPublished(world.db, { limit: 1 })
  assert.ok(line)
  assert.match((await findPublished(world.db, line.day, line.slug))?.body ?? '', /Judges ruled/)

  assert.equal(await give(world, source, headline), 1)
  const now = await findPublished(world.db, line.day, line.slug)
  assert.deepEqual([now?.shows, now?.body, now?.excerpt], ['headline', '', ''])
  assert.equal(await give(world, source, headline), 0)
  const events = await readEvents(world.db, '0', 10)
  assert.deepEqual(
    events.map((event) => event.kind),
    ['published', 'updated'],
  )
})

test('a grant that is narrowed while a visit is under way counts for what the visit brings', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  const feed = (items: object[]) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'H', items })
  site.serve('/feed', feed([]))
  const source = await world.source(`${site.url}/feed`, full)
  site.serve('/feed', feed([{ id: '1', title: 'One', content_text: 'The whole text.' }]))

  const now = world.clock()
  const claimed = await claimSource(world.db, source, { now, until: new Date(now.getTime() + 60_000), by: 'test' })
  assert.ok(claimed)
  await give(world, source, headline)
  const fetcher = createFetcher(world.config)
  await visit({ db: world.db, fetcher, clock: world.clock, minPollSeconds: 300, url: world.config.url }, claimed)
  await fetcher.close()
  const [line] = await listPublished(world.db, { limit: 1 })
  assert.equal(line?.shows, 'headline')
})

test('a grant waits for those who publish by the one before, and then counts for their stories too', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const source = await world.granted(full)
  const context = await world.wire()
  let giving: Promise<number> | undefined
  let given = false
  await world.db.transaction().execute(async (tx) => {
    await publish(tx, context, [draftFor(member, { source }, context.now)])
    giving = give(world, source, headline).finally(() => {
      given = true
    })
    while (!given && !(await somebodyWaits(world))) await new Promise(setImmediate)
  })
  assert.equal(await giving, 1)
  const [line] = await listPublished(world.db, { limit: 1 })
  assert.equal(line?.shows, 'headline')
})

test('who publishes while a grant is being narrowed waits for it, and shows no more', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const source = await world.granted(full)
  world.clock.advance(60)
  const context = await world.wire()
  let publishing: Promise<unknown> | undefined
  await world.db.transaction().execute(async (tx) => {
    await grant(tx, context, source, headline)
    publishing = world.publish([draftFor(member, { source }, context.now)])
    while (!(await somebodyWaits(world))) await new Promise(setImmediate)
  })
  await publishing
  const [line] = await listPublished(world.db, { limit: 1 })
  assert.equal(line?.shows, 'headline')
})

test('a source that has stories cannot be deleted: they would be shown beyond its grant', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const source = await world.granted(headline)
  await world.publish([draftFor(member, { source }, world.clock())])
  await assert.rejects(world.db.deleteFrom('sources').where('id', '=', source).execute(), /foreign key/)
})

async function give(world: World, source: SourceId, given: Parameters<typeof grant>[3]): Promise<number> {
  world.clock.advance(60)
  const context = await world.wire()
  return await world.db.transaction().execute((tx) => grant(tx, context, source, given))
}

async function somebodyWaits(world: World): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db)
  return rows.length > 0
}

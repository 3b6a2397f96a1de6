import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { itemsTitled, rss } from '../../test/support/rss.ts'
import type { Reply } from '../../test/support/strangers.ts'
import { Conflict } from '../core/errors.ts'
import type { SourceId } from '../core/id.ts'
import { claimSource } from '../db/claims.ts'
import { forgetItems } from '../db/items.ts'
import { findSource } from '../db/sources.ts'
import { reread } from './reread.ts'

async function kept(...replies: readonly Reply[]) {
  const world = await newsroom()
  const site = await world.net.site()
  site.serve('/feed', replies[0] ?? '')
  const id = await world.source(`${site.url}/feed`)
  for (const reply of replies) {
    site.serve('/feed', reply)
    await world.visit(id)
    world.clock.advance(60)
  }
  return {
    world,
    id,
    reread: () => readAgain(world, id),
    headlines: () => headlines(world),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function readAgain(world: World, id: SourceId) {
  const source = await findSource(world.db, id)
  assert.ok(source)
  return await reread({ db: world.db, clock: world.clock, by: 'test', url: world.config.url }, source)
}

async function headlines(world: World): Promise<string[]> {
  const { rows } = await sql<{ headline: string; byline: string; body: string }>`
    select v.headline, v.body from versions v join stories s on s.id = v.story_id and s.version = v.number
    order by v.headline`.execute(world.db)
  return rows.map(({ headline, body }) => `${headline}: ${body}`)
}

/** As if an older program had understood less of every item. */
async function misread(world: World): Promise<void> {
  await sql`update versions set headline = 'Misread ' || headline, digest = 'older'`.execute(world.db)
}

test('what was misread is read again from what was kept; readers get a new version', async () => {
  await using at = await kept(rss(itemsTitled('Ferry sails again', 'Harbour frozen')))
  const right = await at.headlines()
  await misread(at.world)
  assert.deepEqual(await at.reread(), { items: 2, added: 0, changed: 2, refused: 0, forgotten: 0 })
  assert.deepEqual(await at.headlines(), right)
})

test('what reads the same makes no version', async () => {
  await using at = await kept(rss(itemsTitled('Ferry sails again')))
  assert.deepEqual(await at.reread(), { items: 1, added: 0, changed: 0, refused: 0, forgotten: 0 })
})

test('an item that became no story becomes one when it is understood', async () => {
  await using at = await kept(rss(itemsTitled('Ferry sails again')))
  await sql`update items set story_id = null, refused = 'It has neither a title nor a text.'`.execute(at.world.db)
  await sql`delete from publications`.execute(at.world.db)
  await sql`delete from story_urls`.execute(at.world.db)
  assert.equal((await at.reread()).added, 1)
})

test('items are read in the frame they came in, whatever the source gives today', async () => {
  const early = `<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xml:base="https://harbour.example/news/">
<channel><title>Harbour Times</title><item><guid>1</guid><title>Early</title>
<c:encoded><![CDATA[<p>See <a href="ferry">the ferry</a>.</p>]]></c:encoded></item></channel></rss>`
  const late =
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><entry><id>2</id><title>Late</title><content type="html">&lt;p&gt;In Atom.&lt;/p&gt;</content></entry></feed>'
  await using at = await kept(early, late)
  const right = await at.headlines()
  assert.match(right.join(), /href="https:\/\/harbour\.example\/news\/ferry"/)
  await misread(at.world)
  assert.equal((await at.reread()).changed, 2)
  assert.deepEqual(await at.headlines(), right)
})

test('a story that people have corrected stays as they left it', async () => {
  await using at = await kept(rss(itemsTitled('Ferry sails again')))
  await misread(at.world)
  await sql`
    insert into versions (story_id, number, kind, note, headline, language, digest, created_at)
    select id, 2, 'correction', 'It was Monday.', 'Ferry sails on Monday', 'en', 'x', ${at.world.clock()} from stories`.execute(
    at.world.db,
  )
  await sql`update stories set version = 2`.execute(at.world.db)
  assert.deepEqual(await at.reread(), { items: 0, added: 0, changed: 0, refused: 0, forgotten: 0 })
})

test('what is not kept any more is counted, and reading again keeps nothing longer', async () => {
  await using at = await kept(rss(itemsTitled('Ferry sails again')), rss(itemsTitled('Harbour frozen')))
  at.world.clock.set('2027-01-01T00:00:00Z')
  await misread(at.world)
  await at.reread()
  await forgetItems(at.world.db, new Date('2026-12-01T00:00:00Z'))
  assert.deepEqual(await at.reread(), { items: 0, added: 0, changed: 0, refused: 0, forgotten: 2 })
})

test('nobody reads again while somebody is on the way to the source', async () => {
  await using at = await kept(rss(itemsTitled('Ferry sails again')))
  const now = at.world.clock()
  await claimSource(at.world.db, at.id, { now, until: new Date(now.getTime() + 1000), by: 'somebody' })
  await assert.rejects(at.reread(), Conflict)
  at.world.clock.advance(2)
  await at.reread()
  assert.ok(await claimSource(at.world.db, at.id, { now, until: now, by: 'next' }))
})

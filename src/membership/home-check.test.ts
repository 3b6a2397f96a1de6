import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { addTasks } from '../db/tasks.ts'

const day = 86_400
const linksBack =
  '<!doctype html><html><body><a rel="me" href="https://wire.example/members/harbour-times">W</a></body></html>'
const linksNothing = '<!doctype html><html><body><p>Harbour.</p></body></html>'

async function atHome() {
  const world = await newsroom()
  const member = await world.member()
  const kim = await world.account()
  await world.seat(kim, member.id)
  const site = await world.net.site()
  const home = `${site.url}/@harbour`
  return {
    world,
    site,
    home,
    async save(homes: string) {
      const profile = { name: 'Harbour Times', kind: 'newspaper', homes }
      const answer = await world.post('/account/members/harbour-times/profile', profile, await world.signedIn(kim))
      assert.equal(answer.status, 303)
      await world.work()
    },
    async look(days: number) {
      world.clock.advance(days * day)
      await addTasks(world.db, [{ name: 'check-homes', payload: {} }])
      await world.work()
    },
    page: async () => (await world.get('/members/harbour-times')).text(),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('a home that links back is verified soon after it was named, and then the page says so', async () => {
  await using here = await atHome()
  const { site, home, save, page } = here
  site.serve('/@harbour', linksBack)
  await save(`${home} On Mastodon`)
  assert.match(await page(), new RegExp(`<a href="${home}" rel="me">[\\s\\S]*✓`))
  // Saved again, it stays as it is and is not visited again.
  const visits = site.requests.length
  await save(`${home} Elsewhere`)
  assert.equal(site.requests.length, visits)
  assert.match(await page(), /✓/)
})

test('one that does not link back gets no mark, until it does', async () => {
  await using here = await atHome()
  const { world, site, home, save, look, page } = here
  site.serve('/@harbour', linksNothing)
  await save(home)
  assert.match(await page(), /rel="nofollow ugc"/)
  assert.doesNotMatch(await page(), /✓/)
  site.serve('/@harbour', linksBack)
  // However often it is saved, its site is not asked each time.
  const visits = site.requests.length
  world.clock.advance(300)
  await save(home)
  assert.equal(site.requests.length, visits)
  world.clock.advance(400)
  await save(home)
  assert.match(await page(), /✓/)
  site.serve('/@harbour', linksBack.replace('rel="me"', 'rel="me ugc"'))
  await look(30)
  await look(3)
  assert.doesNotMatch(await page(), /✓/, 'what visitors write there is not its word')
})

test('two looks that find nothing, days apart, end the mark; a site that sleeps keeps it; and it can come back', async () => {
  await using here = await atHome()
  const { world, site, home, save, look, page } = here
  site.serve('/@harbour', linksBack)
  await save(home)
  site.serve('/@harbour', { status: 503 })
  await look(30)
  await look(3)
  assert.match(await page(), /✓/)
  site.serve('/@harbour', linksNothing)
  await look(3)
  assert.match(await page(), /✓/)
  await look(2)
  assert.match(await page(), /✓/)
  await look(1)
  assert.doesNotMatch(await page(), /✓/)
  assert.match(await page(), /rel="nofollow ugc"/)
  const row = await world.db.selectFrom('memberHomes').select(['lapsedAt', 'checkedAt']).executeTakeFirstOrThrow()
  assert.deepEqual([row.lapsedAt, row.checkedAt], [world.clock(), world.clock()])
  site.serve('/@harbour', linksBack)
  await look(30)
  assert.match(await page(), /✓/)
})

test('of two homes on one host one is looked at, the other with the next round', async () => {
  await using here = await atHome()
  const { world, site, home, save, look, page } = here
  site.serve('/@harbour', linksBack)
  site.serve('/other', linksBack)
  await save(`${home}\n${site.url}/other`)
  assert.equal((await page()).match(/✓/g)?.length, 1)
  await look(1 / 24)
  assert.equal((await page()).match(/✓/g)?.length, 2)
  assert.equal((await world.db.selectFrom('memberHomes').select('id').execute()).length, 2)
})

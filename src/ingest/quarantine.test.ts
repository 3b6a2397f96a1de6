import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { rss } from '../../test/support/rss.ts'
import { proofLine } from '../core/member/proof.ts'
import { claimDueSources } from '../db/claims.ts'
import { listQuarantines } from '../db/quarantines.ts'
import { listActs } from '../db/rights.ts'
import { listProofs } from '../db/site-proofs.ts'
import { findSource } from '../db/sources.ts'
import { addTasks } from '../db/tasks.ts'

const day = 86_400

test('a site that goes on as it was is looked at once a month, and left alone', async () => {
  await using here = await atSea()
  const { world, site } = here
  await here.look()
  const asked = site.requests.filter(({ path }) => path === '/').length
  world.clock.advance(29 * day)
  await here.look()
  assert.equal(site.requests.filter(({ path }) => path === '/').length, asked)
  world.clock.advance(2 * day)
  site.serve('/', page('Harbour Times, all new'))
  await here.look()
  assert.equal(site.requests.filter(({ path }) => path === '/').length, asked + 1)
  assert.deepEqual(await listQuarantines(world.db), [])
})

test('a dropped domain turned casino is read no more, its owners are told why, and what was published stays', async () => {
  await using here = await atSea()
  const { world, id } = here
  await here.look()
  await here.becomesCasino()
  const published = await here.published()
  await here.look()
  const [held] = await listQuarantines(world.db)
  assert.deepEqual(held?.why, [
    { kind: 'owner', from: 'Harbour Times', to: 'Slots, slots, slots' },
    { kind: 'links', to: 'slots.example' },
  ])
  assert.equal((await claim(world)).length, 0)
  assert.equal(await here.published(), published)
  await world.work()
  const letters = await world.letters()
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['kim@harbour.example'],
  )
  assert.match(letters[0]?.text ?? '', /above all slots\.example/)
  // An owner does not go on with it; nor does anybody by the way.
  const own = `/account/members/harbour-times/sources/${id}`
  assert.match(await (await world.get(own, await here.owner())).text(), /In quarantine/)
  await world.post(`${own}/resume`, {}, await here.owner())
  await world.post(`/settings/sources/${id}/resume`, {}, await here.admin())
  assert.equal((await claim(world)).length, 0)
  await here.look()
  assert.equal((await listQuarantines(world.db)).length, 1)
})

test('a moderator ends it with a reason: what is fine is read again, and not held a second time for the same', async () => {
  await using here = await atSea()
  const { world, id } = here
  await here.look()
  await here.becomesCasino()
  await here.look()
  const at = `/moderation/quarantines/${id}`
  assert.match(
    await (await world.get('/moderation/quarantines', await here.moderator())).text(),
    /It is not theirs any more/,
  )
  assert.equal((await world.post(at, { do: 'fine', words: '  ' }, await here.moderator())).status, 422)
  const session = await here.moderator()
  const answers = await Promise.all(
    ['fine', 'fine'].map((act) => world.post(at, { do: act, words: 'They play now.' }, session)),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409])
  assert.equal((await findSource(world.db, id))?.paused, null)
  world.clock.advance(32 * day)
  await here.look()
  assert.deepEqual(await listQuarantines(world.db), [])
  await world.work()
  assert.deepEqual(
    (await world.letters()).map(({ text }) => text.split('\n')[0]),
    ['We have stopped reading a source of yours', 'Your source is read again'],
  )
})

test('an administrator says that it is not theirs any more: it stays stopped, whatever an owner does', async () => {
  await using here = await atSea()
  const { world, id } = here
  await here.look()
  await here.becomesCasino()
  await here.look()
  const at = `/settings/sources/${id}`
  assert.match(await (await world.get(at, await here.admin())).text(), new RegExp(`action="${at}/quarantine"`))
  assert.equal((await world.post(`${at}/quarantine`, { do: 'not-theirs' }, await here.admin())).status, 422)
  world.clock.advance(1)
  await world.post(`${at}/quarantine`, { do: 'not-theirs', words: 'Sold.' }, await here.admin())
  assert.deepEqual(await listQuarantines(world.db), [])
  await world.post(`/account/members/harbour-times/sources/${id}/resume`, {}, await here.owner())
  assert.equal((await findSource(world.db, id))?.paused, "It is not its member's any more.")
  const acts = await listActs(world.db, 2)
  assert.deepEqual(
    acts.map(({ act, why }) => [act, why]),
    [
      ['give source up', 'Sold.'],
      ['quarantine source', 'owner, links'],
    ],
  )
})

test('a proof that is gone twice, days apart, takes its sources with it; one that is silent does not', async () => {
  await using here = await atSea()
  const { world, site } = here
  await here.prove()
  const check = async () => {
    await addTasks(world.db, [{ name: 'check-proofs', payload: {} }])
    await world.work()
  }
  const failing = async () => (await listProofs(world.db, { member: here.member }))[0]?.standing
  world.clock.advance(31 * day)
  await check()
  assert.equal((await failing())?.failures, 0)
  site.serve('/.well-known/wireroom.txt', { status: 503 })
  world.clock.advance(31 * day)
  await check()
  world.clock.advance(3 * day)
  await check()
  assert.deepEqual(await listQuarantines(world.db), [])
  assert.equal((await failing())?.failures, 0)
  site.serve('/.well-known/wireroom.txt', { status: 404 })
  world.clock.advance(3 * day)
  await check()
  assert.deepEqual([(await failing())?.failures, (await listQuarantines(world.db)).length], [1, 0])
  // Sooner than it is due nobody looks.
  world.clock.advance(day)
  await check()
  assert.equal((await failing())?.failures, 1)
  world.clock.advance(3 * day)
  await check()
  const [held] = await listQuarantines(world.db)
  assert.deepEqual(held?.why, [{ kind: 'proof', about: new URL(site.url).host }])
})

test('a host is left in peace while somebody else is there', async () => {
  await using here = await atSea()
  const { world, site } = here
  const now = world.clock()
  const { host } = new URL(site.url)
  await world.db
    .insertInto('hosts')
    .values({ host, freeAt: new Date(now.getTime() + 60_000), claimedBy: 'x' })
    .onConflict((c) => c.column('host').doUpdateSet({ freeAt: new Date(now.getTime() + 60_000) }))
    .execute()
  const before = site.requests.length
  await here.look(1)
  assert.equal(site.requests.length, before)
  await here.look(60)
  assert.equal(site.requests.at(-1)?.path, '/')
})

function page(title: string): string {
  return `<!doctype html><html><head><title>${title}</title></head><body></body></html>`
}

async function claim(world: Awaited<ReturnType<typeof newsroom>>) {
  const now = new Date(world.clock().getTime() + 400 * day * 1000)
  return await claimDueSources(world.db, { now, until: now, by: 'test', most: 5 })
}

/** A member with a source that has been read, an owner, and staff. */
async function atSea() {
  const world = await newsroom()
  const site = await world.net.site()
  const { id: member } = await world.member({ site: site.url })
  const kim = await world.account()
  await world.seat(kim, member)
  const staff = async (right: 'administrator' | 'moderator') =>
    await world.account({ mail: `${right}@wire.example`, rights: [right] })
  const [ada, mo] = [await staff('administrator'), await staff('moderator')]
  // Months go by: whoever comes back signs in again.
  const owner = () => world.signedIn(kim)
  const items = (words: string, link: string) =>
    [1, 2, 3, 4, 5, 6].map((n) => ({
      id: `${words}-${n}`,
      link: `${site.url}/${words}-${n}`,
      title: `${words} ${n}`,
      text: `&lt;p&gt;Words of ${words} ${n}. &lt;a href="https://${link}/${n}"&gt;more&lt;/a&gt;&lt;/p&gt;`,
    }))
  site.serve('/', page('Harbour Times'))
  site.serve('/feed', rss(items('Clinic', 'clinic.example'), '<generator>WordPress 6</generator>'))
  const id = await world.source(`${site.url}/feed`)
  await world.visit(id)
  return {
    world,
    site,
    id,
    member,
    owner,
    admin: () => world.signedIn(ada),
    moderator: () => world.signedIn(mo),
    async look(seconds = 600) {
      world.clock.advance(seconds)
      await addTasks(world.db, [{ name: 'look-at-sources', payload: {} }])
      await world.work()
    },
    async becomesCasino() {
      world.clock.advance(31 * day)
      site.serve('/', page('Slots, slots, slots'))
      site.serve(
        '/feed',
        rss(
          [1, 2, 3, 4].flatMap((round) => items(`Slots${round}`, 'slots.example')),
          '<generator>Autoblog</generator>',
        ).replace('<title>Harbour Times</title>', '<title>Slots</title>'),
      )
      await world.visit(id)
    },
    published: async () => (await world.db.selectFrom('publishedStories').select('id').execute()).length,
    async prove() {
      const at = '/account/members/harbour-times/proof'
      await world.post(at, { do: 'name', url: site.url }, await owner())
      const [proof] = await listProofs(world.db, { member })
      assert.ok(proof)
      const body = proofLine(proof.token)
      site.serve('/.well-known/wireroom.txt', { headers: { 'content-type': 'text/plain' }, body })
      assert.equal((await world.post(at, { do: 'look', way: 'file', proof: proof.id }, await owner())).status, 303)
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

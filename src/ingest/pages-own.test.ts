import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { itemsTitled, rss } from '../../test/support/rss.ts'
import { proofLine } from '../core/member/proof.ts'
import { newId } from '../db/new-id.ts'
import { listActs } from '../db/rights.ts'
import { insertProof, listProofs, markProved } from '../db/site-proofs.ts'
import { findSource, listSources, pauseSource } from '../db/sources.ts'
import { removeDue } from './remove-source.ts'

const at = '/account/members/harbour-times/sources'
const terms = { grant: 'headline', pictures: 'credit', genre: 'opinion' }

test('an owner looks at a site that was shown to be theirs, adds its feed, and sees it', async () => {
  await using here = await atHome()
  const { world, send, see, elsewhere } = here
  const site = await elsewhere()
  const before = await send('/add', { url: site.url, do: 'look' })
  assert.equal(before.status, 422)
  assert.match(
    await before.text(),
    /on no site that you have shown to be yours[\s\S]*href="\/account\/members\/harbour-times\/proof"/,
  )
  await here.prove(site.url)
  const looked = await send('/add', { url: site.url, do: 'look' })
  assert.deepEqual([looked.status, /What may readers see of your stories/.test(await looked.text())], [200, true])
  assert.deepEqual(await listSources(world.db), [])

  const added = await send('/add', { url: `${site.url}/feed`, do: 'add', ...terms })
  const [source] = await listSources(world.db)
  assert.ok(source)
  assert.equal(added.headers.get('location'), `${at}/${source.id}?done=added`)
  assert.deepEqual(
    [source.memberSlug, source.grant, source.genre],
    ['harbour-times', { shows: 'headline', pictures: 'credit' }, 'opinion'],
  )
  assert.deepEqual(
    (await listActs(world.db, 5)).map(({ act, actedBy }) => [act, actedBy]),
    [['add source', `account ${here.kim}`]],
  )
  assert.match(await (await see()).text(), new RegExp(`href="${at}/${source.id}"`))
})

test('what a form says it found is believed no more than what is typed: another’s feed is refused when it is added, too', async () => {
  await using here = await atHome()
  const { world, send, elsewhere } = here
  const [mine, other] = [await elsewhere(), await elsewhere()]
  await here.prove(mine.url)
  const refused = await send('/add', { url: `${other.url}/feed`, do: 'add', member: 'lantern', ...terms })
  assert.equal(refused.status, 422)
  // A page of one's own that names another's feed as its own.
  mine.serve(
    '/',
    `<html><head><link rel="alternate" type="application/rss+xml" href="${other.url}/feed"></head></html>`,
  )
  assert.equal((await send('/add', { url: mine.url, do: 'add', ...terms })).status, 422)
  assert.deepEqual(await listSources(world.db), [])
})

test('the site a member was taken in with is theirs; what its profile has come to say is not', async () => {
  await using here = await atHome()
  const { world, send, elsewhere, member } = here
  const [taken, claimed] = [await elsewhere(), await elsewhere()]
  const now = world.clock()
  const application = { id: newId(now), accountId: here.kim, begunAt: now, changedAt: now, interface: 'en' }
  await world.db
    .insertInto('applications')
    .values({ ...application, siteUrl: taken.url, standing: 'approved', memberId: member })
    .execute()
  await world.db.updateTable('members').set({ siteUrl: claimed.url }).where('id', '=', member).execute()
  assert.equal((await send('/add', { url: `${claimed.url}/feed`, do: 'add', ...terms })).status, 422)
  assert.equal((await send('/add', { url: `${taken.url}/feed`, do: 'add', ...terms })).status, 303)
})

test('a proof that has lapsed speaks for nothing', async () => {
  await using here = await atHome()
  const site = await here.elsewhere()
  await here.prove(site.url)
  await here.world.db.updateTable('siteProofs').set({ lapsedAt: here.world.clock() }).execute()
  assert.equal((await here.send('/add', { url: `${site.url}/feed`, do: 'add', ...terms })).status, 422)
})

test('an owner pauses, goes on, changes what is shown, and removes with what it means said before', async () => {
  await using here = await atHome()
  const { world, send } = here
  const id = await here.added()
  const page = `${at}/${id}`
  assert.equal((await send(`/${id}/pause`, { why: 'A new design' })).headers.get('location'), `${page}?done=paused`)
  assert.equal((await findSource(world.db, id))?.paused, 'A new design')
  assert.equal((await send(`/${id}/resume`)).headers.get('location'), `${page}?done=resumed`)
  assert.equal((await send(`/${id}/grant`, { grant: 'headline' })).status, 422)
  world.clock.advance(1)
  await send(`/${id}/grant`, { grant: 'full', pictures: 'none' })
  assert.equal((await findSource(world.db, id))?.grant.shows, 'full')
  await send(`/${id}/grant`, { grant: 'full', pictures: 'none', canonical: 'here' })
  assert.equal((await findSource(world.db, id))?.canonical, 'here')
  assert.equal((await send(`/${id}/reread`)).status, 404)
  await world.visit(id)
  const asked = await here.read(`/${id}/remove`)
  assert.match(asked, /What shall become of its 2 stories|2 stories/)
  await send(`/${id}/remove`, { stories: 'go' })
  const gone = await here.read(`/${id}?done=removed`)
  assert.match(gone, new RegExp(`action="${page}/restore"`))
  await send(`/${id}/restore`)
  assert.equal((await findSource(world.db, id))?.paused, null)
  await send(`/${id}/remove`, { stories: 'go' })
  world.clock.advance(11 * 60)
  await removeDue(world.db, world.clock())
  const left = await world.db.selectFrom('publishedStories').select('id').execute()
  assert.deepEqual(left, [])
})

test('what staff have stopped no owner lets go on, and who of the staff it was is not told', async () => {
  await using here = await atHome()
  const { world, send } = here
  const id = await here.added()
  const ada = await world.account({ mail: 'ada@wire.example', name: 'Ada Secret', rights: ['administrator'] })
  const pause = { at: world.clock(), by: `account ${ada}`, why: 'Under review' }
  await world.db.transaction().execute((tx) => pauseSource(tx, id, pause))
  assert.equal((await send(`/${id}/resume`)).status, 409)
  assert.equal((await findSource(world.db, id))?.paused, 'Under review')
  const page = await here.read(`/${id}`)
  assert.match(page, /Staff stopped this source/)
  assert.match(page, /the network’s staff/)
  assert.doesNotMatch(page, /Ada Secret|\/resume"/)
})

test("a member's people reach their own sources alone, and only owners change them", async () => {
  await using here = await atHome()
  const { world } = here
  const id = await here.added()
  const lantern = await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  const sam = await world.account({ mail: 'sam@lantern.example' })
  await world.seat(sam, lantern.id)
  const stranger = await world.signedIn(sam)
  const theirs = '/account/members/lantern/sources'
  for (const path of [`/${id}`, `/${id}/remove`])
    assert.equal((await world.get(theirs + path, stranger)).status, 404, path)
  for (const path of [`/${id}/pause`, `/${id}/resume`, `/${id}/grant`, `/${id}/remove`, `/${id}/restore`])
    assert.equal(
      (await world.post(theirs + path, { grant: 'headline', pictures: 'none', stories: 'go' }, stranger)).status,
      404,
      path,
    )
  assert.deepEqual((await findSource(world.db, id))?.paused, null)
  const lee = await world.account({ mail: 'lee@harbour.example' })
  await world.seat(lee, here.member, 'contributor')
  const writer = await world.signedIn(lee)
  const page = await (await world.get(`${at}/${id}`, writer)).text()
  assert.doesNotMatch(page, /<form class="form"|\/pause"/)
  assert.equal((await world.post(`${at}/${id}/pause`, {}, writer)).status, 403)
  assert.equal((await world.get(`${at}/add`, writer)).status, 403)
})

async function atHome() {
  const world = await newsroom()
  const { id: member } = await world.member()
  const kim = await world.account()
  await world.seat(kim, member)
  const session = await world.signedIn(kim)
  const send = (path: string, form: Record<string, string> = {}) => world.post(at + path, form, session)
  const elsewhere = async () => {
    const site = await world.net.site()
    site.serve('/', '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>')
    site.serve('/feed', rss(itemsTitled('Clinic opens', 'Ferry sails')))
    return site
  }
  const prove = (address: string) =>
    world.db.transaction().execute(async (tx) => {
      const asked = { address: `${address}/`, host: new URL(address).host, token: proofLine(address).slice(0, 40) }
      world.clock.advance(1)
      await insertProof(tx, { member }, asked, world.clock(), 'test')
      const proof = (await listProofs(tx, { member })).at(-1)
      assert.ok(proof)
      const shown = { way: 'file' as const, by: 'wireroom', seen: null, nextCheckAt: null }
      await markProved(tx, proof.id, shown, world.clock())
    })
  return {
    world,
    member,
    kim,
    send,
    see: () => world.get(at, session),
    read: async (path: string) => await (await world.get(at + path, session)).text(),
    elsewhere,
    prove,
    async added() {
      const site = await elsewhere()
      await prove(site.url)
      await send('/add', { url: `${site.url}/feed`, do: 'add', ...terms })
      const [source] = await listSources(world.db)
      assert.ok(source)
      return source.id
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rss } from '../../test/support/feeds.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import type { Right } from '../core/account/rights.ts'
import { claimDueSources } from '../db/claims.ts'
import { listActs } from '../db/rights.ts'
import { findSource, listGrants, listSources } from '../db/sources.ts'
import { removeDue } from './remove-source.ts'

async function atWork(rights: readonly Right[] = ['administrator']) {
  const world = await newsroom()
  const account = await world.account({ rights })
  const who = await world.signedIn(account)
  const site = await world.net.site()
  await world.member({ site: site.url })
  site.serve(
    '/feed',
    rss([1, 2, 3].map((n) => ({ id: `${n}`, link: `${site.url}/${n}`, title: `Story ${n}`, text: 'Words.' }))),
  )
  const id = await world.source(`${site.url}/feed`)
  const path = `/settings/sources/${id}`
  return {
    world,
    account,
    site,
    id,
    send: async (act: string, form: Record<string, string> = {}) => {
      // Two acts never share a moment.
      world.clock.advance(1)
      const answer = await world.post(`${path}/${act}`, form, who)
      return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
    },
    page: async (query = '') => await (await world.get(path + query, who)).text(),
    acts: async () => (await listActs(world.db, 20)).map(({ act }) => act).reverse(),
    shown: async () =>
      (await world.db.selectFrom('publishedStories').select('shows').execute()).map(({ shows }) => shows),
    due: async () => {
      const now = world.clock()
      const until = new Date(now.getTime() + 1_000)
      return (await claimDueSources(world.db, { now, until, by: 'test', most: 5 })).length
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('a source is paused with a reason, and resumed', async () => {
  await using work = await atWork()
  const { send, page, world, id, account } = work
  const paused = await send('pause', { why: ' Being  rebuilt ' })
  assert.deepEqual([paused.status, paused.to], [303, `/settings/sources/${id}?done=paused`])
  assert.equal((await findSource(world.db, id))?.paused, 'Being rebuilt')
  const text = await page('?done=paused')
  assert.match(text, /nobody goes there until you resume it/)
  assert.match(text, /Being rebuilt<\/bdi> <span class="soft">by you,/)
  // The second time nothing is done, and nothing is said to be.
  assert.equal((await send('pause', { why: 'Again' })).to, `/settings/sources/${id}`)
  assert.equal((await send('visit')).to, `/settings/sources/${id}`)
  assert.equal(await work.due(), 0)
  await send('resume')
  assert.equal((await findSource(world.db, id))?.paused, null)
  assert.deepEqual(await work.acts(), ['pause source', 'resume source'])
  const [pause] = await world.db.selectFrom('sourcePauses').selectAll().execute()
  assert.deepEqual([pause?.pausedBy, pause?.resumedBy], [`account ${account}`, `account ${account}`])
})

test('a visit now makes it due at once, and goes out by the round that goes to all', async () => {
  await using work = await atWork()
  const { send, world, id, site } = work
  await world.visit(id)
  assert.equal(await work.due(), 0)
  const before = site.requests.length
  assert.match((await send('visit')).to ?? '', /done=hurried/)
  assert.equal(site.requests.length, before)
  world.clock.advance(10)
  assert.equal(await work.due(), 1)
})

test('reading again is a task, whose outcome the page tells', async () => {
  await using work = await atWork()
  const { send, world, id, page } = work
  await world.visit(id)
  assert.match((await send('reread')).to ?? '', /done=reread/)
  assert.match(await page(), /Being read again since/)
  // While it goes on, there is no second one.
  assert.doesNotMatch((await send('reread')).to ?? '', /done/)
  assert.deepEqual(await world.work(), ['reread-source'])
  assert.match(await page(), /Read again <time[^>]*>[^<]*<\/time>: 3 items, 0 new stories, 0 changed\./)
  assert.deepEqual(await work.acts(), ['reread source'])
})

test('a grant is changed for the stories there are, after the page has said what it would mean', async () => {
  await using work = await atWork()
  const { send, world, id, page } = work
  await world.visit(id)
  const told = await page()
  assert.match(told, /As it is now: 3 stories whole\./)
  assert.match(told, /Readers would see 3 headlines: 3 stories changed, at once\./)
  assert.match((await send('grant', { grant: 'headline', pictures: 'none' })).to ?? '', /done=granted/)
  assert.deepEqual(await work.shown(), ['headline', 'headline', 'headline'])
  assert.deepEqual(
    (await listGrants(world.db, id)).map(({ shows }) => shows),
    ['headline', 'full'],
  )
  assert.match(await page(), /headline<\/span> <span class="soft">by you,/)
  // The same again is no change, and none is recorded.
  await send('grant', { grant: 'headline', pictures: 'none' })
  for (const wrong of [{}, { grant: 'nothing', pictures: 'none' }, { grant: 'full', pictures: 'all' }])
    assert.equal((await send('grant', wrong)).status, 422)
  assert.deepEqual(await work.acts(), ['change grant'])
  assert.deepEqual(await work.shown(), ['headline', 'headline', 'headline'])
})

test('what it is taken for is set field by field, and no other field is', async () => {
  await using work = await atWork()
  const { send, world, id } = work
  const wrong = await send('facts', { genre: 'release', licence: 'free', language: 'english', agent: 'neutral' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Write the language as a tag/)
  assert.match(wrong.text, /name="language" type="text" value="english"/)
  await send('facts', {
    genre: 'release',
    licence: 'free',
    language: 'pt_br',
    agent: 'neutral',
    url: 'https://evil.example/',
    failures: '9',
    uniqueness: 'content',
  })
  const { genre, licence, language, agent, url, failures, uniqueness } = (await findSource(world.db, id)) ?? {}
  assert.deepEqual([genre, licence, language, agent], ['release', 'free', 'pt-BR', 'neutral'])
  assert.ok(url?.startsWith('http://127.0.0.1:'))
  assert.deepEqual([failures, uniqueness], [0, 'id'])
  assert.deepEqual(await work.acts(), ['set source'])
})

test('a removed source is visited and listed no more, and comes back as it was', async () => {
  await using work = await atWork()
  const { send, world, id, page } = work
  await world.visit(id)
  await send('pause', { why: 'Being rebuilt' })
  const asked = await world.get(`/settings/sources/${id}/remove`, await world.signedIn(work.account))
  assert.match(await asked.text(), /3 stories that readers see stay as they are/)
  assert.match((await send('remove', { stories: 'stay' })).to ?? '', /done=removed/)
  assert.deepEqual(await listSources(world.db), [])
  assert.equal((await work.shown()).length, 3)
  // None of the other forms brings it back by the way.
  for (const act of ['resume', 'visit', 'remove']) await send(act, { stories: 'stay' })
  assert.equal(await work.due(), 0)
  assert.match(await page(), /Bring it back/)

  await send('restore')
  assert.equal((await findSource(world.db, id))?.paused, 'Being rebuilt')
  assert.equal((await listSources(world.db)).length, 1)
  world.clock.advance(700)
  assert.equal(await removeDue(world.db, world.clock()), 0)
  assert.deepEqual(await work.acts(), ['pause source', 'remove source', 'restore source'])
})

test('ten minutes later a source without stories is deleted, and one whose stories stay is kept behind them', async () => {
  await using work = await atWork()
  const { send, world, id } = work
  const empty = await world.granted({ shows: 'full', pictures: 'none' })
  await world.visit(id)
  await send('remove', { stories: 'stay' })
  await world.post(`/settings/sources/${empty}/remove`, { stories: 'stay' }, await world.signedIn(work.account))
  world.clock.advance(599)
  assert.equal(await removeDue(world.db, world.clock()), 0)
  world.clock.advance(1)
  assert.equal(await removeDue(world.db, world.clock()), 2)
  assert.equal(await findSource(world.db, empty), undefined)
  assert.equal((await work.shown()).length, 3)
  // What has lost nothing can come back later, too.
  world.clock.advance(86_400)
  await send('restore')
  assert.deepEqual(
    (await listSources(world.db)).map((source) => [source.id, source.paused]),
    [[id, null]],
  )
})

test('its stories go with it only by an editor’s right, and only when the ten minutes are over', async () => {
  await using work = await atWork(['administrator', 'editor'])
  const { send, world, id, page } = work
  await world.visit(id)
  await send('remove', { stories: 'go' })
  assert.equal((await work.shown()).length, 3)
  await send('restore')
  assert.equal((await findSource(world.db, id))?.paused, null)

  await send('remove', { stories: 'go' })
  world.clock.advance(600)
  assert.equal(await removeDue(world.db, world.clock()), 1)
  assert.deepEqual(await work.shown(), [])
  const withdrawn = await world.db.selectFrom('withdrawals').select(['kind', 'withdrawnBy']).execute()
  assert.deepEqual(withdrawn[0], { kind: 'withdrawal', withdrawnBy: `account ${work.account}` })
  assert.equal(withdrawn.length, 3)
  assert.equal((await send('restore')).status, 409)
  assert.match(await page(), /its stories were withdrawn/)
  assert.ok((await world.work()).includes('keep-recall'))
})

test('without the right of an editor nobody takes stories down by removing a source', async () => {
  await using work = await atWork()
  const { send, world, id } = work
  await world.visit(id)
  const refused = await send('remove', { stories: 'go' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /takes the right of an editor/)
  assert.equal((await send('remove', {})).status, 422)
  assert.equal((await listSources(world.db)).length, 1)
  assert.deepEqual(await work.acts(), [])
})

test('texts of a news agency are permitted and forbidden, on record', async () => {
  await using work = await atWork()
  const { send, world, id, page, site } = work
  const text = 'NAIROBI (Reuters) – The harbour council met on Tuesday.'
  site.serve('/feed', rss([{ id: '9', link: `${site.url}/9`, title: 'Harbour council met', text }]))
  await world.visit(id)
  assert.deepEqual(await work.shown(), ['headline'])
  const wrong = await send('agencies', { agency: 'Nobody at all', do: 'permit' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /name="agency" type="text" value="Nobody at all"/)
  assert.match((await send('agencies', { agency: 'reuters', do: 'permit' })).to ?? '', /done=granted/)
  assert.deepEqual(await work.shown(), ['full'])
  assert.match(await page(), /texts of Reuters as far as that goes/)
  await send('agencies', { agency: 'Reuters', do: 'permit' })
  await send('agencies', { agency: 'Reuters', do: 'end' })
  assert.deepEqual(await work.shown(), ['headline'])
  await send('agencies', { agency: 'Reuters', do: 'end' })
  assert.deepEqual(await work.acts(), ['permit agency', 'end permission'])
})

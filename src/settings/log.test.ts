import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rss } from '../../test/support/feeds.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { updateNetwork } from '../db/network.ts'
import { listActs } from '../db/rights.ts'

test('what was done with members and sources is told in the language of the page', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'es', 'ar'] }))
  const who = await world.signedIn(await world.account({ rights: ['administrator'] }))
  const member = { name: 'Quay Press', kind: 'newspaper', site: 'quay.example' }
  await world.post('/settings/members/add', member, who)
  const site = await world.net.site()
  site.serve('/feed', rss([{ id: '1', link: `${site.url}/1`, title: 'Ferry sails again' }]))
  await world.member({ site: site.url })
  const id = await world.source(`${site.url}/feed`)
  const at = `/settings/sources/${id}`
  await world.post(`${at}/grant`, { grant: 'full', pictures: 'credit' }, who)
  await world.post(`${at}/agencies`, { agency: 'Reuters' }, who)
  await world.post(`${at}/agencies`, { agency: 'Reuters', do: 'end' }, who)
  await world.post(`${at}/facts`, { language: 'en' }, who)
  for (const act of ['reread', 'pause', 'resume']) await world.post(`${at}/${act}`, { why: '' }, who)
  await world.post(`${at}/remove`, { stories: 'stay' }, who)
  await world.post(`${at}/restore`, {}, who)

  const done = (await listActs(world.db, 50)).map(({ act }) => act)
  assert.equal(done.length, 10, done.join())
  for (const prefix of ['', '/es', '/ar']) {
    const page = await (await world.get(`${prefix}/settings/log`, who)).text()
    for (const act of done) assert.doesNotMatch(page, new RegExp(`>${act}<`), `${prefix}: ${act}`)
  }
  assert.match(await (await world.get('/ar/settings/log', who)).text(), /أوقف مصدرًا/)
})

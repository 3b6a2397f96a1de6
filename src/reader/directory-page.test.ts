import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { withdraw } from '../wire/recall.ts'

test('the newest story stands at its member, and what was withdrawn does not', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const read = async () => await (await world.get('/members')).text()
  assert.match(await read(), /1 story · <a href="\/2026\/11\/24\/court-lets-[a-z-]+">newest 24\u00a0November 2026</)
  const wire = await world.wire()
  await world.db.transaction().execute((tx) => withdraw(tx, wire, id, 'a test'))
  assert.doesNotMatch(await read(), /newest|court-lets/)
})

test('no member’s address is one of the directory’s own', async () => {
  await using world = await newsroom()
  for (const name of ['Map', 'Kind', 'Country']) await world.member({ name, site: `https://${name}.example/` })
  for (const slug of ['map', 'kind', 'country'])
    assert.match(await (await world.get(`/members/${slug}`)).text(), /<h1><bdi>/, slug)
  assert.match(await (await world.get('/members?by=map')).text(), /aria-current="page">Map</)
})

test('a form’s open fields are left out of the address; what nobody links is not found', async () => {
  await using world = await newsroom()
  await world.member()
  const answer = await world.get('/members?by=map&kind=&language=en&text')
  assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/members?by=map&language=en&text'])
  for (const asked of ['by=size', 'kind=blog', 'country=KE', 'language=xxxxx', 'page=2', 'page=0', 'by=map&page=1'])
    assert.equal((await world.get(`/members?${asked}`)).status, 404, asked)
})

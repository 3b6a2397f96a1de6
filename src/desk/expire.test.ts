import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { issue, put, releaseFile } from '../../test/support/releases.ts'
import { readEvents } from '../db/events.ts'
import { expireDue } from './expire.ts'

const invitation = (ends: string) =>
  releaseFile(['genre: advisory', `event: {starts: 2026-11-25 10:00Z, ends: ${ends}, venue: "Hall 2"}`])
const kinds = async (world: World) => (await readEvents(world.db, '0', 20)).map(({ kind }) => kind)

test('an advisory says when and where, and is taken down when its event is over', async () => {
  await using world = await newsroom()
  const { path, id } = await issue(world, invitation('2026-11-25 12:00Z'))
  const page = await (await world.get(path)).text()
  assert.match(page, /Media advisory/)
  assert.match(page, /<dt>starts<\/dt><dd><time datetime="2026-11-25T10:00:00\.000Z" dir="ltr">25 Nov 2026, 10:00 UTC/)
  assert.match(page, /<dt>where<\/dt><dd><bdi>Hall 2/)
  assert.match(await (await world.get('/feed')).text(), /Hall 2/)

  world.clock.advance(86_400 - 1800)
  assert.equal(await expireDue(world.db, world.clock()), 0, 'not while it is going on')
  world.clock.advance(3 * 3600)
  assert.equal(await expireDue(world.db, world.clock()), 1)
  assert.equal(await expireDue(world.db, world.clock()), 0, 'and once')
  const over = await world.get(path)
  assert.equal(over.status, 410)
  assert.match(await over.text(), /This event is over.*Harbour Times.*announced it here/s)
  assert.equal((await world.get(`/stories/${id}`)).headers.get('location'), path)
  for (const list of ['/', '/feed', '/members/harbour-times', '/archive/2026/11/24'])
    assert.doesNotMatch(await (await world.get(list)).text(), /Nine groups ask/, list)
  assert.deepEqual(await kinds(world), ['published', 'expired'])
})

test('an event that is put off brings its advisory back, at its address', async () => {
  await using world = await newsroom()
  const { path, id } = await issue(world, invitation('2026-11-25 12:00Z'))
  world.clock.advance(2 * 86_400)
  await expireDue(world.db, world.clock())
  await put(world, id, invitation('2026-11-30 12:00Z'), { kind: 'update', note: 'It takes place on the 30th.' })
  assert.equal((await world.get(path)).status, 200)
  assert.deepEqual(await kinds(world), ['published', 'expired', 'updated'])
  world.clock.advance(7 * 86_400)
  assert.equal(await expireDue(world.db, world.clock()), 1)
})

test('one that is over stays down when its text is put right', async () => {
  await using world = await newsroom()
  const { path, id } = await issue(world, invitation('2026-11-25 12:00Z'))
  world.clock.advance(2 * 86_400)
  await expireDue(world.db, world.clock())
  await put(world, id, invitation('2026-11-25 13:00Z'), { kind: 'correction', note: 'It ended at one.' })
  assert.equal((await world.get(path)).status, 410)
})

test('an invitation to what is over is refused', async () => {
  await using world = await newsroom()
  await assert.rejects(
    issue(world, releaseFile(['genre: advisory', 'event: {starts: 2026-11-01 10:00Z}'])),
    /line 4: The event is over already/,
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applying, decide, fill, sendMark, who } from '../../test/support/applying.ts'
import { accountIn } from '../../test/support/archives.ts'
import { findApplication, findOwnApplication } from '../db/applications.ts'
import { addTasks } from '../db/tasks.ts'
import { createMediaStore } from '../net/media-store.ts'

test('a draft that is taken back is gone; one that was sent stays on record as taken back', async () => {
  await using one = await applying()
  const { world, send, own, me } = one
  await fill(one)
  const back = () => world.post('/join/application/withdraw', {}, me)
  assert.equal((await back()).headers.get('location'), '/join/application?done=withdrawn')
  assert.deepEqual(await world.db.selectFrom('applications').selectAll().execute(), [])
  assert.deepEqual(await world.db.selectFrom('media').selectAll().execute(), [])
  await fill(one)
  await send('send', { do: 'next' })
  await back()
  assert.equal((await own()).standing, 'withdrawn')
})

test('drafts nobody goes on with are forgotten, and of what was decided the words', async () => {
  await using one = await applying()
  const { world, account, own } = one
  await fill(one)
  const { logo: drawn } = await own()
  const forget = async () => {
    await addTasks(world.db, [{ name: 'forget', payload: {} }])
    await world.work()
  }
  world.clock.advance(21 * 86_400)
  await forget()
  world.clock.advance(8 * 86_400)
  await forget()
  assert.ok(await findOwnApplication(world.db, account))
  world.clock.advance(3 * 86_400)
  await forget()
  assert.equal(await findOwnApplication(world.db, account), undefined)
  assert.equal(await createMediaStore(world.config, world.clock).get(drawn ?? ''), undefined)

  // Their session is over, too.
  const again = { world, me: await world.signedIn(account) }
  await world.get('/join/application', again.me)
  for (const [step, form] of [
    ['who', who],
    ['site', { without: 'yes' }],
    ['words', { about: 'A magazine.', contact: 'Signal' }],
  ] as const)
    await world.post(`/join/application/${step}`, form, again.me)
  await sendMark(again, undefined, { mark: 'arches', alt: '' })
  await world.post('/join/application/send', { do: 'next' }, again.me)
  const { id } = await own()
  await decide(world, id, 'refused', 'It is a shop.')
  world.clock.advance(366 * 86_400)
  await forget()
  const kept = await findApplication(world.db, id)
  assert.deepEqual(
    [kept?.standing, kept?.name, kept?.about, kept?.contact, kept?.logo],
    ['refused', '', '', null, null],
  )
  assert.equal((await world.db.selectFrom('decisions').selectAll().execute()).length, 1)
  assert.deepEqual(await world.db.selectFrom('media').selectAll().execute(), [])
})

test('one’s own data have the application whole; leaving erases it with its picture', async () => {
  await using one = await applying()
  const { world, me, own, send } = one
  await fill(one)
  await send('send', { do: 'next' })
  const { id, logo } = await own()
  await decide(world, id, 'returned', 'Who writes for it?')
  await world.post('/join/application/answer', { answer: 'Ana and Luz.' }, me)
  const { applications } = (await accountIn(await world.get('/account/export', me))) as unknown as {
    applications: { facts: { name: string }; contact: string; answers: { words: string }[] }[]
  }
  assert.deepEqual(
    [applications[0]?.facts.name, applications[0]?.contact, applications[0]?.answers[0]?.words],
    ['Revista Arcoíris', 'Signal: arco.12', 'Ana and Luz.'],
  )
  assert.equal((await world.post('/account/leave', { sure: 'yes' }, me)).status, 200)
  await world.work()
  assert.deepEqual(await world.db.selectFrom('applications').selectAll().execute(), [])
  assert.deepEqual(await world.db.selectFrom('media').selectAll().execute(), [])
  assert.equal(await createMediaStore(world.config, world.clock).get(logo ?? ''), undefined)
})

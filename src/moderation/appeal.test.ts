import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applied } from '../../test/support/applications.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { listActs } from '../db/rights.ts'
import { addTasks } from '../db/tasks.ts'

/** An application that Noor has refused, and whose applicant was told. */
async function refused(world: World) {
  const noor = await world.signedIn(
    await world.account({ mail: 'noor@harbour.example', name: 'Noor', rights: ['moderator'] }),
  )
  const { id, account } = await applied(world)
  const path = `/moderation/applications/${id}`
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(await (await world.get(path, noor)).text()) ?? []
  await world.post(path, { kind: 'refused', seen, ground: 'spam', words: 'It is advertising.', why: 'Links.' }, noor)
  world.clock.advance(601)
  await world.db.transaction().execute((tx) => addTasks(tx, [{ name: 'carry-out-decisions', payload: {} }]))
  await world.work()
  const applicant = await world.signedIn(account)
  const page = await (await world.get('/appeal', applicant)).text()
  const [, subject = ''] = /name="subject" value="([^"]+)"/.exec(page) ?? []
  return { noor, id, account, applicant, page, subject }
}

async function secondModerator(world: World) {
  return await world.signedIn(await world.account({ mail: 'sam@harbour.example', name: 'Sam', rights: ['moderator'] }))
}

async function firstAppeal(world: World): Promise<string> {
  const { id } = await world.db.selectFrom('appeals').select('id').executeTakeFirstOrThrow()
  return `/moderation/appeals/${id}`
}

test('who was refused appeals once; another moderator hears it, and granting puts the application back', async () => {
  await using world = await newsroom()
  const { noor, applicant, page, subject } = await refused(world)
  assert.match(page, /It is advertising\./)
  assert.doesNotMatch(page, /Links\./)
  const sam = await secondModerator(world)
  const empty = await world.post('/appeal', { subject, words: ' ' }, applicant)
  assert.equal(empty.status, 422)
  const given = { subject, words: 'Those links were an attack.' }
  const answers = await Promise.all([world.post('/appeal', given, applicant), world.post('/appeal', given, applicant)])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
  assert.equal((await world.post('/appeal', given, applicant)).status, 409)
  const row = await world.db.selectFrom('appeals').select('words').executeTakeFirstOrThrow()
  assert.doesNotMatch(String(row.words), /attack/)

  const desk = await firstAppeal(world)
  assert.doesNotMatch(await (await world.get('/moderation', noor)).text(), /appeals\//)
  assert.match(await (await world.get('/moderation', sam)).text(), /<li class="hot"><a href="\/moderation\/appeals\//)
  assert.match(await (await world.get(desk, sam)).text(), /Those links were an attack\.[\s\S]*Links\./)
  const decision = { outcome: 'granted', answer: 'You are right.', why: 'Looked again.' }
  assert.equal((await world.post(desk, decision, noor)).status, 409)
  assert.equal((await world.post(desk, { ...decision, outcome: '' }, sam)).status, 422)
  assert.equal((await world.post(desk, decision, sam)).headers.get('location'), '/moderation?done=appeal')
  assert.equal((await world.post(desk, decision, sam)).status, 409)
  const { standing } = await world.db.selectFrom('applications').select('standing').executeTakeFirstOrThrow()
  assert.equal(standing, 'waiting')
  await world.work()
  assert.match((await world.letters()).at(-1)?.text ?? '', /You were right[\s\S]*You are right\./)
  assert.match(await (await world.get('/appeal', applicant)).text(), /You were right[\s\S]*You are right\./)
  const [act] = await listActs(world.db, 1)
  assert.equal(act?.act, 'decide appeal')
})

test('where there is one moderator, an outsider is asked by a letter without a link', async () => {
  await using world = await newsroom()
  await world.db.updateTable('network').set({ appealsTo: 'Ada Wong <ada@court.example>' }).execute()
  const { noor, applicant, subject } = await refused(world)
  await world.post('/appeal', { subject, words: 'Those links were an attack.' }, applicant)
  await world.work()
  const letter = (await world.letters()).at(-1)
  assert.equal(letter?.to, 'ada@court.example')
  assert.match(letter?.text ?? '', /Dear Ada Wong[\s\S]*It is advertising\.[\s\S]*Those links were an attack\./)
  assert.doesNotMatch(letter?.text ?? '', /https:/)
  const desk = await firstAppeal(world)
  assert.match(await (await world.get('/moderation', noor)).text(), /<a href="\/moderation\/appeals\/[\s\S]*1 appeal</)
  assert.match(await (await world.get(desk, noor)).text(), /Ada Wong was asked by letter/)
  assert.equal((await world.post(desk, { outcome: 'stands', answer: 'It stands.', why: 'Ada: no.' }, noor)).status, 303)
})

test('where nobody else is, the appeal waits until somebody is named', async () => {
  await using world = await newsroom()
  const { noor, applicant, subject } = await refused(world)
  await world.post('/appeal', { subject, words: 'Please look again.' }, applicant)
  const desk = await firstAppeal(world)
  assert.match(await (await world.get(desk, noor)).text(), /is the only moderator, and no outsider is named/)
  assert.equal((await world.post(desk, { outcome: 'stands', answer: 'No.', why: 'No.' }, noor)).status, 409)
})

test('the owner of a suspended member appeals, nobody else can, and granting ends the suspension', async () => {
  await using world = await newsroom()
  const noor = await world.signedIn(
    await world.account({ mail: 'noor@harbour.example', name: 'Noor', rights: ['moderator'] }),
  )
  const sam = await secondModerator(world)
  const member = await world.member()
  const lee = await world.account({ mail: 'lee@harbour.example' })
  await world.seat(lee, member.id)
  const owner = await world.signedIn(lee)
  const stranger = await world.signedIn(await world.account({ mail: 'kim@elsewhere.example' }))
  for (const [kind, more] of [
    ['suspend', { stories: 'stay' }],
    ['remove', { stories: 'stay', sure: 'yes' }],
  ] as const) {
    const measure = { kind, ground: 'spam', words: 'Casino.', why: 'Casino.', ...more }
    assert.equal((await world.post(`/moderation/members/${member.slug}`, measure, noor)).status, 303)
    const page = await (await world.get('/appeal', owner)).text()
    const [, subject = ''] = /name="subject" value="([^"]+)"/.exec(page) ?? []
    assert.equal((await world.post('/appeal', { subject, words: 'Let us in.' }, stranger)).status, 404)
    assert.equal((await world.post('/appeal', { subject, words: 'We took them out.' }, owner)).status, 303)
    const open = await world.db
      .selectFrom('appeals')
      .select('id')
      .where('decidedAt', 'is', null)
      .executeTakeFirstOrThrow()
    const decision = { outcome: 'granted', answer: 'Fine.', why: 'They did.' }
    assert.equal((await world.post(`/moderation/appeals/${open.id}`, decision, sam)).status, 303)
    await world.work()
    const { leftAt } = await world.db.selectFrom('members').select('leftAt').executeTakeFirstOrThrow()
    const suspended = await world.db.selectFrom('suspensions').select('id').where('endedAt', 'is', null).execute()
    assert.deepEqual([leftAt, suspended.length], [null, 0])
  }
})

test('the public log counts by reasons and names nobody who was refused', async () => {
  await using world = await newsroom()
  assert.match(await (await world.get('/moderation/log')).text(), /Nothing was decided in this month/)
  const { noor } = await refused(world)
  const member = await world.member()
  const removal = { kind: 'remove', ground: 'hate', words: 'Goodbye.', why: 'Whyword.', stories: 'stay', sure: 'yes' }
  await world.post(`/moderation/members/${member.slug}`, removal, noor)
  const page = await (await world.get('/moderation/log')).text()
  assert.match(page, /1 application refused<\/dt><dd>Advertising or spam/)
  assert.match(page, /1 member removed<\/dt><dd>Harms people/)
  assert.match(page, /Members that were removed[\s\S]*Harbour Times/)
  assert.doesNotMatch(page, /Arcoíris|Noor|Whyword|Links\.|It is advertising|Goodbye/)
  assert.equal((await world.get('/moderation/log/2026-11')).status, 200)
  assert.equal((await world.get('/moderation/log/2020-01')).status, 404)
})

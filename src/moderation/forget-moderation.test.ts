import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applied } from '../../test/support/applications.ts'
import { accountIn } from '../../test/support/archives.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { type AppealId, insertAppeal } from '../db/appeals.ts'
import { newId } from '../db/new-id.ts'
import { insertSuspension, type SuspensionId } from '../db/suspensions.ts'
import { sealAppeal } from '../host/appeal-words.ts'
import { forgetModeration } from './forget-moderation.ts'

const day = 86_400

test('who read what and who was away is forgotten when it is past, the words of an appeal a year after its decision', async () => {
  await using world = await newsroom()
  const moderator = await world.signedIn(await world.account({ rights: ['moderator'] }))
  const { id } = await applied(world)
  await world.get(`/moderation/applications/${id}`, moderator)
  await world.post('/moderation/away', { until: '2026-11-25' }, moderator)
  const member = await world.member()
  const lee = await world.account({ mail: 'lee@harbour.example' })
  const at = world.clock()
  const appeal = newId<AppealId>(at)
  await world.db.transaction().execute(async (tx) => {
    const reasons = { ground: 'spam', why: 'x', words: 'x' } as const
    const subject = newId<SuspensionId>(at)
    await insertSuspension(tx, {
      id: subject,
      member: member.id,
      at,
      by: 'operator',
      ...reasons,
      stories: 'stay',
      until: null,
    })
    const said = sealAppeal(world.config.secret ?? '', appeal, 'It was an attack.')
    await insertAppeal(tx, {
      id: appeal,
      kind: 'suspension',
      subject,
      appellant: lee,
      givenAt: at,
      language: 'en',
      said,
    })
  })
  const left = async () => {
    const readings = await world.db.selectFrom('applicationReadings').select('until').execute()
    const absences = await world.db.selectFrom('absences').select('until').execute()
    const words = await world.db.selectFrom('appeals').select('id').where('words', 'is not', null).execute()
    return [readings.length, absences.length, words.length]
  }
  assert.equal(await forgetModeration(world.db, world.clock()), 0)
  world.clock.advance(2 * day)
  assert.equal(await forgetModeration(world.db, world.clock()), 2)
  assert.deepEqual(await left(), [0, 0, 1])

  await world.post(`/moderation/appeals/${appeal}`, { outcome: 'stands', answer: 'No.', why: 'No.' }, moderator)
  world.clock.advance(364 * day)
  await forgetModeration(world.db, world.clock())
  assert.deepEqual(await left(), [0, 0, 1])
  const own = await world.get('/account/export', await world.signedIn(lee))
  const { appeals = [] } = await accountIn(own)
  assert.deepEqual(appeals, [
    {
      id: appeal,
      givenAt: appeals.length ? (appeals[0] as { givenAt: string }).givenAt : '',
      outcome: 'stands',
      answer: 'No.',
      words: 'It was an attack.',
    },
  ])
  world.clock.advance(2 * day)
  await forgetModeration(world.db, world.clock())
  assert.deepEqual(await left(), [0, 0, 0])
})

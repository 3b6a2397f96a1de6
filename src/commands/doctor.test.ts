import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { test } from 'node:test'
import { call } from '../../test/support/commands.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { readConfig } from '../config.ts'
import { newId } from '../db/new-id.ts'
import { readStats } from '../db/stats.ts'
import { command, people } from './doctor.ts'
import { command as stats } from './stats.ts'

test('what is wrong is told beside what is well, each with what to do, and the status is 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wr-'))
  await writeFile(join(folder, 'media'), 'no folder')
  process.env.WIREROOM_DTA = '/var/lib/wire'
  try {
    const config = readConfig({
      WIREROOM_DATA: folder,
      WIREROOM_URL: 'http://wire.example',
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      WIREROOM_SECRET: 'a secret of tests alone, 32 characters',
      SMTP_URL: 'smtp://127.0.0.1:1',
    })
    const { printed } = await call(command, [], {}, config)
    const told = printed.join('\n')
    assert.match(told, /^look {3}settings .*WIREROOM_DTA is no setting \(did you mean "WIREROOM_DATA"\?\)\.$/m)
    assert.match(told, /^look {3}address .*not https/m)
    assert.match(told, /^ok {5}disk /m)
    assert.match(told, /^WRONG {2}database .*nothing takes connections there/m)
    assert.match(told, /^WRONG {2}mail .*127\.0\.0\.1:1 takes no connection: check SMTP_URL/m)
    assert.match(told, /^WRONG {2}media .*media cannot be a folder/m)
    assert.equal(process.exitCode, 1)
  } finally {
    process.exitCode = 0
    delete process.env.WIREROOM_DTA
    await rm(folder, { recursive: true })
  }
})

test('what waits for people for longer than a week is told, and that nobody is there to decide', async () => {
  const token = 'a token of thirty-two characters'
  await using world = await newsroom({ WIREROOM_METRICS_TOKEN: token })
  const member = await world.member()
  const kim = await world.account()
  const told = async () =>
    people(await readStats(world.db, world.clock())).map(({ about, verdict, words }) => `${verdict} ${about} ${words}`)
  assert.deepEqual((await told()).slice(0, 2), ['well notices 0 open', 'well joining 0 applications waiting'])
  assert.match((await told())[2] ?? '', /^look moderators nobody is one.*staff add EMAIL --right moderator/)

  await world.account({ mail: 'noor@harbour.example', rights: ['moderator'] })
  const at = world.clock()
  const filled = { accountId: kim, begunAt: at, changedAt: at, interface: 'en', name: 'Lantern' }
  await world.db
    .insertInto('applications')
    .values({ id: newId(at), ...filled, standing: 'waiting', submittedAt: at })
    .execute()
  await world.db
    .insertInto('notices')
    .values({ number: '1234-1234-1234', reason: 'other', language: 'en', receivedAt: at })
    .execute()
  await world.suspend(member.id)
  const draft = { memberId: member.id, begunBy: kim, begunAt: at, changedAt: at, standing: 'sent', sentAt: at }
  await world.db
    .insertInto('drafts')
    .values({ id: newId(at), ...draft })
    .execute()
  const source = await world.granted({ shows: 'full', pictures: 'none' })
  await world.db
    .insertInto('quarantines')
    .values({ id: newId(at), sourceId: source, since: at, by: 'wireroom', why: '[]' })
    .execute()
  world.clock.advance(7 * 86_400 + 60)
  const [notices, joining, moderators] = await told()
  assert.match(notices ?? '', /^look notices 1 open, 0 overdue, 1 of them for longer than a week/)
  assert.match(joining ?? '', /^look joining 1 applications waiting, 1 for longer than a week: .*\/moderation/)
  assert.equal(moderators, 'well moderators 1')

  const { json } = await call(stats, [], { json: true }, world.config)
  const { applications, suspended, quarantines, drafts } = json as Record<string, unknown>
  assert.deepEqual([suspended, quarantines, drafts], [1, 1, { sent: 1 }])
  assert.equal((applications as { waiting: number }).waiting, 1)
  const metrics = await (await world.get('/metrics', { authorization: `Bearer ${token}` })).text()
  for (const name of ['applications_waiting', 'members_suspended', 'sources_quarantined', 'drafts_sent'])
    assert.match(metrics, new RegExp(`^wireroom_${name} 1$`, 'm'))
})

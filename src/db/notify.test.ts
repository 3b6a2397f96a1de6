import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/support/databases.ts'
import { openPool } from './connection.ts'
import { dropEditions, editionsChannel, listen, payloadsOf } from './notify.ts'

test('tags travel at commit, in payloads PostgreSQL takes, and not at all when the change is rolled back', async () => {
  await using database = await testDatabase()
  const pool = openPool(database.reach, { name: 'test', size: 2 })
  const heard = new EventTarget()
  const payloads: string[] = []
  const connection = listen(database.reach, editionsChannel, {
    onNotify: (payload) => {
      payloads.push(payload)
      heard.dispatchEvent(new Event('notify'))
    },
    onLost: (error) => assert.fail(error),
    onRestored: () => void heard.dispatchEvent(new Event('restored')),
  })
  await once(heard, 'restored')
  await assert.rejects(
    pool.db.transaction().execute(async (tx) => {
      await dropEditions(tx, ['never'])
      throw new Error('rolled back')
    }),
  )
  const notified = once(heard, 'notify')
  await pool.db.transaction().execute((tx) => dropEditions(tx, ['front', 'story:1', 'front']))
  await notified
  assert.deepEqual(payloads, ['front story:1'])
  await connection.close()
  await pool.close()
})

test('many tags are split below 8,000 bytes; a tag that would be read as two is refused', () => {
  const tags = Array.from({ length: 1_000 }, (_, i) => `member:ünïcode-${i}`)
  const payloads = payloadsOf(tags)
  assert.ok(payloads.length > 1 && payloads.every((payload) => Buffer.byteLength(payload) < 8_000))
  assert.deepEqual(payloads.join(' ').split(' '), tags)
  assert.throws(() => payloadsOf(['two words']), /Not a tag/)
})

test('a listener whose connection is killed says so, comes back and hears again', async () => {
  await using database = await testDatabase()
  const pool = openPool(database.reach, { name: 'test', size: 2 })
  const said = new EventTarget()
  const order: string[] = []
  const say = (what: string) => {
    order.push(what)
    said.dispatchEvent(new Event(what))
  }
  const connection = listen(database.reach, editionsChannel, {
    onNotify: () => say('notify'),
    onLost: () => say('lost'),
    onRestored: () => say('restored'),
  })
  await once(said, 'restored')
  const lost = once(said, 'lost')
  const again = once(said, 'restored')
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like 'wireroom listen%'`.execute(pool.db)
  await lost
  await again
  const notified = once(said, 'notify')
  await pool.db.transaction().execute((tx) => dropEditions(tx, ['front']))
  await notified
  assert.deepEqual(order, ['restored', 'lost', 'restored', 'notify'])
  await connection.close()
  await pool.close()
})

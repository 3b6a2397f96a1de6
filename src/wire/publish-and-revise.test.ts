import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import type { Tx } from '../db/connection.ts'
import { readEvents } from '../db/events.ts'
import { publishAndRevise } from './publish-and-revise.ts'

test('versions and stories of one act are written, and what belongs to them, before the log is locked', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const id = await world.story({ headline: 'Choir finds its scores' })
  const context = await world.wire()
  const { text } = draftFor(member, { headline: 'Choir finds all of its scores' }, context.now)
  const drafts = [draftFor(member, { headline: 'Archive keeps its name' }, context.now)]
  const held: number[] = []
  await world.db.transaction().execute(async (tx) => {
    const revisions = [{ id, kind: 'update' as const, note: '', text }]
    const outcomes = await publishAndRevise(tx, context, { drafts, revisions }, async (ids) => {
      assert.equal(ids.length, 1)
      held.push(await advisoryLocks(tx))
    })
    assert.deepEqual(outcomes, ['revised'])
    held.push(await advisoryLocks(tx))
  })
  assert.deepEqual(held, [0, 1])
  const kinds = (await readEvents(world.db, '0', 10)).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['published', 'updated', 'published'])
})

test('an act that changes nothing locks and says nothing', async () => {
  await using world = await newsroom()
  const context = await world.wire()
  await world.db.transaction().execute(async (tx) => {
    await publishAndRevise(tx, context, { drafts: [], revisions: [] }, async () => undefined)
    assert.equal(await advisoryLocks(tx), 0)
  })
  assert.deepEqual(await readEvents(world.db, '0', 10), [])
})

async function advisoryLocks(tx: Tx): Promise<number> {
  const { rows } = await sql`
    select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`.execute(tx)
  return rows.length
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { findOwnApplication, insertApplication } from './applications.ts'

test('a connection that has begun many applications begins the next: the plan PostgreSQL keeps of it holds', async () => {
  await using world = await newsroom()
  const { db, clock } = world
  for (let i = 0; i < 8; i += 1) await world.account({ mail: `applicant-${i}@revista.example` })
  const accounts = await db.selectFrom('accounts').select('id').execute()
  await db.transaction().execute(async (tx) => {
    for (const { id } of accounts)
      for (let times = 0; times < 2; times += 1)
        await insertApplication(tx, { account: id as never, language: 'en' }, clock())
    for (const { id } of accounts) assert.ok(await findOwnApplication(tx, id as never))
  })
})

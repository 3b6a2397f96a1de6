import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/support/databases.ts'
import { openPool } from './connection.ts'

test('who says the same again and again has it prepared, but for what a migration may answer otherwise', async () => {
  await using database = await testDatabase()
  const pool = openPool(database.reach, { name: 'test', size: 1, prepares: true })
  try {
    for (const language of ['en', 'es']) {
      const { rows } = await sql<{ said: string }>`select ${language}::text as said`.execute(pool.db)
      assert.deepEqual(rows, [{ said: language }])
      await sql`select * from members where slug = ${language}`.execute(pool.db)
    }
    await sql`select ${1}::int as one where ${'x'.repeat(10)} <> ${sql.raw(`'${'y'.repeat(7_000)}'`)}`.execute(pool.db)
    const { rows } = await sql<{
      statement: string
    }>`select statement from pg_prepared_statements where statement not like '%pg_prepared%'`.execute(pool.db)
    assert.deepEqual(
      rows.map(({ statement }) => statement),
      ['select $1::text as said'],
    )
  } finally {
    await pool.close()
  }
})

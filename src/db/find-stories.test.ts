import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/support/databases.ts'
import { readSearch } from '../core/search-address.ts'
import { openPool } from './connection.ts'
import { findStories } from './find-stories.ts'

test('what a search says is read once by the database, and planned anew for the words of each question', async () => {
  await using database = await testDatabase()
  const seeking = openPool(database.reach, { name: 'test', size: 1, prepares: true, patience: 5_000 })
  try {
    const questions = ['walrus', 'otter', 'seal', 'whale', 'squid', 'heron', 'crane']
    for (const q of questions) {
      const { question, sought: filters = {} } = readSearch({ q })
      await findStories(seeking.db, {
        ...{ question, filters, languages: ['en'], language: 'en', now: new Date('2026-11-28T12:00:00Z') },
        ...{ order: 'best', from: 0, limit: 20, facets: true, oneEach: true, bodies: false },
      })
    }
    const { rows } = await sql<{ anew: number; alike: number }>`
      select custom_plans::int as anew, generic_plans::int as alike from pg_prepared_statements
      where statement like '%with hit as%' and statement not like '%pg_prepared%'`.execute(seeking.db)
    assert.deepEqual(rows, [{ anew: questions.length, alike: 0 }])
  } finally {
    await seeking.close()
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/support/databases.ts'
import { Conflict } from '../core/errors.ts'
import { openPool, type Reach } from './connection.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

const setUp = { url: 'https://www.wire.example', clock: () => new Date('2026-11-24T09:00:00Z') }

test('nodes that start at once share the work: each migration is applied once, and the network is there', async () => {
  await using database = await testDatabase({ empty: true })
  const ours = (await readMigrations()).map(({ name }) => name)
  const ran = await Promise.all([1, 2, 3].map(() => migrate(database.reach, setUp)))
  assert.deepEqual(
    ran.flatMap(({ applied }) => applied),
    ours,
  )
  assert.deepEqual(await network(database.reach), [{ name: 'wire.example', tagAuthority: 'www.wire.example,2026' }])
  assert.deepEqual(await migrate(database.reach, setUp), { applied: [], ahead: [] })
})

test('on a localhost each network gets an authority of its own', async () => {
  await using database = await testDatabase({ empty: true })
  await migrate(database.reach, { ...setUp, url: 'http://localhost:3000' })
  const [row] = await network(database.reach)
  assert.match(row?.tagAuthority ?? '', /^n-[0-9a-f]{8}\.localhost,2026$/)
})

test('while an upgrade rolls, a program one migration behind starts; two behind is refused', async () => {
  await using database = await testDatabase()
  const ours = await readMigrations()
  const next = migration('9001_next.sql', 'alter table members add column next text')
  const after = migration('9002_after.sql', 'alter table members add column after text')
  assert.deepEqual((await migrate(database.reach, { ...setUp, migrations: [...ours, next] })).applied, [next.name])
  assert.deepEqual(await migrate(database.reach, setUp), { applied: [], ahead: [next.name] })
  await migrate(database.reach, { ...setUp, migrations: [...ours, next, after] })
  await assert.rejects(migrate(database.reach, setUp), (error) => {
    assert.ok(error instanceof Conflict)
    assert.match(error.message, /newer program \(9001_next\.sql, 9002_after\.sql\): update this one/)
    return true
  })
})

test('a migration that was applied and then edited is refused', async () => {
  await using database = await testDatabase()
  const edited = (await readMigrations()).map((one, n) => (n === 0 ? migration(one.name, `${one.text}\n`) : one))
  await assert.rejects(migrate(database.reach, { ...setUp, migrations: edited }), /put the file back as it was/)
})

test('a migration that fails leaves nothing of itself behind', async () => {
  await using database = await testDatabase()
  const broken = migration('9001_broken.sql', 'create table half (n int); select 1 / 0')
  const migrations = [...(await readMigrations()), broken]
  await assert.rejects(migrate(database.reach, { ...setUp, migrations }), /division by zero/)
  const pool = openPool(database.reach, { name: 'test', size: 1 })
  const { rows } = await sql<{ there: boolean }>`select to_regclass('half') is not null as there`.execute(pool.db)
  await pool.close()
  assert.deepEqual(rows, [{ there: false }])
})

function migration(name: string, text: string): Migration {
  return { name, text, checksum: `checksum of ${text}` }
}

async function network(reach: Reach) {
  const pool = openPool(reach, { name: 'test', size: 1 })
  try {
    return await pool.db.selectFrom('network').select(['name', 'tagAuthority']).execute()
  } finally {
    await pool.close()
  }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newsroom } from '../../test/support/newsroom.ts'
import { readCommonWords } from './common-words.ts'
import { countWord } from './search.ts'

test('common words and how many stories there are come from what the database has counted, for a while', async () => {
  await using world = await newsroom()
  const { db, clock } = world
  assert.equal((await readCommonWords(db, new Date(0))).shares.size, 0, 'nothing was counted yet')
  for (let n = 0; n < 20; n++) await world.story({ headline: `Harbour ${n % 2 ? 'walrus' : 'seal'}` })
  await sql`analyze publications`.execute(db)
  await world.story({ headline: 'Otter' })
  assert.equal((await readCommonWords(db, new Date(60_000))).shares.size, 0, 'what is known is kept')
  const { shares, stories } = await readCommonWords(db, clock())
  assert.equal(stories, 20)
  assert.deepEqual([shares.get('harbour'), shares.get('walrus'), shares.get('otter')], [1, 0.5, undefined])
  const counted = await Promise.all(
    ['harbour', 'walrus', 'otter', 'absent'].map((word) => countWord(db, word, 15, clock())),
  )
  assert.deepEqual(counted, [15, 10, 1, 0])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newsroom } from '../../test/support/newsroom.ts'
import { type ApplicationPath, queueGroup, queueGroups } from '../core/member/queue-order.ts'
import type { Sign } from '../core/member/signs.ts'

const signs: readonly (readonly Sign[])[] = [
  [],
  [{ code: 'no-feed' }, { code: 'links', count: 4 }],
  [{ code: 'commerce', link: 'https://casino.example' }],
  [{ code: 'like-refused', application: 'a', name: 'Casino', percent: 80 }],
  [{ code: 'site-of-applicant', application: 'a', name: 'Casino', refused: true }],
  [{ code: 'site-of-applicant', application: 'a', name: 'Harbour', refused: false }],
]

test('the database sorts the queue into the groups that core says', async () => {
  await using world = await newsroom()
  const submittedAt = world.clock()
  for (const path of ['open', 'invited', 'vouched', 'flood'] satisfies ApplicationPath[])
    for (const worked of [true, false])
      for (const seen of signs) {
        const { rows } = await sql<{ group: number }>`
          select application_group(${path}, ${worked}, ${JSON.stringify(seen)}::jsonb) as group`.execute(world.db)
        const meant = queueGroup({ path, worked, signs: seen, submittedAt })
        assert.equal(queueGroups[rows[0]?.group ?? -1], meant, `${path}, ${worked}, ${JSON.stringify(seen)}`)
      }
})

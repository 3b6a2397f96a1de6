import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frame } from '../../test/support/sample-pages.ts'
import { counts } from './counts.ts'

test('few stories are counted anew for each that comes, many after ten minutes; what is recalled never waits', () => {
  const around = frame('/topics')
  const few = counts(around, '', [{ stories: 12 }])
  assert.deepEqual(few.tags, ['front', 'counts', 'network', 'midnight'])
  assert.equal(few.until?.toISOString(), '2026-11-23T00:00:00.000Z')
  const many = counts(around, '', [{ stories: 12_000 }, { stories: 9_000 }])
  assert.deepEqual(many.tags, ['counts', 'network', 'midnight'])
  assert.equal(many.until?.toISOString(), '2026-11-22T14:17:30.000Z')
  const late = { ...around, now: new Date('2026-11-22T23:55:00Z') }
  assert.equal(counts(late, '', [{ stories: 30_000 }]).until?.toISOString(), '2026-11-23T00:00:00.000Z')
})

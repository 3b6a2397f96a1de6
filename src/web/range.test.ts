import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rangeOf } from './range.ts'

const variant = { head: [], unchanged: [], body: Buffer.from('0123456789'), etag: '"abc-identity"' }
const asked = (range: string, ifRange?: string) =>
  rangeOf({ range, ...(ifRange === undefined ? {} : { 'if-range': ifRange }) }, variant)

test('a range is from a byte to another, to the end, or so many last ones', () => {
  assert.deepEqual(asked('bytes=0-0'), { first: 0, last: 0 })
  assert.deepEqual(asked('bytes=2-5'), { first: 2, last: 5 })
  assert.deepEqual(asked('Bytes=7-'), { first: 7, last: 9 })
  assert.deepEqual(asked('bytes=-3'), { first: 7, last: 9 })
  // What is longer than there is ends where it ends.
  assert.deepEqual(asked('bytes=8-99'), { first: 8, last: 9 })
  assert.deepEqual(asked('bytes=-99'), { first: 0, last: 9 })
})

test('a range beyond the end is none', () => {
  for (const range of ['bytes=10-', 'bytes=10-20', 'bytes=-0', 'bytes=99999999999999999999-'])
    assert.equal(asked(range), 'none of it', range)
})

test('all of it is answered where a range is not understood, and where there are several', () => {
  for (const range of ['bytes=5-2', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes=0-1,4-5', 'bytes 0-1', ''])
    assert.equal(asked(range), undefined, range)
  assert.equal(rangeOf({}, variant), undefined)
})

test('a part of something else is not gone on with', () => {
  assert.deepEqual(asked('bytes=2-', '"abc-identity"'), { first: 2, last: 9 })
  for (const other of ['"abd-identity"', 'W/"abc-identity"', 'Tue, 24 Nov 2026 10:00:00 GMT'])
    assert.equal(asked('bytes=2-', other), undefined, other)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueAt, faultsOf, lengths, nothingGiven, noticeNumber, readNoticeNumber } from './notice.ts'

const given = { ...nothingGiven, reason: 'wrong', words: 'The judge was another.' }

test('a reason and a sentence are enough', () => {
  assert.deepEqual(faultsOf(given), [])
})

test('what is missing or too long is told field by field, in the order of the form', () => {
  const faults = faultsOf({ ...nothingGiven, words: ' … ', contact: 'x'.repeat(lengths.contact + 3) })
  assert.deepEqual(faults, [
    { field: 'reason', fault: 'missing' },
    { field: 'words', fault: 'missing' },
    { field: 'contact', fault: 'long', over: 3 },
  ])
  assert.deepEqual(faultsOf({ ...given, reason: 'because' }), [{ field: 'reason', fault: 'missing' }])
})

test('danger is to be decided first', () => {
  const receivedAt = new Date('2026-11-22T12:00:00Z')
  assert.equal(dueAt({ reason: 'danger', receivedAt }).toISOString(), '2026-11-23T12:00:00.000Z')
  assert.equal(dueAt({ reason: 'other', receivedAt }).toISOString(), '2026-12-06T12:00:00.000Z')
})

test('a number is twelve digits in groups, and read however somebody writes it down', () => {
  assert.equal(noticeNumber(new Uint8Array(8)), '0000-0000-0000')
  assert.match(noticeNumber(new Uint8Array(8).fill(255)), /^\d{4}-\d{4}-\d{4}$/)
  assert.throws(() => noticeNumber(new Uint8Array(7)), RangeError)
  for (const text of ['4127-0093-5518', '4127 0093 5518', '412700935518', ' 4127.0093.5518 '])
    assert.equal(readNoticeNumber(text), '4127-0093-5518', text)
  for (const text of ['', '4127', '4127-0093-551x', '4127-0093-55189']) assert.equal(readNoticeNumber(text), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Measure, measureFaults, takeMeasure } from './measure.ts'

const now = new Date('2026-11-27T10:00:00Z')
const whole: Measure = {
  kind: 'suspend',
  ground: 'spam',
  why: 'Three casino posts.',
  words: 'Please take them out.',
  stories: 'held',
  until: '2026-12-31',
  isSure: false,
}
const faults = (measure: Partial<Measure>) =>
  measureFaults({ ...whole, ...measure }, now).map(({ field, fault }) => `${field} ${fault}`)

test('every measure needs a ground, words for the member and a reason; ending one needs no ground', () => {
  assert.deepEqual(faults({}), [])
  assert.deepEqual(faults({ kind: 'warn', ground: undefined, words: '', why: '-' }), [
    'ground missing',
    'words missing',
    'why missing',
  ])
  assert.deepEqual(faults({ kind: 'end', ground: undefined }), [])
  assert.deepEqual(faults({ words: 'x'.repeat(4_001), why: 'x'.repeat(2_001) }), ['words long', 'why long'])
})

test('a suspension says what becomes of the stories and ends in the future, if it says when', () => {
  assert.deepEqual(faults({ stories: 'withdrawn', until: '2026-11-26' }), ['stories missing', 'until missing'])
  assert.deepEqual(faults({ until: 'tomorrow' }), ['until missing'])
  assert.deepEqual(faults({ until: '2026-11-27' }), [])
  assert.deepEqual(faults({ until: '' }), [])
})

test('whoever removes a member says what becomes of its stories, and that they mean it', () => {
  assert.deepEqual(faults({ kind: 'remove', stories: 'held' }), ['stories missing', 'sure missing'])
  assert.deepEqual(faults({ kind: 'remove', stories: 'withdrawn', isSure: true }), [])
})

test('nobody is suspended or removed twice, and nobody decides about a member of their own', () => {
  const member = { isSuspended: false, isRemoved: false, isOwn: false }
  assert.equal(takeMeasure('suspend', member), 'taken')
  assert.equal(takeMeasure('end', member), 'not suspended')
  assert.equal(takeMeasure('suspend', { ...member, isSuspended: true }), 'suspended already')
  assert.equal(takeMeasure('remove', { ...member, isSuspended: true }), 'taken')
  assert.equal(takeMeasure('warn', { ...member, isRemoved: true }), 'removed already')
  assert.equal(takeMeasure('warn', { ...member, isOwn: true }), 'own')
})

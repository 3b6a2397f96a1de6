import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hearerOf, mayHear } from './appeal.ts'
import { type ApplicationStanding, applicationStandings } from './application.ts'
import { type Asked, carryOut, decide, undoUntil } from './decision.ts'

const at = new Date('2026-11-27T10:00:00Z')
const later = new Date('2026-11-27T10:01:00Z')
const waiting = { standing: 'waiting', changedAt: at, applicant: 'account kim', isPending: false } as const
const by = { actor: 'account noor', seenAt: at }
const refusal: Asked = { kind: 'refused', ground: 'spam', why: 'Casino links.', words: 'We cannot take you in.' }
const approval: Asked = { kind: 'approved', ground: undefined, why: '', words: '' }

test('whoever reads an application as it is now decides about it', () => {
  for (const asked of [
    approval,
    refusal,
    { ...approval, kind: 'returned', words: 'Who are you?' },
    { ...approval, kind: 'held', why: 'Sam knows them.' },
  ] satisfies Asked[])
    assert.deepEqual(decide(waiting, asked, by), { outcome: 'decided' })
  assert.deepEqual(decide({ ...waiting, standing: 'held' }, approval, by), { outcome: 'decided' })
})

test('a refusal needs a ground, words and a reason; questions need words; a hold needs a reason', () => {
  const faults = (asked: Asked) => {
    const answer = decide(waiting, asked, by)
    return answer.outcome === 'wrong' ? answer.faults.map(({ field, fault }) => `${field} ${fault}`) : answer.outcome
  }
  assert.deepEqual(faults({ kind: 'refused', ground: undefined, why: ' ', words: '…' }), [
    'ground missing',
    'words missing',
    'why missing',
  ])
  assert.deepEqual(faults({ ...approval, kind: 'returned' }), ['words missing'])
  assert.deepEqual(faults({ ...approval, kind: 'held' }), ['why missing'])
  assert.deepEqual(faults({ ...refusal, words: 'x'.repeat(4_001), why: 'x'.repeat(2_001) }), ['words long', 'why long'])
})

test('of two who decide the second is late; what was changed, taken back or is one’s own is not decided', () => {
  assert.deepEqual(decide({ ...waiting, isPending: true }, approval, by), { outcome: 'late' })
  assert.deepEqual(decide({ ...waiting, changedAt: later }, approval, by), { outcome: 'changed' })
  assert.deepEqual(decide({ ...waiting, applicant: by.actor }, approval, by), { outcome: 'own' })
  const answers = applicationStandings.map((standing) => decide({ ...waiting, standing }, approval, by).outcome)
  assert.deepEqual(answers, ['closed', 'decided', 'closed', 'decided', 'late', 'late', 'closed', 'closed'])
})

test('a decision can be taken back for ten minutes, and then is carried out about what was read', () => {
  const made = { decidedAt: at, carriedOutAt: null, undoneAt: null }
  assert.deepEqual(undoUntil(made), new Date('2026-11-27T10:10:00Z'))
  assert.equal(undoUntil({ ...made, undoneAt: later }), undefined)
  assert.equal(undoUntil({ ...made, carriedOutAt: later }), undefined)
  assert.deepEqual(carryOut(waiting, 'approved', at), { what: 'carry out', standing: 'approved' })
  assert.deepEqual(carryOut({ ...waiting, changedAt: later }, 'approved', at), { what: 'drop', because: 'changed' })
  for (const standing of ['withdrawn', 'expired', 'draft', 'returned'] satisfies ApplicationStanding[])
    assert.deepEqual(carryOut({ ...waiting, standing }, 'approved', at), { what: 'drop', because: 'withdrawn' })
})

test('an appeal goes to another moderator, and where there is none, out of the house', () => {
  assert.deepEqual(hearerOf('account noor', ['account noor', 'account sam'], ''), { who: 'moderators' })
  assert.deepEqual(hearerOf('account noor', ['account noor'], 'Ada <ada@example.org>'), { who: 'outsider' })
  assert.deepEqual(hearerOf('account noor', ['account noor'], ''), { who: 'nobody' })
  assert.deepEqual(hearerOf('operator', ['account noor'], ''), { who: 'moderators' })
  const about = { decider: 'account noor', appellant: 'account kim' }
  assert.deepEqual(
    ['account noor', 'account kim', 'account sam'].map((actor) => mayHear(actor, about)),
    [false, false, true],
  )
})

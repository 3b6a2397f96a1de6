import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeMove, type Move } from './moves.ts'

const start = new Date('2026-11-24T12:00:00Z')
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const to = 'https://new.example/feed'

function seenAt(...hours: number[]) {
  let noted: Move | undefined
  let verdict = judgeMove(noted, undefined, start)
  for (const hour of hours) {
    verdict = judgeMove(noted, to, later(hour))
    noted = verdict.kind === 'note' ? verdict.move : undefined
  }
  return verdict
}

test('a move is believed after three sightings over a day', () => {
  assert.deepEqual(seenAt(0, 12, 24), { kind: 'settle', to })
  assert.equal(seenAt(0, 24).kind, 'note')
  assert.equal(seenAt(0, 1, 2, 3, 23).kind, 'note')
  assert.equal(seenAt(0, 1, 2, 3, 25).kind, 'settle')
})

test('a redirect that ends, or leads elsewhere, starts the count anew', () => {
  const noted = { to, firstSeenAt: start, sightings: 2 }
  assert.deepEqual(judgeMove(noted, undefined, later(30)), { kind: 'forget' })
  assert.deepEqual(judgeMove(noted, 'https://other.example/', later(30)), {
    kind: 'note',
    move: { to: 'https://other.example/', firstSeenAt: later(30), sightings: 1 },
  })
  assert.deepEqual(judgeMove(undefined, undefined, start), { kind: 'none' })
})

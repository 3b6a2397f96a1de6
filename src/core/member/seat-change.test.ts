import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountId } from '../id.ts'
import type { SeatRole } from './seat.ts'
import { answerSeatChange } from './seat-change.ts'

const sitting = (role: SeatRole, name: string) => ({ role, account: name as AccountId })
const [ada, kim, sam] = ['ada', 'kim', 'sam'] as AccountId[] as [AccountId, AccountId, AccountId]

test('a member keeps an owner: the last cannot go, nor become less', () => {
  const seats = [sitting('owner', 'ada'), sitting('editor', 'kim')]
  assert.equal(answerSeatChange(seats, { account: ada, to: 'none' }), 'last owner')
  assert.equal(answerSeatChange(seats, { account: ada, to: 'contributor' }), 'last owner')
  assert.equal(answerSeatChange(seats, { account: kim, to: 'none' }), 'fine')
  assert.equal(answerSeatChange(seats, { account: kim, to: 'owner' }), 'fine')
})

test('after a handover the first owner may go', () => {
  const seats = [sitting('owner', 'ada'), sitting('owner', 'kim')]
  assert.equal(answerSeatChange(seats, { account: ada, to: 'none' }), 'fine')
  assert.equal(answerSeatChange(seats, { account: ada, to: 'editor' }), 'fine')
})

test('nobody is changed who is not there, nor into what they are', () => {
  const seats = [sitting('owner', 'ada')]
  assert.equal(answerSeatChange(seats, { account: sam, to: 'owner' }), 'not there')
  assert.equal(answerSeatChange(seats, { account: ada, to: 'owner' }), 'same')
})

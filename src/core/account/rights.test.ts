import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MemberId } from '../id.ts'
import type { Seat, SeatRole } from '../member/seat.ts'
import { admission } from './rights.ts'

const looks = { changes: false }
const seat = (slug: string, role: SeatRole, isSuspended = false): Seat => ({
  member: slug as MemberId,
  slug,
  name: slug,
  role,
  isSuspended,
})

test('whoever is not signed in is asked to be; the operator comes by no account', () => {
  assert.equal(admission('anyone', undefined, looks), 'enter')
  for (const guard of ['account', 'staff', 'editor', 'seat of owner'] as const)
    assert.equal(admission(guard, undefined, looks), 'sign in')
  assert.equal(admission('operator', { rights: ['administrator'], seats: [] }, looks), 'turned away')
})

test('each right opens its own and nothing else; any of them opens what is for staff', () => {
  const moderator = { rights: ['moderator' as const], seats: [] }
  assert.equal(admission('moderator', moderator, looks), 'enter')
  assert.equal(admission('staff', moderator, looks), 'enter')
  assert.equal(admission('editor', moderator, looks), 'turned away')
  assert.equal(admission('administrator', moderator, looks), 'turned away')
  assert.equal(admission('staff', { rights: [], seats: [seat('a', 'owner')] }, looks), 'turned away')
})

test('a seat opens the pages of its own member, as far as its role goes', () => {
  const kim = { rights: [], seats: [seat('harbour', 'editor'), seat('lantern', 'contributor')] }
  const at = (guard: Parameters<typeof admission>[0], member?: string) =>
    admission(guard, kim, { member, changes: true })
  assert.equal(at('seat of contributor', 'harbour'), 'enter')
  assert.equal(at('seat of editor', 'harbour'), 'enter')
  assert.equal(at('seat of owner', 'harbour'), 'turned away')
  assert.equal(at('seat of editor', 'lantern'), 'turned away')
  assert.equal(at('seat of contributor', 'elsewhere'), 'turned away')
  assert.equal(at('seat of editor'), 'enter', 'where no member is named, that of any')
})

test("people of a suspended member see what is theirs and change nothing, staff's rights or not", () => {
  const kim = { rights: ['moderator' as const], seats: [seat('harbour', 'owner', true)] }
  assert.equal(admission('seat of owner', kim, { member: 'harbour', changes: false }), 'enter')
  assert.equal(admission('seat of owner', kim, { member: 'harbour', changes: true }), 'turned away')
  assert.equal(admission('seat of contributor', kim, { changes: true }), 'turned away')
})

test('where the guard says so they may also while it is suspended, as far as their role goes', () => {
  const kim = { rights: [], seats: [seat('harbour', 'editor', true)] }
  const at = (guard: Parameters<typeof admission>[0], member = 'harbour') =>
    admission(guard, kim, { member, changes: true })
  assert.equal(at('seat of contributor, also suspended'), 'enter')
  assert.equal(at('seat of editor, also suspended'), 'enter')
  assert.equal(at('seat of owner, also suspended'), 'turned away')
  assert.equal(at('seat of contributor, also suspended', 'lantern'), 'turned away')
})

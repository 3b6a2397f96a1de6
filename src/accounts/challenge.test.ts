import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newChallenge, readChallenge } from './challenge.ts'

const secret = 'a secret of tests alone, 32 characters'
const now = new Date('2026-11-24T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test('a challenge is known again for half an hour, and never the same twice', () => {
  const challenge = newChallenge(secret, 'sign in', now)
  assert.notEqual(challenge, newChallenge(secret, 'sign in', now))
  assert.equal(readChallenge(secret, 'sign in', challenge, later(29))?.isOver, false)
  assert.equal(readChallenge(secret, 'sign in', challenge, later(30))?.isOver, true)
})

test('what another question, another secret or nobody asked is none', () => {
  const challenge = newChallenge(secret, 'sign in', now)
  const bytes = Buffer.from(challenge, 'base64url')
  // Its end moved by hand.
  bytes[20] = (bytes[20] ?? 0) ^ 0xff
  for (const [key, about, given] of [
    [secret, 'add', challenge],
    ['another secret of tests, 32 characters', 'sign in', challenge],
    [secret, 'sign in', bytes.toString('base64url')],
    [secret, 'sign in', challenge.slice(0, -2)],
    [secret, 'sign in', ''],
  ] as const)
    assert.equal(readChallenge(key, about, given, now), undefined)
})

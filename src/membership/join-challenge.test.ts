import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { solve } from '../../test/support/joining.ts'
import { newJoinChallenge, readJoinChallenge } from './join-challenge.ts'
import { isWorkMark, newWorkMark } from './work-mark.ts'

const secret = 'a secret of tests alone, 32 characters'
const now = new Date('2026-11-24T09:00:00Z')

test('a challenge tells when it was made, and whether it was answered; each is another', async () => {
  const challenge = await newJoinChallenge(secret, now)
  const solution = await solve(challenge)
  const read = await readJoinChallenge(secret, { challenge, solution })
  assert.deepEqual([read?.madeAt, read?.worked], [now, true])
  assert.equal(read?.expiresAt.getTime(), now.getTime() + 7_200_000)
  assert.equal((await readJoinChallenge(secret, { challenge, solution: '' }))?.worked, false)
  const other = await newJoinChallenge(secret, now)
  assert.equal((await readJoinChallenge(secret, { challenge: other, solution }))?.worked, false)
  assert.notDeepEqual((await readJoinChallenge(secret, { challenge: other, solution }))?.hash, read?.hash)
  assert.equal(await readJoinChallenge('another secret of tests, 32 chars..', { challenge, solution }), undefined)
})

test('whatever is changed in a challenge, it is none of ours any more; one that is written otherwise is the same', async () => {
  const challenge = await newJoinChallenge(secret, now)
  const solution = await solve(challenge)
  const whole = await readJoinChallenge(secret, { challenge, solution })
  await fc.assert(
    fc.asyncProperty(fc.nat(challenge.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, letter) => {
      const changed = challenge.slice(0, at) + letter + challenge.slice(at + 1)
      const read = await readJoinChallenge(secret, { challenge: changed, solution })
      if (read) assert.deepEqual(read, whole, 'taken once, however it is written')
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.json(), async (one, two) => {
      assert.equal(await readJoinChallenge(secret, { challenge: one, solution: two }), undefined)
      assert.equal((await readJoinChallenge(secret, { challenge, solution: two }))?.worked, false)
    }),
  )
})

test('a mark of work is one address’s alone, for two days, and nobody else can make it', () => {
  const key = Buffer.from('a fingerprint of an address, 32 b')
  fc.assert(
    fc.property(fc.base64String({ maxLength: 80 }), (mark) => {
      assert.equal(isWorkMark(secret, key, mark, now), false)
    }),
  )
  assert.equal(isWorkMark(secret, key, newWorkMark(secret, 'sam@arcoiris.example', now), now), false)
})

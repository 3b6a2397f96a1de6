import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Unavailable } from '../core/errors.ts'
import { createHasher } from './hasher.ts'

const secret = async () => 'a secret of tests alone, 32 characters'

test('a hash is argon2id with a salt of its own, and opens to its password alone', async () => {
  const hasher = createHasher(secret)
  const [hash, again] = [await hasher.hash('nine harbour lamps'), await hasher.hash('nine harbour lamps')]
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.notEqual(hash, again)
  assert.equal(await hasher.verify('nine harbour lamps', hash), true)
  assert.equal(await hasher.verify('nine harbour lamp', hash), false)
  assert.equal(await hasher.verify('nine harbour lamps', null), false)
  assert.equal(await hasher.verify('nine harbour lamps', 'no hash at all'), false)
})

test('letters that look alike are the same letters, however a keyboard wrote them', async () => {
  const hasher = createHasher(secret)
  const hash = await hasher.hash('Café am Hafen, neun Lampen')
  assert.equal(await hasher.verify('Cafe\u0301 am Hafen, neun Lampen', hash), true)
})

test('without the program’s secret a hash opens to nothing', async () => {
  const hash = await createHasher(secret).hash('nine harbour lamps')
  const elsewhere = createHasher(async () => 'another secret of tests, 32 characters')
  assert.equal(await elsewhere.verify('nine harbour lamps', hash), false)
})

test('whoever comes while four hashes are in hand is sent away, with an account or without', async () => {
  const hasher = createHasher(secret)
  const hash = await hasher.hash('nine harbour lamps')
  await hasher.verify('', null)
  const many = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.verify('nine harbour lamps', hash)))
  assert.deepEqual(
    many.map((one) => (one.status === 'fulfilled' ? one.value : one.reason instanceof Unavailable)),
    [true, true, true, true, true, true],
  )
  assert.equal(many.filter(({ status }) => status === 'rejected').length, 2)

  const busy = Array.from({ length: 4 }, () => hasher.verify('nine harbour lamps', hash))
  await assert.rejects(hasher.verify('anything', null), Unavailable)
  await Promise.all(busy)
  for (const one of [hash, null]) {
    const doubtful = await Promise.allSettled([1, 2, 3].map(() => hasher.verify('nine harbour lamps', one, true)))
    assert.deepEqual(
      doubtful.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected'],
    )
  }
  const chosen = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.hash('nine harbour lamps')))
  assert.equal(chosen.filter(({ status }) => status === 'rejected').length, 2)
  // Addresses that are nobody's are never in anybody's way.
  const nobody = await Promise.all(Array.from({ length: 200 }, () => hasher.verify('anything', null)))
  assert.ok(nobody.every((isRight) => !isRight))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decrypt, encrypt } from './encrypt.ts'

const secret = 'a secret of tests alone, 32 characters'

test('what was encrypted is read again with the same secret, in any script', () => {
  const encrypted = encrypt(secret, 'notice 1', 'Ñandú, عنوان, 🏳️‍🌈')
  assert.equal(decrypt(secret, 'notice 1', encrypted), 'Ñandú, عنوان, 🏳️‍🌈')
  assert.ok(!encrypted.includes('Ñandú'))
  assert.notDeepEqual(encrypt(secret, 'notice 1', 'x'), encrypt(secret, 'notice 1', 'x'))
})

test('with another secret, in another place, or changed in one bit it is not read, and a sentence says why', () => {
  const encrypted = encrypt(secret, 'notice 1', 'words')
  const changed = Buffer.from(encrypted)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  assert.throws(() => decrypt(`${secret}.`, 'notice 1', encrypted), /another secret: put the one it was written with/)
  assert.throws(() => decrypt(secret, 'notice 2', encrypted), /another secret/)
  assert.throws(() => decrypt(secret, 'notice 1', changed), /another secret/)
  assert.throws(() => decrypt(secret, 'notice 1', Buffer.alloc(3)), /another secret/)
})

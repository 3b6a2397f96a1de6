import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMailAddress } from './account/mail-address.ts'
import { readName } from './account/name.ts'
import { inNormalForm } from './normal-form.ts'

test('text comes in its normal form', () => {
  assert.equal(inNormalForm('Cafe\u0301', 'NFC'), 'Café')
  assert.equal(inNormalForm('Café', 'NFD'), 'Cafe\u0301')
  assert.equal(inNormalForm('ﬁn', 'NFKC'), 'fin')
  assert.equal(inNormalForm('a\u0301\u0323'.repeat(50), 'NFD'), 'a\u0323\u0301'.repeat(50))
})

test('of marks without end thirty are left, so that nobody waits for their order', () => {
  const marks = '\u0301\u0323'.repeat(250_000)
  for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
    assert.ok(inNormalForm(`x${marks}y`, form).length <= 32, form)
  assert.ok((readMailAddress(`kim${marks}@harbour.example`) ?? '').length < 60)
  assert.ok((readName(`Kim${marks}`) ?? '').length < 40)
})

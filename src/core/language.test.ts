import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalLanguage } from './language.ts'

test('a declared language is taken in canonical form, and only when it can be one', () => {
  assert.equal(canonicalLanguage('en-us'), 'en-US')
  assert.equal(canonicalLanguage('pt_BR'), 'pt-BR')
  assert.equal(canonicalLanguage(' de '), 'de')
  for (const none of [undefined, null, '', 'english', 'und', 'x', 'en us', '<b>'])
    assert.equal(canonicalLanguage(none), undefined, String(none))
})

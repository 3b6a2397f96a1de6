/** What stands in a mark that we draw. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialOf } from './logo.ts'

test('a mark shows the first letter of a name, as a capital and without an article', () => {
  assert.equal(initialOf('the quiet press'), 'Q')
  assert.equal(initialOf('«émigré»'), 'É')
  assert.equal(initialOf('—'), '·')
})

test('a Georgian name keeps its letter: there are no capitals at the head of a word', () => {
  assert.equal(initialOf('გაზეთი'), 'გ')
})

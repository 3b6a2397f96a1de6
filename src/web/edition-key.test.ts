import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editionKey } from './edition-key.ts'

test('what makes no difference to a page makes no other edition', () => {
  assert.equal(editionKey('/about?utm_source=x'), '/about')
  assert.equal(editionKey('/about?before=1'), '/about')
  assert.equal(editionKey('/corrections?x=1&before=2&y=3'), '/corrections?before=2')
  assert.equal(editionKey('/assets/wire.css?text'), '/assets/wire.css')
})

test('each language and the text-only edition are kept apart', () => {
  assert.equal(editionKey('/es/about'), '/es/about')
  assert.equal(editionKey('/es/members/x?text=1&before=2'), '/es/members/x?before=2&text')
  assert.equal(editionKey('/members/x?before=2&text'), editionKey('/members/x?text=yes&before=2'))
})

test('a parameter cannot pass for another', () => {
  assert.equal(editionKey('/corrections?before=1%26text'), '/corrections?before=1%26text')
})

test('what watches over the program is asked each time', () => {
  for (const path of ['/healthz', '/readyz', '/metrics']) assert.equal(editionKey(path), undefined)
})

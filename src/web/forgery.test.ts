import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFromElsewhere } from './forgery.ts'

const url = 'https://wire.example'
const isForged = (headers: Record<string, string>) => isFromElsewhere(new Headers(headers), url)

test('a form of our own page is taken, whatever the browser says of it', () => {
  assert.ok(!isForged({ 'sec-fetch-site': 'same-origin' }))
  assert.ok(!isForged({ 'sec-fetch-site': 'none' }))
  assert.ok(!isForged({ origin: url, host: '127.0.0.1:3000' }))
  assert.ok(!isForged({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }))
  assert.ok(!isForged({ host: 'wire.example' }))
})

test('what another site made a browser send is not', () => {
  assert.ok(isForged({ 'sec-fetch-site': 'cross-site', origin: url }))
  assert.ok(isForged({ 'sec-fetch-site': 'same-site' }))
  assert.ok(isForged({ origin: 'https://evil.example', host: 'wire.example' }))
  assert.ok(isForged({ origin: 'https://wire.example.evil.example', host: 'wire.example' }))
  assert.ok(isForged({ origin: 'null', host: 'wire.example' }))
})

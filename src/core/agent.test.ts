import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedUserAgent, neutralUserAgent } from './agent.ts'

test('the named agent says which network comes, and where to complain', () => {
  assert.equal(
    namedUserAgent({ name: 'Harbour Wire', url: 'https://wire.example', mail: 'Desk <desk@wire.example>' }),
    'Wireroom/1 (Harbour Wire; +https://wire.example/about; desk@wire.example)',
  )
  assert.equal(namedUserAgent({ url: 'https://wire.example' }), 'Wireroom/1 (+https://wire.example/about)')
})

test('a name that no header can carry is told as far as it can be', () => {
  assert.equal(
    namedUserAgent({ name: 'Zürich (Süd)\r\nX: y', url: 'https://wire.example' }),
    'Wireroom/1 (Zurich SudX: y; +https://wire.example/about)',
  )
  assert.equal(
    namedUserAgent({ name: '電信', url: 'https://wire.example' }),
    'Wireroom/1 (+https://wire.example/about)',
  )
})

test('the neutral agent names nobody', () => {
  assert.doesNotMatch(neutralUserAgent, /wireroom|http|@/i)
})

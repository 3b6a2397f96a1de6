import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordFault } from './password.ts'

const known = new Set(['harbour', 'correcthorsebatterystaple'])
const faultOf = (password: string) => passwordFault(password, (word) => known.has(word), ['kim.osei'])

test('a stolen word said again and again is as good as said once, whatever stands between', () => {
  for (const password of [
    'harbourharbour',
    'harbour harbour harbour',
    'harbour-harbour!',
    'Correct Horse Battery Staple',
  ])
    assert.equal(faultOf(password), 'known', password)
})

test('a few words in a row are a password, with a stolen one among them, too', () => {
  for (const password of ['nine harbour lamps', 'harbour harbour lamps', 'лампа над гаванью'])
    assert.equal(faultOf(password), undefined, password)
})

test('what is short, long, monotone or one’s own name is told as that', () => {
  assert.equal(faultOf(''), 'missing')
  assert.equal(faultOf('lamps'), 'short')
  assert.equal(faultOf('lamp '.repeat(60)), 'long')
  assert.equal(faultOf('1 2 3 4 5 6 7 8'), 'known')
  assert.equal(faultOf('kim.osei2026'), 'yours')
})

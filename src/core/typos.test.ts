import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distance, isGuessable, variantsOf } from './typos.ts'

test('two words one letter apart have a variant in common', () => {
  for (const [typed, meant] of [
    ['walrs', 'walrus'],
    ['wallrus', 'walrus'],
    ['walris', 'walrus'],
    ['wlarus', 'walrus'],
    ['судя', 'судья'],
  ] as const) {
    const variants = new Set(variantsOf(meant))
    assert.ok(
      variantsOf(typed).some((variant) => variants.has(variant)),
      typed,
    )
    assert.equal(distance(typed, meant), 1, typed)
  }
  assert.equal(distance('walrus', 'walrus'), 0)
  assert.equal(distance('otter', 'walrus'), 3)
})

test('nobody guesses at short words, numbers and what has no spaces', () => {
  for (const word of ['the', '2013', '裁判所裁判', 'covid19']) assert.equal(isGuessable(word), false, word)
  for (const word of ['walrus', 'محكمة', 'судья']) assert.equal(isGuessable(word), true, word)
})

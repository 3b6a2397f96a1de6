import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearest } from './nearest.ts'

test('a word two letters away is meant, one further off is not', () => {
  const known = ['headline', 'licence', 'genre']
  assert.equal(nearest('headlin', known), 'headline')
  assert.equal(nearest('Licence', known), 'licence')
  assert.equal(nearest('license', known), 'licence')
  assert.equal(nearest('gener', known), 'genre')
  assert.equal(nearest('topics', known), undefined)
  assert.equal(nearest('x', ['ab']), undefined)
})

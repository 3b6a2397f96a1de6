import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare } from './compare.ts'

const shared =
  'The council voted nine to four on Tuesday night to keep the shelter open. Three shop owners asked for a lamp at the back door. The volunteers promised it within two weeks.'

test('what one text has and the other has not is told sentence by sentence, however it is written', () => {
  const { alike, onlyFirst, onlyOther } = compare(`${shared} The vote is final.`, `“${shared.toUpperCase()}” Who pays?`)
  assert.deepEqual([onlyFirst, onlyOther], [['The vote is final.'], ['Who pays?']])
  assert.ok(alike !== undefined && alike > 0.8)
})

test('the same text differs in nothing', () => {
  assert.deepEqual(compare(shared, shared), { alike: 1, onlyFirst: [], onlyOther: [] })
})

test('of languages without spaces, too', () => {
  const { onlyFirst, onlyOther } = compare(
    '市議会は火曜日に投票した。夜間避難所は開いたままになる。',
    '市議会は火曜日に投票した。市長は反対した。',
  )
  assert.deepEqual([onlyFirst, onlyOther], [['夜間避難所は開いたままになる。'], ['市長は反対した。']])
})

test('what is too short is not measured', () => {
  assert.equal(compare('Photo gallery.', 'Photo gallery.').alike, undefined)
})

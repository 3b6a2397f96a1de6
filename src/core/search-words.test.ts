import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf, searchVector as vectorOf, wordsOf } from './search-words.ts'

const searchVector = (headline: string, summary: string) =>
  vectorOf([
    { words: wordsOf(headline), weight: 'A' },
    { words: wordsOf(summary), weight: 'B' },
  ])

test('a story is found by the words of its headline before those of its summary', () => {
  assert.equal(searchVector('The Archive opens', 'An archive!'), "'the':1A 'archive':2A,5B 'opens':3A 'an':4B")
  assert.equal(searchVector('', ''), '')
})

test('accents, points and capitals make no other word', () => {
  assert.equal(searchVector('Årsmøte Émigré', ''), "'arsmote':1A 'emigre':2A")
  assert.equal(searchVector('מִשְׁפָּט مُحَمَّد', ''), searchVector('משפט محمد', ''))
  assert.equal(searchVector('Ёлка Стой', ''), searchVector('елка стои', ''))
})

test('languages without spaces are found by any part of a compound', () => {
  assert.equal(searchVector('東京裁判所', ''), "'東京':1A '京裁':2A '裁判':3A '判所':4A")
  assert.equal(searchVector('LGBTQ市民', ''), "'lgbtq':1A '市民':2A")
  assert.equal(searchVector('서울', ''), "'서울':1A")
  assert.match(searchVector('ศาลอนุญาตให้หอจดหมายเหตุ', ''), /'ศาล':1A/)
})

test('a word stands beside its stem, which tells its language, and a body weighs nothing', () => {
  const token = (written: string) => ({ judges: 'en~judg', organización: 'es~organiz' })[written]
  assert.equal(
    vectorOf(
      [
        { words: wordsOf('Judges'), weight: 'A' },
        { words: wordsOf('The judges'), weight: '' },
      ],
      { token },
    ),
    "'judges':1A,3 'en~judg':1A,3 'the':2",
  )
  // The stem is made of the word as it is written, with its accents.
  assert.equal(
    vectorOf([{ words: wordsOf('Organización'), weight: 'A' }], { token }),
    "'organizacion':1A 'es~organiz':1A",
  )
})

test('nothing that anybody writes breaks the literal', () => {
  for (const text of ["it's", "a':1A 'b", '\\', "''", '\u0000x', 'x'.repeat(5000), '👩‍👩‍👧', ''])
    assert.match(
      searchVector(text, text),
      /^(?:'[\p{L}\p{N}\p{M}]+':\d+[AB](?:,\d+[AB])*(?: |$))*$/u,
      text.slice(0, 20),
    )
})

test('a mark that makes no word, like a vowel of Khmer alone, is none', () => {
  assert.deepEqual(runsOf('\u17b4'), [])
  assert.deepEqual(
    runsOf('walrus \u17b4').map(({ words }) => words.map(({ word }) => word)),
    [['walrus']],
  )
})

test('words are the same whether or not it matters what stands between them', () => {
  for (const text of [
    'The Archive opens',
    'Årsmøte Émigré ½ straße',
    'LGBTQ市民 서울시 한',
    'ศาลอนุญาตให้หอจดหมายเหตุ',
    'मुकदमा מִשְׁפָּט مُحَمَّد',
    `${'x'.repeat(70)} ${'é'.repeat(70)} ${'x'.repeat(70)}½`,
    '\u17b4 ½½',
  ])
    for (let again = 0; again < 2; again += 1) {
      const words = runsOf(text).flatMap((run) => run.words)
      const { found, written } = wordsOf(text)
      assert.deepEqual(
        found.map((word, i) => ({ word, written: written[i] })),
        words,
      )
    }
})

test('a word that is its own stem stands there once', () => {
  const token = (written: string) => `en~${written.slice(0, 5)}`
  assert.equal(
    vectorOf([{ words: wordsOf('court courts'), weight: 'A' }], { token }),
    "'court':1A 'courts':2A 'en~court':2A",
  )
})

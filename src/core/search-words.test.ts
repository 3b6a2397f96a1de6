import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf, searchVector as vectorOf } from './search-words.ts'

const searchVector = (headline: string, summary: string) =>
  vectorOf([
    { text: headline, weight: 'A' },
    { text: summary, weight: 'B' },
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
  const of = (written: string) => ({ judges: 'judg', organización: 'organiz' })[written]
  assert.equal(
    vectorOf(
      [
        { text: 'Judges', weight: 'A' },
        { text: 'The judges', weight: '' },
      ],
      { language: 'en', of },
    ),
    "'judges':1A,3 'en~judg':1A,3 'the':2",
  )
  // The stem is made of the word as it is written, with its accents.
  assert.equal(
    vectorOf([{ text: 'Organización', weight: 'A' }], { language: 'es', of }),
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

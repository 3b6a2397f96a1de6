import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparable, evenSpaces } from './spaces.ts'

/** `_` stands for a no-break space. */
const spaced = (text: string) => text.replaceAll('_', '\u00a0')

test('no-break spaces stay where they mean something', () => {
  for (const text of [
    'Pourquoi_? «_Parce que_», dit-elle_: non_!',
    '10_000 km, 5_km, 100_€, €_100, 7_%, §_5',
    'Mr._Smith, J._K. Rowling, M._Dupont, z._B.',
    'v_Praze, w_Polsce, à_Paris',
    'Москва_— столица',
    '1\u202f000 voix\u202f!',
  ])
    assert.equal(evenSpaces(spaced(text)), spaced(text))
})

test('elsewhere they are spaces, and many are one', () => {
  assert.equal(evenSpaces(spaced('the_quick_brown fox')), 'the quick brown fox')
  assert.equal(evenSpaces(spaced('It ends.__Then it_ begins,_ in 5_ \n km_')), 'It ends. Then it begins, in 5 km')
  assert.equal(evenSpaces(spaced('The harbour._And')), 'The harbour. And')
  assert.equal(evenSpaces(' a\n\tb '), 'a b')
})

test('for comparing, every space is one', () => {
  assert.equal(comparable(spaced('Pourquoi_?')), 'Pourquoi ?')
})

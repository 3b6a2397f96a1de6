import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datelineOf, placeNamed } from './places.ts'

test('a country is known by its name in many languages, a city by its own', () => {
  const table: [words: string, country: string | undefined][] = [
    ['Germany', 'DE'],
    ['Alemania', 'DE'],
    ['Deutschland', 'DE'],
    ['Германия', 'DE'],
    ['ألمانيا', 'DE'],
    ['ドイツ', 'DE'],
    ['UK', 'GB'],
    ['EE.UU.', 'US'],
    ['  kenya ', 'KE'],
    ['Nairobi', 'KE'],
    ['Londres', 'GB'],
    ['Москва', 'RU'],
    ['Georgia', undefined],
    ['News', undefined],
    ['European Union', undefined],
    ['', undefined],
  ]
  for (const [words, country] of table) assert.equal(placeNamed(words)?.country, country, words)
  assert.equal(placeNamed('Nairobi')?.city, true)
  assert.equal(placeNamed('Kenya')?.city, false)
})

test('a dateline tells the place', () => {
  const table: [opening: string, located: string | undefined, country: string | undefined][] = [
    ['LONDON (Reuters) - The court ruled.', 'London', 'GB'],
    ['Berlin (dpa) – Das Gericht entschied.', 'Berlin', 'DE'],
    ['NAIROBI, Kenya — The archive opens.', 'Nairobi', 'KE'],
    ['KISII, Kenya — The archive opens.', 'Kisii', 'KE'],
    ['Madrid, 24 nov (EFE).- El tribunal decidió.', 'Madrid', 'ES'],
    ['МОСКВА, 24 ноября. /ТАСС/. Суд решил.', 'Москва', 'RU'],
    ['МОСКВА, 24 ноя — РИА Новости. Суд решил.', 'Москва', 'RU'],
    ['القاهرة (رويترز) - قضت المحكمة', 'القاهرة', 'EG'],
    ['UPDATE — The court ruled.', undefined, undefined],
    ['Review: a book about Paris', undefined, undefined],
    ['The archive — which nobody knew — opens.', undefined, undefined],
    ['Paris is where it opens — at last.', undefined, undefined],
  ]
  for (const [opening, located, country] of table) {
    assert.equal(datelineOf(opening)?.located, located, opening)
    assert.equal(datelineOf(opening)?.country, country, opening)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Catalogue } from './messages.ts'
import { catalogues, messages } from './messages.ts'

const t = messages('ru', 'Europe/Berlin')

test('in Russian: four forms of a plural, chosen by the last figures', () => {
  const told = [0, 1, 2, 5, 11, 14, 21, 22, 111, 1.5].map((count) => t('count.stories', { count }))
  assert.deepEqual(told, [
    '0\u00a0материалов',
    '1\u00a0материал',
    '2\u00a0материала',
    '5\u00a0материалов',
    '11\u00a0материалов',
    '14\u00a0материалов',
    '21\u00a0материал',
    '22\u00a0материала',
    '111\u00a0материалов',
    '1,5\u00a0материала',
  ])
  assert.equal(t('receipt.within', { count: 21 }), 'Решение должно быть принято в\u00a0течение 21\u00a0дня.')
  assert.equal(t('receipt.within', { count: 3 }), 'Решение должно быть принято в\u00a0течение 3\u00a0дней.')
})

test('in Russian: days, numbers and names as its papers print them, a year without its abbreviation', () => {
  assert.equal(t.titled(t.day('2026-11-22', 'long')), 'Воскресенье, 22 ноября 2026')
  assert.equal(t.titled(t.day('2026-11', 'month')), 'Ноябрь 2026')
  assert.equal(t.day('2026-08-22', 'short'), '22 авг.')
  assert.equal(t.date(new Date('2026-08-22T21:30:00Z'), 'moment'), '22 авг. 2026, 23:30 GMT+2')
  assert.equal(t('receipt.received', { date: t.day('2026-11-22', 'day') }), 'Получено 22 ноября 2026.')
  assert.equal(t('count.stories', { count: 412806 }), '412\u00a0806\u00a0материалов')
  assert.equal(t.languageName('ar'), 'арабский')
  assert.equal(t.autonym('ru'), 'Русский')
  assert.equal(t.countryName('ke'), 'Кения')
  assert.equal(t.list(['английский', 'арабский']), 'английский и арабский')
})

test('Russian writes вы small, quotes with « and », and takes nobody for a man or a woman', () => {
  for (const [key, form] of forms()) {
    assert.doesNotMatch(form, /(?<=[\p{L},;–—] )(Вы|Вас|Вам|Вами|Ваш\p{L}*)(?!\p{L})/u, `${key}: ${form}`)
    assert.equal(form.split('«').length, form.split('»').length, `${key}: ${form}`)
    assert.doesNotMatch(form, /[„“”‘’]/, `${key}: ${form}`)
    assert.doesNotMatch(
      form,
      /\((ла|а|на)\)|(?<!\p{L})(я|\{(?!count)\w+\}) (не )?\p{L}+(ал|ил|ел|ала|ила|ела)(?!\p{L})/iu,
      `${key}: ${form}`,
    )
  }
})

test('in Russian the network is a сеть, and what a reader is without is the интернет', () => {
  for (const [key, form] of forms())
    assert.doesNotMatch(form, /(без|из вашей|хорош\p{L}+) сети(?!\p{L})/iu, `${key}: ${form}`)
})

test('in Russian what reckons is a программа, what answers a сервер, and neither a машина', () => {
  for (const [key, form] of forms()) assert.doesNotMatch(form, /(?<!\p{L})машин/iu, `${key}: ${form}`)
})

/** Words of these pages that are misspelt without ё. */
const withoutYo =
  /(?<!\p{L})(еще|ее|нее|мое|свое|причем|расчет|учет|учета|учете|объем|объема|прием|пришлем|ведет|ждет|идет|придет|прочтет|вернется|удален|имен|трех|четырех|темной|подтвержден)(?!\p{L})/iu

test('Russian writes ё where it is spoken', () => {
  for (const [key, form] of forms()) assert.doesNotMatch(form, withoutYo, `${key}: ${form}`)
})

function* forms(): Generator<[key: string, form: string]> {
  for (const [key, message] of Object.entries(catalogues.ru as Catalogue))
    for (const form of typeof message === 'string' ? [message] : Object.values(message)) yield [key, form]
}

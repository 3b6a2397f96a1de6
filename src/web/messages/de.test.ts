import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Catalogue } from './messages.ts'
import { catalogues, messages } from './messages.ts'

const t = messages('de', 'Europe/Berlin')

test('in German: days, numbers and names as its papers print them', () => {
  assert.equal(t.day('2026-11-22', 'long'), 'Sonntag, 22. November 2026')
  assert.equal(t.date(new Date('2026-11-22T22:30:00Z'), 'moment'), '22. Nov. 2026, 23:30 MEZ')
  assert.equal(t('notFound.day', { date: t.day('2026-11-22', 'day') }), 'Was am 22. November 2026 erschienen ist')
  assert.equal(t('count.stories', { count: 412806 }), '412.806 Beiträge')
  assert.equal(t('receipt.within', { count: 1 }), 'Wir wollen innerhalb eines Tages entscheiden.')
  assert.equal(t('receipt.within', { count: 3 }), 'Wir wollen innerhalb von 3 Tagen entscheiden.')
  assert.equal(t.countryName('ke'), 'Kenia')
  assert.equal(t.list(['Englisch', 'Arabisch']), 'Englisch und Arabisch')
  assert.equal(t.titled('öffentlich'), 'Öffentlich')
  assert.ok(t.compare('Öl', 'Omnibus') < 0)
  assert.ok(t.compare('Artikel 9', 'Artikel 10') < 0, 'numbers count')
})

test('in German: days and counts stand in the case their sentence asks for', () => {
  const day = t.day('2026-11-03', 'day')
  assert.equal(t('portrait.former', { date: day }), 'War bis zum 3. November 2026 Mitglied des Netzwerks.')
  assert.equal(
    t('archive.trace.most', { day, stories: t('count.stories', { count: 532 }) }),
    'Der bisher nachrichtenreichste Tag: 3. November 2026 (532 Beiträge).',
  )
})

test('no German word is too long for a narrow phone, and none in a menu for its line', () => {
  for (const [key, form] of forms()) {
    const most = /^(nav|menu|settings\.place|decide\.(approved|returned|refused|held))\b/.test(key) ? 16 : 24
    for (const word of form.replace(/\{\w+\}/g, ' ').split(/[\s/-]+/))
      if (!/[.:]\w/.test(word)) assert.ok(word.length <= most, `${key}: ${word}`)
  }
})

test('German speaks to its readers as Sie, and quotes with „ and “', () => {
  for (const [key, form] of forms()) {
    assert.doesNotMatch(form, /(?<!\p{L})(du|dich|dir|dein\p{L}*|euch|euer|eure\p{L}*)(?!\p{L})/iu, key)
    assert.equal(form.split('„').length, form.split('“').length, `${key}: ${form}`)
    assert.doesNotMatch(form, /[”«»‘]/, `${key}: ${form}`)
  }
})

function* forms(): Generator<[key: string, form: string]> {
  for (const [key, message] of Object.entries(catalogues.de as Catalogue))
    for (const form of typeof message === 'string' ? [message] : Object.values(message)) yield [key, form]
}

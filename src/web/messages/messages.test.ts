import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, render } from '../html.ts'
import { en } from './en.ts'
import { type Catalogue, catalogues, messages } from './messages.ts'

const t = messages('en', 'Africa/Nairobi')
const es = messages('es', 'UTC')
const ar = messages('ar', 'UTC')
const fr = messages('fr', 'UTC')
const pt = messages('pt', 'UTC')

test('holes are filled, numbers told as the language tells them', () => {
  assert.equal(t('title', { page: 'About', network: 'The Wire' }), 'About · The Wire')
  assert.equal(t('count.stories', { count: 412806 }), '412,806 stories')
  assert.equal(t('count.stories', { count: 1 }), '1 story')
})

test('a message takes markup in its holes, and only there', () => {
  const publisher = html`<a href="/x">${'A & B'}</a>`
  assert.equal(render(t.rich('credit.first', { publisher })), 'First published by <a href="/x">A &amp; B</a>')
  assert.equal(render(t.rich('credit.first', { publisher: '<b>' })), 'First published by &lt;b&gt;')
})

test('moments are told in the network’s time zone, days are the days they are', () => {
  const late = new Date('2026-11-22T22:30:00Z')
  assert.equal(t.date(late, 'day'), '23 November 2026')
  assert.equal(t.date(late, 'time'), '01:30')
  assert.equal(t.day('2026-11-22', 'long'), 'Sunday, 22 November 2026')
  assert.equal(t.day('2026-11', 'month'), 'November 2026')
})

test('a language names itself, or is named; what is no language is told as it came', () => {
  assert.equal(t.autonym('es'), 'Español')
  assert.equal(t.autonym('ar'), 'العربية')
  assert.equal(t.autonym('not a tag'), 'Not a tag')
  assert.equal(t.autonym(''), '')
  assert.equal(t.languageName('ar'), 'Arabic')
  assert.equal(t.languageName('not a tag'), 'not a tag')
  assert.equal(es.languageName('ar'), 'árabe')
})

test('in Spanish: days, numbers and names as its papers print them', () => {
  assert.equal(es.titled(es.day('2026-11-22', 'long')), 'Domingo, 22 de noviembre de 2026')
  assert.equal(es('count.stories', { count: 412806 }), '412.806\u00a0noticias')
  assert.equal(es('count.stories', { count: 2_000_000 }), '2.000.000\u00a0de noticias')
  assert.equal(es.countryName('ke'), 'Kenia')
  assert.equal(es.list(['inglés', 'árabe']), 'inglés y árabe')
  assert.ok(es.compare('Ñandú', 'Nube') > 0)
  assert.ok(es.compare('Canal 2', 'Canal 10') < 0)
})

test('in Arabic: six forms of a plural, one and two without a figure, and Western figures', () => {
  const told = [0, 1, 2, 3, 11, 100].map((count) => ar('count.stories', { count }))
  assert.deepEqual(told, ['لا مواد', 'مادة واحدة', 'مادتان', '3\u00a0مواد', '11\u00a0مادة', '100\u00a0مادة'])
  assert.equal(ar('receipt.within', { count: 3 }), 'نسعى إلى البتّ فيه خلال 3\u00a0أيام.')
  assert.equal(ar.number(412806), '412,806')
  assert.equal(ar.day('2026-11-22', 'day'), '22 نوفمبر 2026')
  assert.equal(ar.direction, 'rtl')
})

test('in French: days, numbers, marks and names as its papers print them', () => {
  assert.equal(fr.titled(fr.day('2026-11-01', 'long')), 'Dimanche 1er novembre 2026')
  assert.equal(fr.day('2026-11-01', 'dayOfMonth'), 'dimanche 1er')
  assert.equal(fr.date(new Date('2026-02-01T01:01:00Z'), 'moment'), '1er févr. 2026, 01:01 UTC')
  assert.equal(fr.date(new Date('2026-02-01T01:01:00Z'), 'time'), '01:01')
  assert.equal(fr.day('2026-11-21', 'day'), '21 novembre 2026')
  assert.equal(fr('count.stories', { count: 0 }), '0\u00a0article')
  assert.equal(fr('count.stories', { count: 412806 }), '412\u202f806\u00a0articles')
  assert.equal(fr('count.stories', { count: 2_000_000 }), '2\u202f000\u202f000\u00a0d’articles')
  assert.equal(fr('search.meant', { words: 'fierté' }), 'Vouliez-vous dire fierté\u202f?')
  assert.equal(
    render(fr.rich('topics.mistake.twice', { topic: html`<b>x</b>` })),
    'Le thème «\u00a0<b>x</b>\u00a0» figure déjà plus haut.',
  )
  assert.equal(fr.countryName('ke'), 'Kenya')
  assert.equal(fr.list(['anglais', 'arabe']), 'anglais et arabe')
  assert.equal(fr.titled('écologie'), 'Écologie')
  assert.ok(fr.compare('Élan', 'Fugue') < 0)
})

test('a network’s own words in French are set as the program’s are', () => {
  const own = { fr: { 'about.notice': 'Un souci ? {form}' } }
  assert.equal(messages('fr', 'UTC', own)('about.notice', { form: 'Ici' }), 'Un souci\u202f? Ici')
})

test('Hong Kong has its short name in every language', () => {
  const names = Object.keys(catalogues).map((language) => messages(language, 'UTC').countryName('hk'))
  assert.deepEqual(new Set(names), new Set(['Hong Kong', 'هونغ كونغ', 'Hongkong', 'Гонконг']))
})

test('in Portuguese: days, numbers and names as its papers print them', () => {
  assert.equal(pt.titled(pt.day('2026-11-22', 'long')), 'Domingo, 22 de novembro de 2026')
  assert.equal(pt.date(new Date('2026-11-22T14:02:00Z'), 'moment'), '22 de nov. de 2026, 14:02 UTC')
  assert.equal(pt.date(new Date('2026-11-22T14:02:00Z'), 'short'), '22 de nov.')
  assert.equal(pt('count.stories', { count: 0 }), '0\u00a0notícias')
  assert.equal(pt('count.stories', { count: 412806 }), '412\u00a0806\u00a0notícias')
  assert.equal(pt('count.stories', { count: 2_000_000 }), '2\u00a0000\u00a0000\u00a0de notícias')
  assert.equal(pt.countryName('ke'), 'Quénia')
  assert.equal(pt.countryName('ci'), 'Costa do Marfim')
  assert.equal(pt.languageName('pl'), 'polaco')
  const brazilian = messages('pt-BR', 'UTC')
  assert.equal(brazilian('count.stories', { count: 412806 }), '412.806\u00a0notícias')
  assert.equal(brazilian.countryName('ke'), 'Quênia')
  assert.equal(pt.list(['inglês', 'árabe']), 'inglês e árabe')
})

test('a variety of a language has its words, with dates and numbers of its own', () => {
  const mexican = messages('es-MX', 'UTC')
  assert.equal(mexican('nav.topics'), 'Temas')
  assert.equal(mexican.language, 'es-MX')
  assert.equal(mexican('count.stories', { count: 412806 }), '412,806\u00a0noticias')
})

test('a language without a catalogue is told in English', () => {
  assert.equal(messages('xx', 'UTC')('nav.latest'), 'Latest')
})

test('every catalogue has every key, each with the same holes, and no markup', () => {
  for (const [language, catalogue] of Object.entries(catalogues)) {
    assert.deepEqual(Object.keys(catalogue).toSorted(), Object.keys(en).toSorted(), language)
    for (const key of Object.keys(en) as (keyof Catalogue)[]) {
      const wanted = holesOf(formsOf(en[key])[0]?.[1] ?? '')
      for (const [category, form] of formsOf(catalogue[key])) {
        const where = `${language}: ${key} (${category})`
        const holes = holesOf(form)
        // A form that stands for one number alone may say it in words: "two" of Arabic.
        const told = isOneNumber(language, category) && !holes.includes('count') ? [...holes, 'count'] : holes
        assert.deepEqual(told.toSorted(), wanted.toSorted(), where)
        assert.doesNotMatch(form, /[<>]/, where)
        assert.notEqual(form.trim(), '', where)
      }
    }
  }
})

/** What is spelt as in English because it is the language's own word: names of formats, and kin of one spelling. */
const alike: Readonly<Record<string, readonly string[]>> = {
  every: ['RSS', 'Atom', 'JSON Feed'],
  es: ['Radio'],
  de: ['Interview', 'Website', 'Radio', 'Podcast', 'Organisation', 'Feed', 'Feeds', 'Passkeys'],
  fr: [
    ...[
      'version',
      'Versions',
      'licence',
      'genre',
      'Genre',
      'Radio',
      'Podcast',
      'Organisation',
      'Invitations',
      'Site',
      'Audience',
      'Date',
    ],
    ...['Contact', 'Contacts', 'Code', 'Sources', 'Format', '{count} minute', '{count} minutes'],
    ...['{count} version', '{count} versions'],
  ],
}

test('nothing is left in English', () => {
  for (const [language, catalogue] of Object.entries(catalogues)) {
    if (language === 'en') continue
    const kin = new Set([...(alike.every ?? []), ...(alike[language] ?? [])])
    for (const key of Object.keys(en) as (keyof Catalogue)[])
      for (const [category, form] of formsOf(catalogue[key])) {
        const words = form.replace(/\{\w+\}/g, '')
        if (!/\p{L}/u.test(words) || kin.has(form)) continue
        assert.notEqual(form, formsOf(en[key]).find(([name]) => name === category)?.[1], `${language}: ${key}`)
        if (language === 'ar') assert.match(words, /\p{Script=Arabic}/u, `${language}: ${key}`)
        if (language === 'ru') assert.match(words, /\p{Script=Cyrillic}/u, `${language}: ${key}`)
      }
  }
})

test('plural messages have every form their language needs', () => {
  for (const [language, catalogue] of Object.entries(catalogues)) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const [key, message] of Object.entries(catalogue)) {
      if (typeof message === 'string') continue
      for (const category of pluralCategories) assert.ok(category in message, `${language}: ${key} lacks ${category}`)
    }
  }
})

function formsOf(message: Catalogue[keyof Catalogue]): [category: string, form: string][] {
  return typeof message === 'string' ? [['other', message]] : Object.entries(message)
}

function holesOf(form: string): string[] {
  return [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}

function isOneNumber(language: string, category: string): boolean {
  const rules = new Intl.PluralRules(language)
  return Array.from({ length: 300 }, (_, n) => n).filter((n) => rules.select(n) === category).length === 1
}

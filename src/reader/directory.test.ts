import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crowd, directoryOf } from '../../test/support/directory.ts'
import { frame } from '../../test/support/sample-pages.ts'
import { emptyNetwork, members } from '../../test/support/samples.ts'
import { directoryPage } from './directory.ts'

function shown(of: Parameters<typeof directoryOf>[0], address = '', language = 'en') {
  return directoryPage(frame('/members', { language }), directoryOf(of, address, language))
}

test('members are listed with what they are and when they were last heard of; a country only where it was chosen', () => {
  const page = shown(members)
  assert.match(page, /Newspaper\s· Kenya\s· English, Swahili</)
  assert.match(page, /37 stories · <a href="\/2026\/11\/22\/newest">newest 22\u00a0November 2026<\/a>/)
  assert.match(page, /Organisation\s· English, Russian, Arabic</)
  assert.match(shown(members, '', 'ar'), /منظمة\s· الإنجليزية، الروسية، العربية</)
  assert.match(page, /nothing yet/)
  assert.match(page, /12 members in 6 countries/)
})

test('a network without members says so, and how to join it', () => {
  const page = directoryPage(frame('/members', { of: emptyNetwork }), directoryOf([]))
  assert.match(page, /The network has no members yet/)
  assert.match(page, /<a href="\/join">How to join<\/a>/)
  assert.doesNotMatch(page, /class="views"|<form class="narrowing"/)
})

test('a member without a logo has a mark of its own, in any script', () => {
  const page = shown(members)
  for (const initial of ['B', 'Р', 'ن', '虹', 'P'])
    assert.match(page, new RegExp(`<text[^>]*>${initial}</text>`), initial)
})

test('two thousand members stand on pages, each once, and every letter leads to where it begins', () => {
  const all = crowd(2_000)
  const pages = Array.from({ length: 14 }, (_, i) => shown(all, i === 0 ? '' : `page=${i + 1}`))
  const told = pages.flatMap((page) => [...page.matchAll(/<h3><a href="(\/members\/[^"]+)"/g)].map(([, href]) => href))
  assert.deepEqual([told.length, new Set(told).size], [2_000, 2_000])
  const [first = ''] = pages
  for (const [, number = '1', id] of first.matchAll(/<li><a href="(?:\/members\?page=(\d+))?#(letter-[^"]+)"/g))
    assert.match(pages[Number(number) - 1] ?? '', new RegExp(`id="${id}"`))
  assert.match(first, /<a rel="next" href="\/members\?page=2">/)
  assert.doesNotMatch(pages[13] ?? '', /rel="next"/)
})

test('what was chosen stays chosen in every view, and is told', () => {
  const page = shown(members, 'kind=magazine&language=fr')
  assert.match(page, /<a href="\/members\?by=map&amp;kind=magazine&amp;language=fr"/)
  assert.match(page, /<option value="magazine" selected="">/)
  assert.match(page, /1 member in 1 country · Magazine · French<span class="off"> · <a href="\/members">/)
  assert.match(shown(members, 'kind=radio&language=ja'), /No member fits this choice/)
})

test('by kind and by country every heading leads to its members', () => {
  assert.match(
    shown(members, 'by=kind'),
    /<a href="\/members\?kind=press-office">Press office<\/a> <span class="count">1</,
  )
  // As in the list by name: Le Point Rose stands under P.
  assert.match(shown(members, 'by=kind'), /Nordlicht Magazin<[\s\S]{0,80}Le Point Rose</)
  const countries = shown(members, 'by=country')
  assert.match(countries, /<a href="\/members\?country=ke">Kenya<\/a>/)
  assert.doesNotMatch(countries, /Border Rights Forum/)
  const none = members.map((member) => ({ ...member, country: null }))
  assert.match(shown(none, 'by=country'), /No member says where it is/)
})

test('the map links every country that has members, also those it draws as a point, and its list has the same', () => {
  const page = shown(crowd(2_000), 'by=map')
  const onMap = [...page.matchAll(/<a class="ink\d" href="\/members\?country=(\w\w)" aria-label="([^"]+)"/g)]
  const inList = [...page.matchAll(/<li><a href="\/members\?country=(\w\w)">/g)].map(([, code]) => code)
  assert.deepEqual(onMap.map(([, code]) => code).toSorted(), inList.toSorted())
  for (const small of ['mt', 'sg', 'bh', 'lb', 'gi', 'tv', 're', 'xk']) assert.ok(inList.includes(small), small)
  assert.match(page, /aria-label="Malta: \d+ members?"><title>Malta: \d+ members?<\/title>(?:<path[^>]*>)?<circle/)
  assert.doesNotMatch(directoryPage(frame('/members', { query: { text: '' } }), directoryOf(members, 'by=map')), /<svg/)
})

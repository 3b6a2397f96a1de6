import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditName } from './credit-name.ts'
import { type Claims, type Hand, readOrigin } from './read-origin.ts'

const at = new Date('2026-11-24T10:00:00Z')
const harbour: Hand = {
  name: 'Harbour Times',
  siteUrl: 'https://harbour.example/',
  titles: ['Harbour Times: all stories'],
  addresses: ['https://harbour.example/', 'https://feeds.harbour.example/all'],
  licence: 'excerpt',
}
const none: Claims = {
  url: 'https://harbour.example/archive-opens',
  originalUrl: undefined,
  via: undefined,
  credit: undefined,
  readMore: undefined,
  source: undefined,
  publisher: undefined,
  agency: undefined,
  licence: undefined,
  rights: '',
}
const read = (claims: Partial<Claims>) => readOrigin({ ...none, ...claims }, harbour, at)

test('what names nobody was published by the member itself', () => {
  const { origin, hops } = read({})
  assert.equal(origin.publisher, 'Harbour Times')
  assert.equal(origin.publisherUrl, 'https://harbour.example/')
  assert.equal(origin.url, 'https://harbour.example/archive-opens')
  assert.equal(origin.licence, 'excerpt')
  assert.deepEqual(hops, [])
})

test('a credit to the member is none to anybody else', () => {
  for (const claims of [
    { source: { title: 'HARBOUR TIMES' } },
    { source: { title: 'Harbour Times: all stories', url: 'https://elsewhere.example/feed' } },
    { credit: { publisher: 'The Harbour Times', url: 'https://www.harbour.example' } },
    { credit: { publisher: 'Our newsroom', url: 'https://harbour.example/news' } },
    { publisher: 'harbour.example' },
  ] satisfies Partial<Claims>[])
    assert.equal(read(claims).origin.publisher, 'Harbour Times', JSON.stringify(claims))
})

test('the source a feed names published first, and the member is a hop', () => {
  const { origin, hops } = read({
    url: 'https://quay.example/2026/archive-opens',
    source: { title: 'Quay Weekly', url: 'https://quay.example/feed' },
  })
  assert.equal(origin.publisher, 'Quay Weekly')
  assert.equal(origin.url, 'https://quay.example/2026/archive-opens')
  assert.equal(origin.licence, 'unknown', 'what the member grants holds for its own texts')
  assert.deepEqual(hops, [{ name: 'Harbour Times', url: 'https://harbour.example/', at }])
})

test('who is credited within a source was there before it', () => {
  const { origin, hops } = read({
    credit: { publisher: 'Lantern', url: 'https://lantern.example/' },
    source: { title: 'Quay Weekly', url: 'https://quay.example/feed' },
  })
  assert.equal(origin.publisher, 'Lantern')
  assert.deepEqual(
    hops.map((hop) => hop.name),
    ['Quay Weekly', 'Harbour Times'],
  )
})

test('a source without a title is credited by its host, one that is only an address too', () => {
  assert.equal(read({ source: { url: 'https://www.quay.example/feed' } }).origin.publisher, 'quay.example')
  assert.equal(read({ source: { title: 'https://quay.example/' } }).origin.publisher, 'quay.example')
  assert.equal(read({ originalUrl: 'https://quay.example/a/b' }).origin.publisher, 'quay.example')
  assert.equal(read({ originalUrl: 'https://harbour.example/a' }).origin.publisher, 'Harbour Times')
})

test('the address is the first one that is known to be the original', () => {
  assert.equal(read({ originalUrl: 'https://harbour.example/real' }).origin.url, 'https://harbour.example/real')
  const taken = read({ via: 'https://quay.example/2026/a', publisher: 'Quay Weekly' })
  assert.equal(taken.origin.url, 'https://quay.example/2026/a')
  const credited = read({ credit: { publisher: 'Quay Weekly', url: 'https://quay.example/2026/a' } })
  assert.equal(credited.origin.url, 'https://quay.example/2026/a')
  const bySite = read({ credit: { publisher: 'Quay Weekly', url: 'https://quay.example/' } })
  assert.equal(bySite.origin.url, none.url, 'a front page is no story')
  const original = { publisher: 'Quay Weekly', url: 'https://quay.example/', original: 'https://quay.example/a' }
  assert.equal(read({ credit: original }).origin.url, 'https://quay.example/a')
  assert.equal(read({ url: undefined }).origin.url, null)
  assert.equal(
    read({ url: undefined, readMore: 'https://harbour.example/more' }).origin.url,
    'https://harbour.example/more',
  )
})

test('an agency is credited before whoever printed its text', () => {
  const { origin, hops } = read({ agency: 'AFP', publisher: 'Agence France-Presse' })
  assert.equal(origin.publisher, 'AFP')
  assert.equal(hops.at(-1)?.name, 'Harbour Times')
})

test('no credit is empty', () => {
  const empty = ['', '   ', '\u200b\u200e', '<a href=""></a>', '—', '""', '\u00ad', '...', '\u3164']
  for (const words of empty) {
    assert.equal(creditName(words), undefined, JSON.stringify(words))
    assert.equal(
      read({ credit: { publisher: words }, source: { title: words }, publisher: words }).origin.publisher,
      'Harbour Times',
    )
  }
  assert.equal(creditName('  <b>Quay</b>\u200b  Weekly, '), 'Quay Weekly')
})

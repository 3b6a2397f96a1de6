import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normaliseUrl } from './url.ts'

test('addresses of one page have one form', () => {
  const page = 'harbour.example/archive?id=7&page=2'
  for (const address of [
    'https://harbour.example/archive?id=7&page=2',
    ' http://WWW.Harbour.example:80/archive/?page=2&id=7#top ',
    'https://harbour.example/archive/index.php?utm_source=rss&id=7&fbclid=x&page=2',
    'https://harbour.example/archive?id=7&page=2&source=rss#xtor=RSS-1',
    'https://www.google.com/url?q=https%3A%2F%2Fharbour.example%2Farchive%3Fid%3D7%26page%3D2',
  ])
    assert.equal(normaliseUrl(address), page, address)
})

test('what differs is another page', () => {
  for (const address of [
    'https://harbour.example/archive?id=8&page=2',
    'https://harbour.example:8443/archive?id=7&page=2',
    'https://harbour.example/Archive?id=7&page=2',
  ])
    assert.notEqual(normaliseUrl(address), 'harbour.example/archive?id=7&page=2', address)
})

test('what no reader could follow is no address', () => {
  for (const none of [
    '',
    'archive',
    'javascript:alert(1)',
    'mailto:desk@harbour.example',
    'https://a:b@harbour.example/',
  ])
    assert.equal(normaliseUrl(none), null, none)
})

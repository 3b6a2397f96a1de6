import assert from 'node:assert/strict'
import { test } from 'node:test'
import { behindDoor, cleanUrl } from './trackers.ts'

test('an address loses what tracks, and nothing else of it changes', () => {
  for (const [given, wanted] of [
    ['https://a.example/p?id=1&utm_source=x&utm_MEDIUM=y&fbclid=z#s', 'https://a.example/p?id=1#s'],
    ['https://a.example/p?utm_source=x', 'https://a.example/p'],
    ['https://a.example/p?mtm_campaign=a&q=b+c%20d&q=', 'https://a.example/p?q=b+c%20d&q='],
    ['https://a.example/p?utm%5Fsource=x&a', 'https://a.example/p?a'],
    ['https://a.example/p#utm_source=rss&utm_medium=feed', 'https://a.example/p'],
    ['https://a.example/p#xtor=RSS-16', 'https://a.example/p'],
    ['https://a.example/@a/title?source=rss----1a2b---4', 'https://a.example/@a/title'],
    ['https://a.example/watch?v=1&feature=share', 'https://a.example/watch?v=1'],
    ['https://a.example/p?crop/1420x708/format/webp', 'https://a.example/p?crop/1420x708/format/webp'],
    [
      'https://a.example/search?source=archive&from=2020&ref=b',
      'https://a.example/search?source=archive&from=2020&ref=b',
    ],
    ['https://a.example/p?constructor=1&__proto__=2', 'https://a.example/p?constructor=1&__proto__=2'],
    ['https://a.example/p#section=2&x=1', 'https://a.example/p#section=2&x=1'],
    ['https://a.example/p#:~:text=utm_source', 'https://a.example/p#:~:text=utm_source'],
    ['https://a.example/p?a=%E0%A4%A', 'https://a.example/p?a=%E0%A4%A'],
  ] as const) {
    assert.equal(cleanUrl(given), wanted)
    assert.equal(cleanUrl(wanted), wanted)
  }
})

test('a page that names itself to where its links lead is told apart from a page that is asked for', () => {
  assert.equal(
    cleanUrl('https://a.example/p?ref=paper.example&x=1', 'https://www.paper.example/x'),
    'https://a.example/p?x=1',
  )
  assert.equal(
    cleanUrl('https://a.example/p?ref=paper.example', 'https://b.example/'),
    'https://a.example/p?ref=paper.example',
  )
})

test('an address that only counts a click is the one behind it', () => {
  const behind = (address: string) => behindDoor(new URL(address)).href
  assert.equal(behind('https://www.google.com/url?sa=t&url=https://a.example/p%3Fx=1&usg=2'), 'https://a.example/p?x=1')
  assert.equal(
    behind('https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=x'),
    'https://a.example/',
  )
  assert.equal(
    behind('https://www.google.com/url?q=javascript:alert(1)'),
    'https://www.google.com/url?q=javascript:alert(1)',
  )
  assert.equal(behind('https://a.example/url?q=https://b.example/'), 'https://a.example/url?q=https://b.example/')
})

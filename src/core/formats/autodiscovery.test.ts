import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findFeeds } from './autodiscovery.ts'

const base = 'https://paper.example/about/'
const urls = (html: string): string[] => findFeeds(html, base).map((feed) => feed.url)

test('the head links feeds; style sheets and programs are none', () => {
  const html = `<head><base href="/news/"><link rel="ALTERNATE" type=" application/rss+xml " title="All" href=feed>
    <link rel="alternate stylesheet" type="application/rss+xml" href="/no.css"><link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
    <link rel="alternate" type="application/atom+xml" href="/comments/feed/"><link rel="feed" href="/feed.json"></head><a href="/other.rss">x</a>`
  assert.deepEqual(findFeeds(html, base), [
    { url: 'https://paper.example/news/feed', title: 'All', type: 'application/rss+xml' },
    { url: 'https://paper.example/feed.json' },
    { url: 'https://paper.example/comments/feed/', type: 'application/atom+xml' },
  ])
})

test('where the head links none, links in the text are looked at', () => {
  assert.deepEqual(
    urls(
      '<a href="/rss.xml">RSS</a><a href="../feed/">News</a><a href="/feeding-the-5000">Story</a><a href="/?feed=rss2">x</a>',
    ),
    ['https://paper.example/rss.xml', 'https://paper.example/feed/', 'https://paper.example/?feed=rss2'],
  )
})

test('only web addresses, each once', () => {
  const link = (href: string): string => `<link rel=alternate type=application/rss+xml href="${href}">`
  assert.deepEqual(
    urls(
      link('feed:https://a.example/f') +
        link('https://a.example/f') +
        link('javascript:1') +
        link('') +
        link('https://['),
    ),
    ['https://a.example/f'],
  )
})

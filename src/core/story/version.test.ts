import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Said, seenIn } from './version.ts'

const said: Said = {
  headline: 'Archive opens',
  standfirst: '',
  excerpt: 'It opens on Monday.',
  body: '<p>It opens on <a href="https://paper.example/a?ref=1" rel="nofollow noopener ugc">Monday</a>.</p><p>All may come.</p>',
  byline: 'Jane Doe',
  language: 'en',
  located: '',
  pictures: [],
}

test('what readers do not see makes no new version', () => {
  const same: Partial<Said>[] = [
    { body: said.body.replace('</p><p>', '</p>\n\n  <p>') },
    { body: said.body.replace('opens on', 'opens&nbsp;on') },
    { headline: 'Archive\u00a0 opens ' },
    { headline: 'Archive\u200b opens' },
  ]
  for (const change of same) assert.equal(seenIn({ ...said, ...change }), seenIn(said), JSON.stringify(change))
  assert.equal(seenIn({ ...said, headline: 'Cafe\u0301' }), seenIn({ ...said, headline: 'Caf\u00e9' }))
})

test('what readers see does', () => {
  const other: Partial<Said>[] = [
    { headline: 'Archive closes' },
    { excerpt: 'It opens on Tuesday.' },
    { body: said.body.replace('Monday', 'Tuesday') },
    { body: said.body.replace('paper.example/a', 'paper.example/b') },
    { body: said.body.replace('ref=1', 'ref=2') },
    { body: said.body.replace('<p>All may come.</p>', '') },
    { byline: 'John Roe' },
    { language: 'fr' },
    { located: 'Nairobi' },
  ]
  for (const change of other) assert.notEqual(seenIn({ ...said, ...change }), seenIn(said), JSON.stringify(change))
})

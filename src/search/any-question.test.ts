import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newsroom } from '../../test/support/newsroom.ts'
import { searchParameters } from '../core/search-address.ts'

/** Signs that mean something to the search, to PostgreSQL or to markup, and letters of many scripts. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '"',
    '-',
    '*',
    "'",
    '\\',
    ':',
    '&',
    '|',
    '!',
    '<->',
    '(',
    ')',
    '%',
    '\0',
    '<b>',
    '~',
    '½',
    'ﬁ',
    '\u202e',
  ),
  fc.constantFrom('walrus', 'judges', 'the', 'a*', 'wal*', '裁判所', 'ศาล', 'محكمة', 'судьи', 'के', 'en~walrus', '🦭'),
  fc.constantFrom(
    "'; drop table stories; --",
    "' or 1=1 --",
    '$$',
    '%s',
    '\\x00',
    '(.*)*',
    '(a+)+$',
    '[[:alpha:]]{9}',
    '{{7*7}}',
    '$' + '{x}',
  ),
  fc.constantFrom(
    '\u200f',
    '\u061c',
    '\ufeff',
    '\u0301'.repeat(40),
    '👩‍👩‍👧‍👦'.repeat(20),
    '🏳️‍🌈',
    '\ud83e',
    'ﷺ',
    'İ',
    'ß'.repeat(60),
  ),
  fc.constantFrom('place:ke', 'from:2013', 'to:9999-99', 'genre:release', 'member:', 'language:tlh', 'topic:"x"'),
)
const question = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '))
const value = fc.oneof(question, fc.constantFrom('2013', '2013-02-30', 'ke', 'en', 'release', '-1', '99', 'newest'))

test('whatever is asked is answered, in time, and breaks neither the page nor a feed', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'Walrus & judges <b>', body: '<p>裁判所 ศาล محكمة судьи के</p>' })
  await world.readLog()
  let asked = 0
  await fc.assert(
    fc.asyncProperty(
      question,
      fc.dictionary(fc.constantFrom(...searchParameters, 'page', 'before'), value, {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      fc.constantFrom('/search', '/search', '/search/feed', '/search/feed.json'),
      async (q, others, path) => {
        // An address of a sender asks so often and no more.
        if (++asked % 200 === 0) world.clock.advance(61)
        const query = new URLSearchParams({ ...others, q: q.toWellFormed() })
        const answer = await world.get(`${path}?${query}`)
        const isCursor = others.before !== undefined && path.includes('feed')
        assert.ok(answer.status === 200 || (isCursor && answer.status === 404), `${answer.status} ${query}`)
        const body = await answer.text()
        if (path.endsWith('search')) assert.doesNotMatch(body, /<b> *(?:&|<\/?mark|$)/)
      },
    ),
    { numRuns: 250 },
  )
  assert.deepEqual(
    world.logged.filter(({ level }) => level === 'error' || level === 'warning'),
    [],
  )
})

test('what is very long, or nothing but signs, is answered as anything else', async () => {
  await using world = await newsroom()
  await world.story({ headline: 'Walrus & judges' })
  await world.readLog()
  const long = 10_000
  for (const q of [
    ...[
      'walrus '.repeat(long / 7),
      `x${'🦭'.repeat(long)}`,
      'a'.repeat(long),
      '裁'.repeat(long),
      'ศ'.repeat(long),
      '🦭'.repeat(long / 2),
    ],
    ...['"'.repeat(long), '-'.repeat(long), '*'.repeat(long), '-* '.repeat(long / 3), '"-"*" '.repeat(long / 6)],
    ...['e\u0301\u0323'.repeat(long / 3), '\u202e\u2066'.repeat(long / 2), '\0'.repeat(long), ' '.repeat(long)],
    ...['a* b* c* d* e* f* g* h* i* j*', '-a -b -c -d', '& | ! <-> ( )', 'from:9999999999', 'place:'.repeat(500)],
  ])
    for (const path of ['/search?q=', '/search?member=', '/search/feed.ninjs?q=', '/search/feed.atom?topic=']) {
      const answer = await world.get(path + encodeURIComponent(q))
      assert.equal(answer.status, 200, `${path}: ${q.slice(0, 20)}`)
      await answer.text()
    }
  assert.deepEqual(
    world.logged.filter(({ level }) => level === 'error' || level === 'warning'),
    [],
  )
})

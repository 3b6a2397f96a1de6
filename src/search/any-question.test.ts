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

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexTopics, readOwnTopics, readTopics, topicsOf, writeOwnTopics } from './topics.ts'

const index = indexTopics([])
const slugs = (...terms: string[]) =>
  topicsOf(
    terms.map((term) => ({ term })),
    index,
  ).map((topic) => topic.slug)

test('a category leads to its topic in any of our languages, however it is written', () => {
  assert.deepEqual(slugs('Human Rights'), ['human-rights'])
  assert.deepEqual(slugs('derechos humanos'), ['human-rights'])
  assert.deepEqual(slugs('Права человека'), ['human-rights'])
  assert.deepEqual(slugs('人権'), ['human-rights'])
  assert.deepEqual(slugs('human_rights', '#human-rights'), ['human-rights'], 'said twice is said once')
  assert.deepEqual(slugs('Uncategorized', 'Featured', ''), [])
})

test('a category that is a Media Topic is known by its id', () => {
  assert.deepEqual(slugs('medtop:20000592'), ['human-rights'])
  assert.deepEqual(slugs('http://cv.iptc.org/newscodes/mediatopic/20000592'), ['human-rights'])
  assert.deepEqual(topicsOf([{ term: '17', label: 'Weather' }], index)[0]?.qcode, 'medtop:17000000')
})

test('a network has topics of its own beside them', () => {
  const { topics, mistakes } = readTopics('# ours\n\nPride season | pride, csd, orgullo\nHarbour\n')
  assert.deepEqual(mistakes, [])
  const both = indexTopics(topics)
  assert.deepEqual(
    topicsOf([{ term: 'CSD' }, { term: 'harbour' }, { term: 'Music' }], both).map(({ slug, qcode }) => [slug, qcode]),
    [
      ['pride-season', null],
      ['harbour', null],
      ['music', 'medtop:20000018'],
    ],
  )
})

test('a line that is no topic is told by its number', () => {
  const { topics, mistakes } = readTopics('Pride\n| pride\nPRIDE | csd')
  assert.equal(topics.length, 1)
  assert.deepEqual(
    mistakes.map(({ line, why, topic }) => [line, why, topic]),
    [
      [2, 'nameless', ''],
      [3, 'twice', 'pride'],
    ],
  )
})

test('a network’s own topics are written as they are read, and none is one of the Media Topics', () => {
  const file = 'Harbour\nPride season | pride, csd, orgullo'
  assert.equal(writeOwnTopics(readOwnTopics(file).topics), file)
  const { mistakes } = readOwnTopics('# ours\nHuman rights\nHarbour\nmedtop:20000592 Rights')
  assert.deepEqual(
    mistakes.map(({ line, why }) => [line, why]),
    [
      [2, 'known'],
      [4, 'known'],
    ],
  )
})

test('the Media Topics can be read whole', () => {
  assert.ok(index.size > 500)
  for (const topics of index.values()) for (const topic of topics) assert.match(topic.qcode ?? '', /^medtop:\d{8}$/)
})

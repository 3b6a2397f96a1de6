import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFrontMatter } from './front-matter.ts'

const file = (...facts: string[]) => ['---', ...facts, '---', 'The text.', ''].join('\n')
const wrong = (...facts: string[]) => readFrontMatter(file(...facts)).mistakes

test('facts and text are read apart, and every value stays the words that were written', () => {
  const read = readFrontMatter(
    file(
      'headline: "Nine groups: a call"',
      'phone: 0123',
      'yes: no',
      'list:',
      '  - one',
      '  - {name: two}',
      '# a remark',
    ),
  )
  assert.deepEqual(read.mistakes, [])
  assert.deepEqual(read.values, {
    headline: 'Nine groups: a call',
    phone: '0123',
    yes: 'no',
    list: ['one', { name: 'two' }],
  })
  assert.equal(read.body, 'The text.\n')
  assert.equal(read.bodyLine, 10)
})

test('what was left empty is not there', () => {
  const read = readFrontMatter(file('byline:', 'standfirst: ~', 'pictures: []', 'contact:', '  email:', '  name: Desk'))
  assert.deepEqual(read.values, { pictures: [], contact: { name: 'Desk' } })
})

test('a value is found by its path, and where it is not, what is around it', () => {
  const read = readFrontMatter(
    file('contact:', '  name: Desk', 'list:', '  - one', '  - a: b', '    c: d', 'notes: |', '  First'),
  )
  assert.equal(read.lineOf(['contact', 'name']), 3)
  assert.equal(read.lineOf(['contact', 0, 'name']), 3, 'one entry stands where a list may')
  assert.equal(read.lineOf(['contact', 'phone']), 2)
  assert.equal(read.lineOf(['list', 1, 'c']), 7)
  assert.equal(read.textLineOf(['notes']), 9)
  assert.equal(read.textLineOf(['contact', 'name']), 3)
})

test('line ends and a mark at the beginning are nobody’s mistake', () => {
  const read = readFrontMatter('\uFEFF---\r\nheadline: One\r\n---\r\nText\r\n')
  assert.deepEqual(read.values, { headline: 'One' })
  assert.equal(read.body, 'Text\n')
})

test('a file without facts says how one begins', () => {
  assert.match(readFrontMatter('Just text').mistakes[0]?.says ?? '', /must begin with its facts/)
  assert.match(readFrontMatter('---\nheadline: One\n').mistakes[0]?.says ?? '', /have no end/)
  assert.match(readFrontMatter('').mistakes[0]?.says ?? '', /must begin/)
})

test('what YAML would lose without a word is a mistake with its line', () => {
  assert.deepEqual(wrong('headline: One#two', 'standfirst: We are #1'), [
    {
      line: 3,
      says: 'What follows " #" would be lost as a comment: put the value between quotation marks, or the comment on a line of its own.',
    },
  ])
  assert.deepEqual(
    wrong('headline: One', 'byline: *Ann*', 'located: &here Nairobi').map(({ line }) => line),
    [3, 4],
  )
  assert.match(wrong('headline: One', 'headline: Two')[0]?.says ?? '', /stands here twice/)
  assert.deepEqual(wrong('headline: "We are # one"', 'standfirst: "Two" # said'), [])
})

test('broken YAML is told in words for people, one mistake to a line', () => {
  assert.deepEqual(wrong('headline: Nine: a call'), [
    {
      line: 2,
      says: 'A value with a colon and a space in it must stand between quotation marks: headline: "Nine groups: a call".',
    },
  ])
  const several = wrong('headline: "One" two', 'byline: @ann', 'list: [a')
  assert.deepEqual(
    several.map(({ line }) => line),
    [2, 3, 4],
  )
  assert.match(several[1]?.says ?? '', /begins with @/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSections, readFrontSections } from './front-sections.ts'

const read = (...lines: string[]) => readFrontSections(lines.join('\n'))

test('the program’s own front page is written as anybody’s', () => {
  assert.deepEqual(readFrontSections(defaultSections), {
    sections: [
      { what: 'releases', most: 6 },
      { what: 'corrections', most: 3 },
      { what: 'members', most: 24 },
      { what: 'languages', most: 4 },
    ],
    mistakes: [],
  })
  const examples = defaultSections.split('\n').filter((line) => /^# {3}\w+ \S+ 3/.test(line))
  const { sections, mistakes } = read(...examples.map((line) => line.slice(4).replace(/ {3,}[a-z].*$/, '')))
  assert.deepEqual([sections.length, mistakes.length], [5, 1], 'the topic stands there twice')
})

test('a section says what, which, how many, and how it is called', () => {
  const { sections, mistakes } = read(
    '# ours',
    '',
    'topic human-rights 5 | Rights | es: Derechos | ar: حقوق',
    'country ke',
    'language pt-br',
  )
  assert.deepEqual(mistakes, [])
  assert.deepEqual(sections, [
    {
      what: 'topic',
      which: 'human-rights',
      most: 5,
      names: { '': 'Rights', es: 'Derechos', ar: 'حقوق' },
      line: 3,
    },
    { what: 'country', which: 'KE', most: 3, names: {}, line: 4 },
    { what: 'language', which: 'pt-BR', most: 3, names: {}, line: 5 },
  ])
})

test('every line that is no section is told with its number', () => {
  const told: Readonly<Record<string, RegExp>> = {
    'relases 3': /"relases" is no section: did you mean "releases"/,
    'weather 3': /"weather" is no section: it must be releases, corrections/,
    'releases 0': /from 1 to 12/,
    'releases 13': /from 1 to 12/,
    'releases all': /takes a number and nothing else/,
    'releases 3 | Ours': /takes a number and nothing else/,
    topic: /Say which topic/,
    'topic human rights': /Say which topic/,
    'topic Human_Rights': /"Human_Rights" is no topic/,
    'genre gossip': /"gossip" is no genre/,
    'country Kenya': /"Kenya" is no country/,
    'language klingon': /"klingon" is no language/,
    'topic law |': /After a bar stands a name/,
    'topic law | A | B': /same language/,
  }
  for (const [line, says] of Object.entries(told)) {
    const { sections, mistakes } = read('corrections', line)
    assert.equal(sections.length, 1, line)
    assert.equal(mistakes[0]?.line, 2, line)
    assert.match(mistakes[0]?.says ?? '', says, line)
  }
  assert.match(read('topic law', 'topic law 5').mistakes[0]?.says ?? '', /stands above already/)
  assert.match(read('releases', 'releases 5').mistakes[0]?.says ?? '', /stands above already/)
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fields } from './release-fields.ts'
import { readReleaseFile } from './release-file.ts'

const manual = readFileSync(new URL('../../../docs/releases.md', import.meta.url), 'utf8')
const read = (...lines: string[]) => readReleaseFile(new TextEncoder().encode(lines.join('\n')))
const facts = (...lines: string[]) => read('---', 'headline: One', ...lines, '---', 'Text.')
const wrong = (...lines: string[]) => facts(...lines).mistakes.map(({ line, says }) => `${line}: ${says}`)

test('the example of the manual is read whole', () => {
  const [, example = ''] = /```markdown\n([\s\S]*?)```/.exec(manual) ?? []
  const { release, mistakes } = read(example)
  assert.deepEqual(mistakes, [])
  assert.ok(release)
  const { headline, located, licence, licenceUrl, places, backMatter, pictures, body } = release
  assert.equal(headline, 'Nine organisations ask the summit’s hosts: open the square')
  assert.equal(located, 'Port Amara')
  assert.deepEqual([licence, licenceUrl], ['free', 'https://creativecommons.org/licenses/by/4.0/'])
  assert.deepEqual(places, [
    { name: '', country: 'KE' },
    { name: 'Port Amara', country: 'KE' },
  ])
  assert.equal(backMatter.dated, '2026-11-24')
  assert.equal(backMatter.supporters.length, 9)
  assert.deepEqual(backMatter.supporters[1], { name: 'Open Square Union', url: 'https://open-square.example/' })
  assert.deepEqual(backMatter.quotes, [
    {
      words: '“A square is where a city can see itself.”',
      speaker: 'Naledi Owusu',
      role: 'coordinator of Civic Lantern',
    },
  ])
  assert.deepEqual(backMatter.contacts[0]?.ways, [
    { words: 'press@lantern.example', href: 'mailto:press@lantern.example' },
    { words: '+254 20 555 0100', href: 'tel:+254205550100' },
    { words: 'lantern.example/press', href: 'https://lantern.example/press' },
  ])
  assert.match(backMatter.notesToEditors, /^<p>The hearing is on <strong>Tuesday<\/strong>.*<li>Interviews/s)
  assert.equal(backMatter.boilerplate[0]?.name, 'Civic Lantern')
  assert.deepEqual(pictures[0]?.file, 'square.jpg')
  assert.match(body, /<h2>What they ask<\/h2>/)
})

test('every key is in the manual', () => {
  for (const key of Object.keys(fields))
    assert.ok(manual.includes(`\`${key}\``), `say in docs/releases.md what ${key} is`)
})

test('a headline and a text are enough, and the rest has its defaults', () => {
  const { release } = facts()
  assert.ok(release)
  assert.equal(release.genre, 'release')
  assert.equal(release.licence, 'free')
  assert.equal(release.language, undefined)
  assert.equal(release.expires, null)
  assert.equal(release.body, '<p>Text.</p>')
})

test('an unknown key names the nearest, or what people mean by it', () => {
  assert.deepEqual(wrong('standfrist: x'), ['3: "standfrist" is no key of a release: did you mean "standfirst"?'])
  assert.deepEqual(wrong('license: free'), ['3: "license" is no key of a release: did you mean "licence"?'])
  assert.deepEqual(wrong('signatories: [A]'), ['3: "signatories" is no key of a release: did you mean "supporters"?'])
  assert.match(wrong('colour: red')[0] ?? '', /^3: "colour" is no key of a release: it has headline, standfirst/)
  assert.deepEqual(wrong('quotes:', '  - text: a', '    speaker: b', '    rolle: c'), [
    '6: "rolle" is no key of "quotes": did you mean "role"?',
  ])
  for (const key of ['constructor', '__proto__'])
    assert.match(wrong(`${key}: x`)[0] ?? '', /is no key of a release/, key)
})

test('a misspelt headline is one mistake, not two', () => {
  const { mistakes } = read('---', 'headlin: One', '---', 'Text.')
  assert.deepEqual(mistakes, [{ line: 2, says: '"headlin" is no key of a release: did you mean "headline"?' }])
})

test('an embargo is refused, not forgotten', () => {
  for (const key of ['embargo', 'embargoUntil', 'publishAt', 'schedule'])
    assert.match(wrong(`${key}: 2026-12-01`)[0] ?? '', /cannot be kept: a release is published at once/, key)
})

test('each value is told what it must be', () => {
  const told: Readonly<Record<string, RegExp>> = {
    'language: klingon': /must be a language/,
    'genre: report': /must be release, statement or advisory/,
    'urgency: 9': /from 1 \(most urgent\) to 8/,
    'sponsored: perhaps': /true or false/,
    'places: [QQ]': /two letters of a country/,
    'licence: mine': /free, excerpt, headline, or a Creative Commons licence/,
    'dateline: "Nairobi, 24 November 2026"': /holds a date: write it apart/,
    'dateline: {date: 2026-02-30}': /must be a day/,
    'standfirst: <b>x</b>': /holds HTML/,
    'standfirst: "Fish &amp; chips"': /holds HTML/,
    'standfirst: [a, b]': /must be text/,
    'supporters: [{url: a.example}]': /"name" is missing/,
    'supporters: [{name: A, url: "javascript:alert(1)"}]': /must be an address of the web/,
    'quotes: [{text: a}]': /"speaker" is missing/,
    'quotes: [a]': /must be a block of keys: text, speaker, role/,
    'contact: {name: Ann}': /how to reach somebody/,
    'contact: Ann of the desk': /must be a mail address/,
    'contact: {phone: call us}': /must be a telephone number/,
    'pictures: [{file: a.jpg, licence: free}]': /"alt" is missing/,
    'pictures: [{file: a.jpg, alt: A}]': /"licence" is missing/,
    'pictures: [{file: a.jpg, alt: A, licence: excerpt}]': /must be free, credit/,
    'pictures: [{file: ../a.jpg, alt: A, licence: free}]': /must be a file beside this one/,
    'pictures: [{file: /etc/a.jpg, alt: A, licence: free}]': /must be a file beside this one/,
    'pictures: [{file: "https://a.example/a.jpg", alt: A, licence: free}]': /must be a file beside this one/,
    'event: {starts: tomorrow}': /must be a moment with its zone/,
    'event: {starts: 2026-12-01 18:00}': /must be a moment with its zone/,
    'expires: 2026-12-01 18:00Z': /Only a media advisory expires/,
    'genre: advisory': /needs its "event"/,
  }
  for (const [line, says] of Object.entries(told)) {
    const mistakes = wrong(line)
    assert.equal(mistakes.length, 1, `${line} → ${mistakes.join(' | ')}`)
    assert.match(mistakes[0] ?? '', says, line)
    assert.match(mistakes[0] ?? '', /^3: /, line)
  }
})

test('all mistakes of facts, Markdown and text are told at once, each with its line', () => {
  const { release, mistakes } = read(
    '---',
    'title: One',
    'urgency: 0',
    'notesToEditors: |',
    '  Fine.',
    '',
    '  <i>Not</i> fine.',
    'boilerplate:',
    '  - text: see [us](us.html)',
    '---',
    'Text with ![a](b.png)',
  )
  assert.equal(release, undefined)
  assert.deepEqual(
    mistakes.map(({ line }) => line),
    [2, 3, 7, 9, 11],
  )
})

test('an advisory ends with its event, when it says so, or a day after it began', () => {
  const expires = (...lines: string[]) => facts('genre: advisory', ...lines).release?.expires
  assert.equal(expires('event: {starts: "2026-12-01 18:00 +03:00"}'), '2026-12-02T15:00:00.000Z')
  assert.equal(expires('event: {starts: 2026-12-01 18:00Z, ends: 2026-12-01 20:00Z}'), '2026-12-01T20:00:00Z')
  assert.equal(expires('event: {starts: 2026-12-01 18:00Z}', 'expires: 2026-12-05T00:00Z'), '2026-12-05T00:00:00Z')
  assert.match(
    wrong('genre: advisory', 'event: {starts: 2026-12-01 18:00Z, ends: 2026-12-01 17:00Z}')[0] ?? '',
    /not after/,
  )
})

test('letters that are not UTF-8 are told with their line', () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('---\nheadline: caf'), 0xe9, 0x0a])
  assert.deepEqual(readReleaseFile(bytes).mistakes, [
    { line: 2, says: 'Some of the letters here are not UTF-8: save the file as UTF-8.' },
  ])
})

test('a file without a text is told so', () => {
  const { mistakes } = read('---', 'headline: One', '---', '', '')
  assert.deepEqual(mistakes, [
    { line: 4, what: 'missing', path: ['body'], says: 'The text is missing: write it below the facts.' },
  ])
})

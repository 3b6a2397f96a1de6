/** Every word a page says is in the catalogue, and every word of the catalogue is said. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { en } from '../../src/web/messages/en.ts'
import { bare } from './code.ts'

const root = new URL('../../', import.meta.url)
const sources = globSync('src/**/*.ts', { cwd: root })
  .filter((path) => !path.endsWith('.test.ts') && !/messages\/(?:\w+\/)?en\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }))

test('no words stand in a template: they come from the catalogue through t', () => {
  for (const { path, text } of sources)
    for (const template of templatesIn(text)) {
      const words = visibleWords(template)
      assert.equal(
        words,
        '',
        `${path} says “${words}” in a template. Put it into src/web/messages/en.ts and write \${t('…')}.`,
      )
    }
})

test('no words stand in a string of a view: what is said is said by the catalogue', () => {
  const views = sources.filter(({ path }) =>
    /^src\/(?:app\.ts|reader\/|syndication\/|accounts\/|settings\/|ingest\/views\/|membership\/(?:member-add-page|profile|seats|leave-pages|seat-invitation)[a-z-]*\.ts|moderation\/(?:pages|notice-form|receipt)\.ts|web\/(?:ui\/|layout\.ts|head\.ts))/.test(
      path,
    ),
  )
  assert.ok(views.length > 20)
  for (const { path, text } of views)
    for (const words of proseIn(bare(text, 'all')))
      assert.fail(`${path} says “${words}”. Put it into src/web/messages/en.ts and write t('…').`)
})

test('the catalogue has no words that nobody says', () => {
  const code = sources.map(({ text }) => text).join('\n')
  const quoted = new Set([...code.matchAll(/'([\w-]+(?:\.[\w-]+)+|[a-z]+)'/gi)].map((match) => match[1]))
  const made = [...code.matchAll(/`([a-z]+\.[^`\s]*\$\{[^`]*)`/gi)].map(
    (match) => new RegExp(`^${(match[1] ?? '').replace(/\$\{[^}]*\}/g, '[\\w-]+').replaceAll('.', '\\.')}$`),
  )
  for (const key of Object.keys(en))
    assert.ok(
      quoted.has(key) || made.some((pattern) => pattern.test(key)),
      `Nobody says “${key}”. Take it out of the catalogues in src/web/messages.`,
    )
})

test('the scanner sees what it should', () => {
  const source = 'html`<p>a#{html`<i>#{x ? `b` : "`"}c</i>`}d</p>`'.replaceAll('#', '$')
  assert.deepEqual(templatesIn(source), ['<p>a\0d</p>', '<i>\0c</i>'])
  assert.equal(visibleWords('<p class="word" title="Hello \0">\0 · </p>'), 'Hello')
  assert.equal(visibleWords('<p class="word">\0</p>'), '')
  assert.deepEqual(
    proseIn("html`<p>#{'Nothing here'}</p>`, 'mark mark-release', x('Is it so?')".replaceAll('#', '$')),
    ['Nothing here', 'Is it so?'],
  )
  assert.deepEqual(proseIn("throw new NotFound('There is none.')"), [])
})

/** Strings that read like something said to people. What is thrown is for the log, or shown as its page says it. */
function proseIn(told: string): string[] {
  const strings = told.matchAll(/(['"])((?:(?!\1)[^\\\n]|\\.)*)\1/g)
  const templates = told.matchAll(/(?<!\w)(`)([^`\n]*)`/g)
  return [...strings, ...templates]
    .filter(({ index }) => !/(?:\bnew \w+|log\.\w+)\(\s*$/.test(told.slice(0, index)))
    .map(([, , words = '']) => words)
    .filter((words) => /^\p{Lu}[\p{L}’']* \p{L}|\p{L}{2} \p{L}+.*[.!?](?:\\n)?$/u.test(words.trim()))
}

/** The static text of every html`…` of a source, holes as NUL; nested ones apart. */
function templatesIn(source: string): string[] {
  const found: string[] = []
  for (const match of source.matchAll(/\bhtml`/g)) found.push(staticText(source, match.index + match[0].length))
  return found
}

function staticText(source: string, from: number): string {
  let text = ''
  let i = from
  while (i < source.length && source[i] !== '`') {
    if (source.startsWith('${', i)) {
      i = endOfHole(source, i + 2)
      text += '\0'
    } else {
      text += source[i]
      i += source[i] === '\\' ? 2 : 1
    }
  }
  return text
}

/** From inside a hole to the character after its closing brace, over strings and templates in it. */
function endOfHole(source: string, from: number): number {
  let depth = 1
  let i = from
  while (i < source.length) {
    const c = source[i]
    if (c === "'" || c === '"') i = endOfString(source, i)
    else if (c === '`') i = endOfTemplate(source, i + 1)
    else {
      if (c === '{') depth += 1
      if (c === '}') depth -= 1
      i += 1
      if (depth === 0) return i
    }
  }
  return i
}

function endOfString(source: string, from: number): number {
  const quote = source[from]
  let i = from + 1
  while (i < source.length && source[i] !== quote) i += source[i] === '\\' ? 2 : 1
  return i + 1
}

function endOfTemplate(source: string, from: number): number {
  let i = from
  while (i < source.length && source[i] !== '`') i = source.startsWith('${', i) ? endOfHole(source, i + 2) : i + 1
  return i + 1
}

/** Letters a reader would meet: between tags, and in attributes that are read out or shown. */
function visibleWords(template: string): string {
  const told = [...template.matchAll(/\b(?:title|alt|aria-label|placeholder)="([^"]*)"/g)].map(
    (match) => match[1] ?? '',
  )
  const between = template.replace(/<[^>]*>/g, ' ').replace(/&\w+;/g, ' ')
  return (
    [...told, between]
      .join(' ')
      .match(/\p{L}[\p{L} ]*/gu)
      ?.join(' ')
      .trim() ?? ''
  )
}

test('every act that is recorded has its words in the log of staff', () => {
  const acts = sources.flatMap(({ path, text }) =>
    /\brecordAct\b/.test(text)
      ? [...text.matchAll(/\bact(?:: | = )(?:\w+ \? )?'([a-z ]+)'(?: : '([a-z ]+)')?|\brecord\('([a-z ]+)'/g)]
          .flatMap(([, one, other, third]) => [one, other, third].filter((act) => act !== undefined))
          .filter((act) => act !== 'restore')
          .map((act) => ({ path, act }))
      : [],
  )
  assert.ok(acts.length > 12)
  for (const { path, act } of acts)
    assert.ok(
      `act.${act.replaceAll(' ', '-')}` in en,
      `${path} records “${act}”: say it in src/web/messages/settings and name it in src/settings/log.ts.`,
    )
})

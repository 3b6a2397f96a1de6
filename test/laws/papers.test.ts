import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import type { Command } from '../../src/commands/command.ts'
import { settings } from '../../src/config.ts'
import { routes } from '../../src/routes.ts'
import { sources } from './code.ts'

const read = (path: string) => readFileSync(path, 'utf8')

test('a migration that has landed is never edited', () => {
  const lock = new Map(
    read('test/laws/migrations.lock')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('  ').reverse() as [string, string]),
  )
  const names = readdirSync('migrations').sort()
  for (const name of names) {
    const sum = createHash('sha256')
      .update(read(`migrations/${name}`))
      .digest('hex')
    assert.equal(
      lock.get(name),
      sum,
      `${name}: a landed migration is put back as it was and what changes goes into a new one; a new one gets its line in test/laws/migrations.lock: "${sum}  ${name}"`,
    )
  }
  assert.deepEqual([...lock.keys()], names, 'every line of migrations.lock has its file, in order')
  // Gaps are no harm: branches that meet keep the numbers their databases know.
  names.forEach((name, i) => {
    assert.match(name, /^\d{4}_[a-z0-9_]+\.sql$/)
    assert.notEqual(
      name.slice(0, 4),
      names[i + 1]?.slice(0, 4),
      'two migrations have one number: give the newer the next',
    )
  })
})

test('every setting is in the manual, and no other', () => {
  const manual = read('docs/operating.md')
  for (const name of settings)
    assert.ok(manual.includes(`\`${name}\``), `document ${name} in docs/operating.md, under Settings`)
  const known = new Set<string>(settings)
  const told = [...manual.matchAll(/^\| (`[A-Z].*?) \|/gm)].flatMap(
    ([, names = '']) => names.match(/[A-Z][A-Z0-9_]+/g) ?? [],
  )
  assert.ok(told.length >= settings.length)
  for (const name of told)
    assert.ok(known.has(name), `docs/operating.md tells of ${name}, which src/config.ts does not read`)
})

test('every command is in the manual, with each thing it does and every option', async () => {
  const manual = read('docs/operating.md')
  const files = [...read('src/main.ts').matchAll(/^ {2}(\w+): \(\) => import\('(\.\/commands\/[^']+)'/gm)]
  assert.ok(files.length > 10)
  for (const [, name = '', file = ''] of files) {
    const rows = manual
      .split('\n')
      .filter((row) => new RegExp(`\`${name}[ \`]`).test(row))
      .join('\n')
    assert.ok(rows, `document "${name}" in docs/operating.md, under Commands`)
    const { command } = (await import(`../../src/${file}`)) as { command: Command }
    for (const usage of command.usage) {
      const verb = /^[a-z]+/.exec(usage)?.[0]
      if (verb)
        assert.match(
          rows,
          new RegExp(`\`${name} ${verb}\\b`),
          `document "${name} ${verb}" in docs/operating.md, under Commands`,
        )
    }
    for (const option of Object.keys(command.options ?? {}))
      assert.ok(rows.includes(`--${option}`), `document --${option} of "${name}" in docs/operating.md, under Commands`)
  }
})

test('every command file is in the menu', () => {
  const menu = read('src/main.ts')
  for (const path of globSync('src/commands/*.ts').filter((path) => /export const command\b/.test(read(path))))
    assert.ok(menu.includes(`./commands/${basename(path)}`), `${path} is in no menu: add it to src/main.ts`)
})

test('every route is documented, and every documented address has a route', () => {
  const addresses = read('docs/addresses.md')
  const patterns = new Map(
    Object.entries(routes).map(([name, { pattern }]) => [pattern.replace(/\{[^/]*\}/g, ''), name]),
  )
  for (const [plain, name] of patterns)
    assert.ok(addresses.includes(`\`${plain}\``), `document ${plain} (${name}) in docs/addresses.md`)
  const told = [...addresses.matchAll(/^\| (`\/.*?) \|/gm)].flatMap(
    ([, cell = '']) => cell.match(/(?<=`)\/[^`?]*/g) ?? [],
  )
  for (const plain of told)
    assert.ok(patterns.has(plain), `docs/addresses.md tells of ${plain}, which no route in src/routes.ts answers`)
})

test('every direct dependency has its reason', () => {
  const reasons = read('docs/decisions/0002-dependencies.md')
  const about = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>
  for (const name of Object.keys({ ...about.dependencies, ...about.optionalDependencies, ...about.devDependencies }))
    assert.ok(reasons.includes(`\`${name}\``), `say in docs/decisions/0002-dependencies.md why ${name} is needed`)
})

test('decisions are numbered without gaps', () => {
  readdirSync('docs/decisions')
    .sort()
    .forEach((name, i) => {
      assert.match(name, new RegExp(`^${String(i + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`))
    })
})

/** Tables of data, which have no idea to be split by. */
const tables = new Set([
  'src/db/schema.ts',
  'src/core/date-words.ts',
  // Every address, and which page answers it.
  'src/routes.ts',
  'src/handlers.ts',
  ...globSync('src/web/messages/{,*/}??.ts'),
])
const most = 300

test('a file is one idea: at most 300 lines, tables of data apart', () => {
  const wrong = sources()
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ path, lines }) => !tables.has(path) && lines > most)
    .map(({ path, lines }) => `${path} has ${lines} lines: split it by idea.`)
  assert.deepEqual(wrong, [])
})

test('every file is named after what it holds', () => {
  const nameless = /\/(utils?|helpers?|common|shared|misc|service|services|manager|index|barrel)\.ts$/
  const wrong = sources()
    .filter(({ path, text }) => nameless.test(path) || /^export \* from/m.test(text))
    .map(({ path }) => `${path}: name it by a word of the glossary, and re-export nothing.`)
  assert.deepEqual(wrong, [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceOf, sources } from './code.ts'

const rooms = ['accounts', 'desk', 'ingest', 'membership', 'moderation', 'reader', 'search', 'settings', 'syndication']
const cellar = ['core', 'db', 'wire', 'net', 'web', 'jobs', 'host']

/** What each part of the house may import of the others. `config` only for its type. */
const may: Readonly<Record<string, readonly string[]>> = {
  core: [],
  db: ['core'],
  net: ['core', 'config.ts'],
  web: ['core', 'db', 'routes.ts', 'config.ts'],
  jobs: ['core', 'db'],
  wire: ['core', 'db', 'jobs'],
  host: ['core', 'db', 'config.ts'],
  // Other people's sites: they know nothing of the network that visits them.
  demo: ['core'],
  ...Object.fromEntries(rooms.map((room) => [room, [...cellar, 'routes.ts', 'config.ts']])),
  'config.ts': ['core'],
  'routes.ts': ['core'],
  commands: [...cellar, ...rooms, 'demo', 'routes.ts', 'config.ts', 'parts.ts', 'app.ts', 'work.ts', 'tasks.ts'],
  'handlers.ts': [...cellar, ...rooms, 'means.ts', 'routes.ts', 'config.ts'],
  'means.ts': [...cellar, ...rooms, 'routes.ts', 'config.ts'],
  'tasks.ts': [...cellar, ...rooms, 'config.ts'],
  'parts.ts': [...cellar, 'config.ts'],
  'app.ts': [...cellar, ...rooms, 'parts.ts', 'handlers.ts', 'means.ts', 'routes.ts', 'config.ts'],
  'work.ts': [...cellar, ...rooms, 'parts.ts', 'tasks.ts', 'config.ts'],
  'main.ts': [...cellar, ...rooms, 'routes.ts', 'config.ts', 'app.ts', 'commands'],
}

/** Libraries that make values of values: all that core knows of the world. */
const pure = new Set(['entities/decode', 'htmlparser2', 'marked', 'parse5', 'yaml', 'zod'])

const partOf = (path: string) => path.split('/')[1] ?? ''
const isOurs = (name: string) => name.startsWith('src/')
const isPackage = (name: string) => !isOurs(name) && !/^(?:\.\.|package\.json$|test\/|bench\/|bin\/)/.test(name)

test('every part of the house imports only what it may', () => {
  const wrong = sources().flatMap(({ path, imports }) =>
    imports
      .filter(isOurs)
      .map(partOf)
      .filter((part) => part !== partOf(path) && !may[partOf(path)]?.includes(part))
      .map(
        (part) =>
          `${path} imports ${part}/: ${partOf(path)}/ may import ${may[partOf(path)]?.join(', ') || 'nothing else'} (ARCHITECTURE.md). Move the code to where it belongs, or pass the part in from app.ts.`,
      ),
  )
  assert.deepEqual(wrong, [])
})

test('the program imports nothing of its tests, benches and papers', () => {
  const wrong = sources().flatMap(({ path, imports }) =>
    imports
      .filter((name) => !isOurs(name) && !isPackage(name) && !(path === 'src/main.ts' && name === 'package.json'))
      .map((name) => `${path} imports ${name}, which is no part of the program: move what it needs into src/.`),
  )
  assert.deepEqual(wrong, [])
})

test('core imports only core and pure libraries', () => {
  const wrong = sources('src/core/**/*.ts').flatMap(({ path, imports }) =>
    imports
      .filter((name) => isPackage(name) && !pure.has(name))
      .map(
        (name) =>
          `${path} imports ${name}: core is values in, values out. If it is that too, add it to "pure" in test/laws/imports.test.ts; else take what it gives as an argument.`,
      ),
  )
  assert.deepEqual(wrong, [])
})

test('what is imported is written as a plain text, so that these laws can read it', () => {
  const hidden = /\bimport\s*\(\s*(?!['"\s])|(?<![.\w])require\s*\(|\bgetBuiltinModule\b|\bprocess\s*\.\s*binding\b/
  const wrong = sources().flatMap(({ path, told }) => {
    const found = hidden.exec(told)?.[0]
    return found === undefined ? [] : [`${path} has "${found}": write import('…') with the name itself.`]
  })
  assert.deepEqual(wrong, [])
})

test('web knows of the database only how to listen to it', () => {
  const wrong = sources('src/web/**/*.ts').flatMap(({ path, running }) =>
    running
      .filter((name) => name.startsWith('src/db/') && name !== 'src/db/notify.ts')
      .map((name) => `${path} imports ${name}: pages read in rooms, web only renders and serves.`),
  )
  assert.deepEqual(wrong, [])
})

test('no files import each other in a circle', () => {
  const graph = new Map(sources().map(({ path, running }) => [path, running.filter(isOurs)]))
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) {
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
      done.add(path)
    }
  }
  for (const path of graph.keys()) walk(path, [])
  assert.deepEqual(circles, [], 'break the circle: move what both need into a file of its own')
})

test('the laws see every form of import, and none in comments and strings', () => {
  const { imports, running } = sourceOf(
    'src/reader/x.ts',
    `// import a from '../comment.ts'
import type { A } from '../type.ts'
import {
  b,
  type C,
} from '../lines.ts'
import '../alone.ts'
export { d } from "../again.ts"
export const x = "import e from '../string.ts'"
const y = \`\${await import('../later.ts')}\`
`,
  )
  const found = ['src/type.ts', 'src/lines.ts', 'src/again.ts', 'src/alone.ts', 'src/later.ts']
  assert.deepEqual(imports.toSorted(), found.toSorted())
  assert.ok(!running.includes('src/type.ts'))
})

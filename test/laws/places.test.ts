import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Source, sources } from './code.ts'

type Law = { what: RegExp; in: (path: string) => boolean; say: string; of?: (source: Source) => string }

const within =
  (...places: string[]) =>
  (path: string) =>
    places.some((place) => path.startsWith(`src/${place}`))

const laws: Readonly<Record<string, Law>> = {
  'SQL is written in db/': {
    what: /\bsql\s*(<[^;=]*?>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(|(?<!\breq)\.query(<[^;=]*?>)?\(/,
    in: within('db/', 'host/embedded.ts', 'host/database.ts', 'host/backup/'),
    say: 'put the statement into a function in src/db, in the file of its noun',
  },
  'fetch is in net/': {
    what: /(?<![.\w])fetch\((?!request: Request)|from "(undici|node:(https?|http2|tls|dns|dns\/promises))"/,
    in: within('net/', 'web/server.ts', 'web/conditional.ts', 'host/port.ts'),
    say: 'go out through the fetcher of src/net/fetch.ts, which checks addresses; take it as an argument',
    of: ({ code, imports }) => `${code}\n${imports.map((name) => `from "${name}"`).join('\n')}`,
  },
  'the environment is read in config.ts': {
    what: /process\s*\.\s*env\b|import\s*\{[^{}]*\benv\b[^{}]*\}\s*from ""|\{[^{}]*\benv\b[^{}]*\}\s*=\s*process\b/,
    in: within('config.ts'),
    say: 'add the setting to src/config.ts and take it from Config',
  },
  'the clock is passed in': {
    what: /new Date\(\s*\)|Date\.now\(/,
    in: within('app.ts', 'main.ts', 'commands/', 'host/'),
    say: 'take a Clock (src/core/clock.ts) or a moment as an argument',
  },
  'core has no randomness': {
    what: /Math\.random|random(Bytes|UUID|Int|Fill|FillSync)\b|getRandomValues/,
    in: (path) => !path.startsWith('src/core/'),
    say: 'take random bytes as an argument, as uuidv7 does',
  },
  'core waits for nothing': {
    what: /\bawait\b|\basync\b|new Promise\(|setTimeout\(/,
    in: (path) => !path.startsWith('src/core/'),
    say: 'load what you need before, and pass values in',
  },
}

for (const [name, law] of Object.entries(laws))
  test(name, () => {
    const wrong = sources()
      .filter(({ path }) => !law.in(path))
      .flatMap((source) => {
        const found = law.what.exec(law.of?.(source) ?? source.code)?.[0]
        return found === undefined ? [] : [`${source.path} has "${found}": ${law.say}.`]
      })
    assert.deepEqual(wrong, [])
  })

test('core imports nothing that reaches the outside', () => {
  const outside = /^node:(fs|net|http|https|dns|child_process|process|os|timers|worker_threads|cluster|dgram|tls)/
  const wrong = sources('src/core/**/*.ts').flatMap(({ path, imports }) =>
    imports
      .filter((name) => outside.test(name))
      .map((name) => `${path} imports ${name}: core is values in, values out.`),
  )
  assert.deepEqual(wrong, [])
})

test('public surfaces reach stories only through the published view', () => {
  const open = new Set(['published.ts', 'members.ts', 'connection.ts', 'network.ts', 'media.ts'])
  const surfaces = [...sources('src/reader/**/*.ts'), ...sources('src/syndication/**/*.ts')]
  const wrong = surfaces.flatMap(({ path, imports }) =>
    imports
      .filter((name) => name.startsWith('src/db/') && !open.has(name.slice('src/db/'.length)))
      .map(
        (name) =>
          `${path} imports ${name}: read stories through src/db/published.ts, which holds only what the gate shows.`,
      ),
  )
  assert.deepEqual(wrong, [])
})

test('the published view is all that db/published.ts reads texts from', () => {
  const [source] = sources('src/db/published.ts')
  assert.ok(source)
  const tables = [...source.text.matchAll(/selectFrom\('(\w+)'\)/g)].map(([, table]) => table)
  const allowed = ['publishedStories', 'withdrawnStories', 'hops', 'versions']
  assert.deepEqual(
    tables.filter((table) => !allowed.includes(table ?? '')),
    [],
    'read publishedStories',
  )
})

test('no account mail address is read for a public surface', () => {
  const readers = [
    ...sources('src/reader/**/*.ts'),
    ...sources('src/syndication/**/*.ts'),
    ...sources('src/db/published.ts'),
    ...sources('src/db/members.ts'),
  ]
  const wrong = readers
    .filter(({ code }) => /\b\w*(e?mail|Email)\w*\b/.test(code))
    .map(({ path }) => `${path} names a mail address: those of accounts never reach a public page.`)
  assert.deepEqual(wrong, [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Source, sourceOf, sources } from './code.ts'

type Law = {
  readonly what: RegExp
  readonly in: (path: string) => boolean
  readonly say: string
  /** What is looked at: the code without its strings, unless said otherwise. */
  readonly of?: (source: Source) => string
  /** Ways to break it, each of which it must see. */
  readonly breaks: readonly string[]
  /** What looks like it and is not. */
  readonly keeps?: readonly string[]
}

const within =
  (...places: readonly string[]) =>
  (path: string) =>
    places.some((place) => path.startsWith(`src/${place}`))
const outside =
  (...places: readonly string[]) =>
  (path: string) =>
    !within(...places)(path)

const withImports = ({ code, running }: Source) => `${code}\n${running.map((name) => `from "${name}"`).join('\n')}`

const laws: Readonly<Record<string, Law>> = {
  'SQL is written in db/': {
    what: /\bsql\s*(<[^;=]*?>)?`|\bsql\s*\.\s*\w+\(|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|withRecursive|executeQuery)\(|(?<!\breq)\.query(<[^;=]*?>)?\(|from "(pg|kysely)"/,
    in: within('db/', 'host/embedded.ts', 'host/database.ts', 'host/backup/'),
    say: 'put the statement into a function in src/db, in the file of its noun',
    of: withImports,
    breaks: [
      'await sql`select 1`.execute(db)',
      'await sql<{ a: string }>`select 1`.execute(db)',
      "sql.raw('select 1')",
      "db.selectFrom('stories')",
      "db.mergeInto('stories')",
      "client.query<{ a: string }>('select 1')",
      "import pg from 'pg'",
      "const { sql: s } = await import('kysely')",
    ],
    keeps: ["c.req.query('before')", "import type { Selectable } from 'kysely'", "'sql`'"],
  },
  'fetch is in net/': {
    what: /(?<![.\w])fetch\((?!request: Request)|\bglobal(?:This)?\s*[.[]|=\s*fetch\b(?!\s*[:(])|\bnew\s+(?:WebSocket|EventSource|XMLHttpRequest)\b|\bsendBeacon\b|from "(?:undici|(?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises))"/,
    in: within(
      'net/',
      'web/server.ts',
      'web/client-address.ts',
      'host/port.ts',
      'demo/sites.ts',
      'demo/applicants.ts',
      'config.ts',
    ),
    say: 'go out through the fetcher of src/net/fetch.ts, which checks addresses; take it as an argument',
    of: withImports,
    breaks: [
      'await fetch(url)',
      'await globalThis.fetch(url)',
      "globalThis['fetch'](url)",
      'const go = fetch',
      'new WebSocket(url)',
      "import { request } from 'node:https'",
      "const { connect } = await import('net')",
      "import { Agent } from 'undici'",
    ],
    keeps: [
      'context.fetcher.fetch(url)',
      'type A = { fetch(request: Request): Response }',
      "import type { Server } from 'node:http'",
    ],
  },
  'texts are brought into a normal form by core/normal-form.ts': {
    what: /\.\s*normalize\(/,
    in: within('core/normal-form.ts'),
    say: 'call inNormalForm, which does not wait for marks without end',
    breaks: ["text.normalize('NFC')", "text\n    .normalize('NFKD')"],
    keeps: ["inNormalForm(text, 'NFC')", 'normalize(join(dirname(path), name))'],
  },
  'the environment is read in config.ts': {
    what: /process\s*(?:\.\s*env\b|\[)|\benv\b[^{};=]*\}\s*(?:from ""|=\s*process\b)|\bloadEnvFile\b/,
    in: within('config.ts'),
    say: 'add the setting to src/config.ts and take it from Config',
    breaks: [
      'process.env.PORT',
      "process['env']",
      "import { env } from 'node:process'",
      "import { argv, env as e } from 'node:process'",
      'const { env } = process',
      "process.loadEnvFile('.env')",
    ],
    keeps: ['const { env } = options', "'process.env'"],
  },
  'the clock is passed in': {
    what: /new\s+Date\b(?!\s*\(\s*[^)\s])|(?<!new\s)(?<![.\w])Date\(|\bDate\s*(?:\.\s*now\b|\[(?!\s*\]))|\bTemporal\s*\.\s*Now\b|\bhrtime\b|\btimeOrigin\b/,
    in: within('app.ts', 'main.ts', 'commands/', 'host/'),
    say: 'take a Clock (src/core/clock.ts) or a moment as an argument',
    breaks: [
      'new Date()',
      'new Date( )',
      'new Date',
      'Date.now()',
      'const now = Date.now',
      'Date()',
      "Date['now']()",
      'Temporal.Now.instant()',
      'process.hrtime()',
    ],
    keeps: [
      'new Date(moment)',
      'readonly Date[]',
      'new Date(\n  Date.UTC(2026, 0, 1),\n)',
      'Date.parse(text)',
      'toDate(text)',
    ],
  },
  'the database’s clock is asked only of things that are no moments of the newsroom': {
    what: /\b(?:now|(?:clock|statement|transaction)_timestamp|timeofday)\(\s*\)|\b(?:current_(?:timestamp|date|time)|localtime(?:stamp)?)\b/i,
    in: (path) => !path.startsWith('src/db/') || ['src/db/workers.ts', 'src/db/server.ts'].includes(path),
    say: 'take the moment as an argument, so that a test owns it',
    of: ({ told }) => told,
    breaks: ['sql`select now()`', 'sql`select CURRENT_TIMESTAMP`', "'clock_timestamp()'"],
    keeps: ['const now = claim.now', 'sql`select known(1)`'],
  },
  'core has no randomness and no clock': {
    what: /\bMath\s*(?:\.\s*random\b|\[)|\brandom(?:Bytes|UUID|Int|Fill|FillSync)\b|\bgetRandomValues\b|\bperformance\b/,
    in: outside('core/'),
    say: 'take random bytes or a moment as an argument, as uuidv7 does',
    breaks: ['Math.random()', "Math['random']()", 'crypto.randomUUID()', 'performance.now()'],
    keeps: ['Math.round(1)', 'function uuidv7(random: Uint8Array) {}'],
  },
  'core waits for nothing': {
    what: /\bawait\b|\basync\b|\bPromise\b|\.then\(|\b(?:setTimeout|setInterval|setImmediate|queueMicrotask|nextTick)\b/,
    in: outside('core/'),
    say: 'load what you need before, and pass values in',
    breaks: ['await x', 'async () => 1', 'new Promise(f)', 'x.then(f)', 'setImmediate(f)', 'process.nextTick(f)'],
  },
}

for (const [name, law] of Object.entries(laws)) {
  const brokenBy = (source: Source) => law.what.exec(law.of?.(source) ?? source.code)?.[0]

  test(name, () => {
    const wrong = sources()
      .filter(({ path }) => !law.in(path))
      .flatMap((source) => {
        const found = brokenBy(source)
        return found === undefined ? [] : [`${source.path} has "${found}": ${law.say}.`]
      })
    assert.deepEqual(wrong, [])
  })

  test(`${name}: the law sees what breaks it`, () => {
    for (const code of law.breaks) assert.ok(brokenBy(sourceOf('src/core/x.ts', code)), code)
    for (const code of law.keeps ?? []) assert.equal(brokenBy(sourceOf('src/core/x.ts', code)), undefined, code)
  })
}

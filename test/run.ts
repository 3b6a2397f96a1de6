/**
 * Runs the tests: one PostgreSQL for all of them, files in parallel.
 *
 *   npm run tests [-- PATH …] [--postgres 15]
 *
 * `--postgres 15` takes a PostgreSQL 15 from Debian, or `DATABASE_URL` where that is set.
 */
import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { startCluster } from './support/cluster.ts'
import { compiled } from './support/compiled.ts'
import { makeTemplate } from './support/databases.ts'

const { values, positionals } = parseArgs({ options: { postgres: { type: 'string' } }, allowPositionals: true })
const everything = ['src/**/*.test.ts', 'test/**/*.test.ts']
const patterns =
  positionals.length === 0
    ? everything
    : positionals.map((path) => (isFolder(path) ? `${path.replace(/\/$/, '')}/**/*.test.ts` : path))
const files = patterns.flatMap((pattern) => globSync(pattern)).sort()
if (files.length === 0) {
  console.error(`No test is at ${positionals.join(', ')}.`)
  process.exit(1)
}

const given = values.postgres === undefined ? undefined : process.env.DATABASE_URL
const cluster = given
  ? { url: given, stop: async () => undefined, stopNow: () => undefined }
  : await startCluster(values.postgres)
// Who breaks the run off leaves no PostgreSQL behind, nor its data in memory.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
process.once('exit', () => cluster.stopNow())
let status = 1
try {
  await makeTemplate(cluster.url)
  status = await run(files, {
    ...process.env,
    ...{ WIREROOM_TEST_DATABASE: cluster.url, NODE_ENV: 'test', DATABASE_URL: '', NODE_COMPILE_CACHE: compiled },
  })
} finally {
  await cluster.stop()
}
process.exit(status)

function run(list: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      '--test',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      '--test-reporter=./test/support/closing.mjs',
      '--test-reporter-destination=stdout',
      '--test-timeout=120000',
      // What a failed test left open must not keep the run from ending.
      '--test-force-exit',
      '--test-concurrency=2',
      ...list,
    ],
    {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  process.once('exit', () => child.kill())
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

/** Databases for tests, each its own, cloned in milliseconds from one that has been migrated. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Reach } from '../../src/db/connection.ts'
import { migrate } from '../../src/db/migrate.ts'
import { startCluster } from './cluster.ts'

/** Set by `test/run.ts`: the connection string of the server all test files share. */
const shared = 'WIREROOM_TEST_DATABASE'
export const template = 'wireroom_template'

export type TestDatabase = { readonly reach: Reach; readonly url: string } & AsyncDisposable

let own: Promise<string> | undefined

/** The server's address: the shared one, or one of this file's own when it is run alone. */
async function server(): Promise<string> {
  const given = process.env[shared]
  if (given) return given
  own ??= (async () => {
    const cluster = await startCluster()
    process.once('exit', () => cluster.stopNow())
    await makeTemplate(cluster.url)
    return cluster.url
  })()
  return await own
}

/** Makes the database every test's own is cloned from, with today's migrations. */
export async function makeTemplate(url: string): Promise<void> {
  await administer(url, `drop database if exists ${template}`)
  await administer(url, `create database ${template}`)
  const clock = () => new Date('2026-11-24T09:00:00Z')
  await migrate({ url: templateUrl(url) }, { url: 'http://localhost:3000', clock })
}

/** Where that database is, on a server of this address. */
export function templateUrl(url: string): string {
  return inDatabase(url, template)
}

/** `empty`: without even the migrations. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const url = await server()
  const name = `t_${randomBytes(8).toString('hex')}`
  await administer(url, `create database ${name} template ${options.empty ? 'template0' : template}`)
  const address = inDatabase(url, name)
  return {
    url: address,
    reach: { url: address },
    async [Symbol.asyncDispose]() {
      await administer(url, `drop database ${name} with (force)`)
    },
  }
}

function inDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`)
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (let tries = 0; ; tries += 1) {
      try {
        await client.query(statement)
        return
      } catch (error) {
        // A clone fails while another one is being made of the same template in this very moment.
        if ((error as { code?: string }).code !== '55006' || tries > 50) throw error
        await new Promise((resolve) => setTimeout(resolve, 20 + tries * 10))
      }
    }
  } finally {
    await client.end()
  }
}

/**
 * A PostgreSQL for tests, without the care for the disk that real data needs: the embedded one, or one of the machine's
 * own versions from Debian. It lives in a temporary folder, in memory where there is room, and dies with its tests.
 */
import { execFile, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chown, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { findBinaries } from '../../src/host/postgres/binaries.ts'
import { chooseRunner } from '../../src/host/postgres/runner.ts'

const run = promisify(execFile)

export type Cluster = {
  readonly url: string
  stop(): Promise<void>
  /** The same for a process that is ending and waits for nothing any more. */
  stopNow(): void
}

/** `version` undefined: the embedded one. Throws where a version is not installed, saying how to. */
export async function startCluster(version?: string): Promise<Cluster> {
  const folder = await mkdtemp(join(await quickFolder(), 'wireroom-tests-'))
  const bin = version === undefined ? (await findBinaries()).folder : `/usr/lib/postgresql/${version}/bin`
  const runner = await chooseRunner(join(folder, 'data'), [bin]).catch(async () => {
    throw new Error(`PostgreSQL ${version} is not at ${bin}: install it with "apt-get install postgresql-${version}".`)
  })
  // mkdtemp's folder is its maker's alone; root hands PostgreSQL to somebody else.
  if (process.geteuid?.() === 0) await chown(folder, runner.owner.uid, runner.owner.gid)
  const locale =
    version === undefined ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8']
  const init = runner.command(join(bin, 'initdb'), [
    '-D',
    join(folder, 'data'),
    '-U',
    'wireroom',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-sync',
    ...locale,
  ])
  await run(init.file, [...init.args], init.options as object)
  const careless = [
    'fsync=off',
    'full_page_writes=off',
    'max_wal_size=256MB',
    'synchronous_commit=off',
    'max_connections=300',
    'shared_buffers=128MB',
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'jit=off',
    'autovacuum=off',
  ]
  const { file, args, options } = runner.command(join(bin, 'postgres'), [
    '-D',
    join(folder, 'data'),
    ...careless.flatMap((word) => ['-c', word]),
  ])
  const server = spawn(file, [...args], { ...options, stdio: ['ignore', 'ignore', 'ignore'], detached: true })
  server.unref()
  const url = `postgres://wireroom@localhost/postgres?host=${encodeURIComponent(folder)}`
  await untilReady(url)
  return {
    url,
    async stop() {
      server.kill('SIGQUIT')
      await sleep(100)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    stopNow() {
      server.kill('SIGQUIT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
    },
  }
}

/**
 * Every test has a database of its own, and each is some seven hundred files: to make them costs a disk's file system half
 * a second or less, and memory a fortieth of that. Containers often have little there; then it is the disk.
 */
export async function quickFolder(memory = '/dev/shm', needed = 1024 ** 3): Promise<string> {
  const place = await statfs(memory).catch(() => undefined)
  return place && place.bavail * place.bsize >= needed ? memory : tmpdir()
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client(url)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (tries > 300) throw error
      await sleep(50)
    }
  }
}

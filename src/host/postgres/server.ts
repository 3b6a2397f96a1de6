/** The running server: started when nobody has, found when somebody has, stopped without losing anything. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { Unavailable } from '../../core/errors.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { diskTrouble, makeCluster, makeSocketDirectory, reason, socketDirectory, socketName } from './cluster.ts'
import { chooseRunner, handOver, type Runner } from './runner.ts'
import { clearStaleLocks } from './stale-locks.ts'

export type Place = {
  readonly data: string
  readonly cluster: string
  readonly socket: string
  readonly logs: string
}

export function placeOf(data: string): Place {
  return { data, cluster: join(data, 'postgres'), socket: socketDirectory(data), logs: join(data, 'log') }
}

/**
 * Starts the server, making its cluster first where there is none. Answers when it has been started, not yet when it
 * answers; somebody else's start at the same time is fine. Throws Unavailable with what to do.
 */
export async function startServer(place: Place): Promise<void> {
  const binaries = await findBinaries()
  await makeData(place.data)
  const runner = await chooseRunner(place.cluster, [binaries.folder])
  await makeCluster(place.cluster, binaries, runner)
  await handOver(place.cluster, runner)
  await makeSocketDirectory(place.socket, place.data, runner)
  await makeLogs(place.logs, runner)
  await launch(place, binaries, runner)
}

/** Stops the server: clients are sent away, everything is on disk. Harder when it takes longer than `ms`. */
export async function stopServer(place: Place, ms: number): Promise<void> {
  const pid = await postmasterPid(place)
  if (pid === undefined) return
  for (const [signal, wait] of [
    ['SIGINT', ms],
    ['SIGQUIT', 1_000],
    ['SIGKILL', 1_000],
  ] as const) {
    if (!send(pid, signal)) return
    const end = Date.now() + wait
    while (Date.now() < end) {
      await sleep(20)
      if (!send(pid, 0)) return
    }
  }
}

/** The postmaster's process id as its own file says it; undefined when it does not run. */
export async function postmasterPid(place: Place): Promise<number | undefined> {
  const text = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

async function makeData(data: string): Promise<void> {
  try {
    // Passing through is allowed for the user root hands PostgreSQL to; what is inside has doors of its own.
    await mkdir(data, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 })
  } catch (error) {
    throw diskTrouble(error, data)
  }
}

async function makeLogs(logs: string, runner: Runner): Promise<void> {
  try {
    await mkdir(logs, { recursive: true, mode: 0o700 })
    if (process.geteuid?.() === 0) await chown(logs, runner.owner.uid, runner.owner.gid)
    await chmod(logs, 0o700)
  } catch (error) {
    throw diskTrouble(error, logs)
  }
}

/** Tuned for one small machine: little memory, nothing on the network, everything that a crash could cost on disk. */
function settings(place: Place): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: `"${place.socket.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    cluster_name: 'wireroom',
    max_connections: '100',
    shared_buffers: '48MB',
    max_wal_size: '512MB',
    min_wal_size: '64MB',
    wal_level: 'replica',
    huge_pages: 'off',
    jit: 'off',
    // Containers give little shared memory for parallel workers, and one request should not take every core.
    max_parallel_workers_per_gather: '0',
    timezone: 'UTC',
    logging_collector: 'on',
    log_directory: place.logs,
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '10MB',
    log_timezone: 'UTC',
  }
}

async function launch(place: Place, binaries: Binaries, runner: Runner): Promise<void> {
  const words = Object.entries(settings(place)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { file, args, options } = runner.command(binaries.postgres, ['-D', place.cluster, ...words])
  // What it says before its own log begins, each start in a file of its own: several may be made at once.
  const startLog = join(place.logs, `postgres-start-${randomBytes(6).toString('hex')}.log`)
  const output = openSync(startLog, 'w', 0o600)
  try {
    const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', output, output] })
    const early = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', resolve)
    })
    child.unref()
    const code = await Promise.race([early, listening(place)])
    if (code === 'listening') return
    const said = await readFile(startLog, 'utf8')
    // Another process was faster, or the backends of one that was killed are still going: the caller tries again.
    if (/lock file/i.test(said)) return await clearStaleLocks(place.cluster, place.socket)
    if (/postmaster\.pid|already in use|shared memory block|Is another postmaster/i.test(said)) return
    // On a full disk not even this much could be written down.
    const trouble = said === '' && (await isFull(place.data)) ? 'No space left' : reason(said)
    throw diskTrouble(new Unavailable(`The embedded database did not start: ${trouble}`), place.cluster)
  } finally {
    closeSync(output)
    await rm(startLog, { force: true })
  }
}

/** Until its socket is there; a server that recovers from a crash has one before it lets anybody in. */
async function listening(place: Place): Promise<'listening'> {
  for (let tries = 0; tries < 500; tries += 1) {
    await sleep(10)
    if (existsSync(join(place.socket, socketName))) break
  }
  return 'listening'
}

/** Whether a disk has no room for what PostgreSQL writes while it starts. */
async function isFull(path: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize < 1024 * 1024
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

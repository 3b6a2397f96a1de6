/** Locks of a server that is gone, in the way of the next one: cleared without anybody's hand. */
import { chown, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { socketName } from './cluster.ts'

/** No process has it: above the highest number any system gives. */
const nobodysNumber = 2_147_483_646

/** How long, in ms, a server may take between making a lock and having written it. */
const writing = 200

/**
 * After a power cut another program may have the number that a lock names, or the lock was never written whole:
 * PostgreSQL then asks for a hand. Only the number is changed, so that it still looks by itself for living remains.
 */
export async function clearStaleLocks(cluster: string, sockets: string): Promise<void> {
  for (const lock of [join(cluster, 'postmaster.pid'), join(sockets, `${socketName}.lock`)]) {
    const text = await settled(lock)
    if (text === undefined) continue
    const [number = '', ...rest] = text.split('\n')
    if (!/^-?\d+$/.test(number)) await rm(lock, { force: true })
    else if (!(await mayBePostmaster(Math.abs(Number(number)), cluster))) await rename(await named(lock, rest), lock)
  }
}

/** What a lock says when nobody is just writing it; undefined where there is none, or somebody is. */
async function settled(lock: string): Promise<string | undefined> {
  const text = await readFile(lock, 'utf8').catch(() => undefined)
  await sleep(writing)
  const again = await readFile(lock, 'utf8').catch(() => undefined)
  return text === again ? text : undefined
}

async function named(lock: string, rest: readonly string[]): Promise<string> {
  const { uid, gid } = await stat(lock)
  const draft = `${lock}.stale`
  await writeFile(draft, [nobodysNumber, ...rest].join('\n'), { mode: 0o600 })
  if (process.geteuid?.() === 0) await chown(draft, uid, gid)
  return draft
}

/** Whether this process may be a PostgreSQL on these files. A zombie is none; what cannot be told is one. */
async function mayBePostmaster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const [program = '', ...args] = line.split('\0')
  if (!program.endsWith('postgres')) return false
  const folder = args[args.indexOf('-D') + 1]
  if (folder === undefined) return true
  const [theirs, ours] = await Promise.all([folder, cluster].map((path) => realpath(path).catch(() => path)))
  return theirs === ours
}

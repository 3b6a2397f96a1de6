/** PostgreSQL's own files: made whole or not at all, never another version's, and on disk behind private doors. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, lchown, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { Unavailable } from '../../core/errors.ts'
import type { Binaries } from './binaries.ts'
import type { Runner } from './runner.ts'

export const superuser = 'wireroom'

/** Makes the cluster where there is none. Several processes may try at once: one wins, the others use what it made. */
export async function makeCluster(cluster: string, binaries: Binaries, runner: Runner): Promise<void> {
  const version = await versionOf(cluster)
  if (version === binaries.major) return
  if (version !== undefined) {
    throw new Unavailable(
      `${cluster} was written by PostgreSQL ${version}, and this program brings PostgreSQL ${binaries.major}: go back to the program you used before, or move the data as docs/operating.md says under "Another PostgreSQL".`,
    )
  }
  const draft = `${cluster}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(draft, { mode: 0o700 })
    await lchown(draft, runner.owner.uid, runner.owner.gid)
    await initdb(draft, binaries, runner)
    await rename(draft, cluster)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Somebody else's is already there: rename never replaces a folder that has something in it.
    if ((await versionOf(cluster)) === binaries.major) return
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTEMPTY' || code === 'EEXIST')
      throw new Unavailable(
        `${cluster} holds something that is no database: move it away, or set WIREROOM_DATA to another folder.`,
        { cause: error },
      )
    throw diskTrouble(error, cluster)
  }
}

/** The major version a cluster was written by; undefined where there is none. */
async function versionOf(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw diskTrouble(error, cluster)
  }
}

async function initdb(folder: string, binaries: Binaries, runner: Runner): Promise<void> {
  const words = [
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]
  const { file, args, options } = runner.command(binaries.initdb, ['-D', folder, '-U', superuser, ...words])
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Unavailable(`The embedded database could not be made: ${reason(said)}`)
}

/** The line of PostgreSQL's talk that says what is wrong. */
export function reason(said: string): string {
  const lines = said.split('\n').map((line) => line.trim())
  const telling = lines.filter((line) => /No space left|FATAL|PANIC|error/i.test(line)).at(-1)
  return (telling ?? lines.filter(Boolean).at(-1) ?? 'it did not say why.').replace(/^.*?(FATAL|PANIC|error): +/, '')
}

/** What the disk refused, as a sentence for the operator; other errors as they are. */
export function diskTrouble(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left|disk full/i.test(String(error))) {
    return new Unavailable(`The disk that holds ${path} is full: make room, then start again.`, { cause: error })
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new Unavailable(`${path} cannot be a folder, a file stands in its place: set WIREROOM_DATA to another.`, {
      cause: error,
    })
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Unavailable(
      `${path} cannot be written by user ${process.geteuid?.()}: change its owner, or set WIREROOM_DATA to a folder of yours.`,
      { cause: error },
    )
  }
  return error
}

/** The longest socket path that every Unix takes (104 bytes on macOS, 108 on Linux, with the zero at the end). */
const longestSocketPath = 103
export const socketName = '.s.PGSQL.5432'

/** Where the server listens: in the data directory, or under /tmp where its path would be too long for a socket. */
export function socketDirectory(data: string): string {
  const inside = join(data, 'run')
  if (Buffer.byteLength(join(inside, socketName)) <= longestSocketPath) return inside
  return `/tmp/wireroom-${createHash('sha256').update(data).digest('hex').slice(0, 20)}`
}

/** Only its owner may enter it; one that stands among other people's files must be ours already. */
export async function makeSocketDirectory(path: string, data: string, runner: Runner): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskTrouble(error, path)
  }
  await refuseStrangers(path, data, runner.owner.uid)
  await lchown(path, runner.owner.uid, runner.owner.gid)
  await chmod(path, 0o700)
}

/**
 * Whoever listens in a folder that is not ours would be given all we write. Inside the data directory nobody else can
 * put one; under /tmp anybody can. Throws Unavailable for somebody else's.
 */
export async function refuseStrangers(path: string, data: string, ownerOfData: number): Promise<void> {
  if (path.startsWith(join(data, '/'))) return
  const found = await lstat(path).catch(() => undefined)
  if (!found) return
  const ours = found.uid === process.geteuid?.() || found.uid === ownerOfData
  if (found.isDirectory() && ours && (found.mode & 0o022) === 0) return
  throw new Unavailable(`${path} belongs to somebody else: remove it, or set WIREROOM_DATA to a shorter path.`)
}

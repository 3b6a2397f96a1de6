/**
 * Who runs PostgreSQL. It refuses to run as root, so root hands it to the user the data belongs to, or to nobody; where
 * that user cannot reach the folders (a checkout under /root, say), to a user namespace in which root is nobody.
 */
import { type SpawnOptions, spawn } from 'node:child_process'
import { chmod, lchown, lstat, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { Unavailable } from '../../core/errors.ts'

export type Runner = {
  /** Who owns the files PostgreSQL works on, as this process sees it. */
  readonly owner: { readonly uid: number; readonly gid: number }
  /** How a program is started as that user. */
  command(program: string, args: readonly string[]): { file: string; args: readonly string[]; options: SpawnOptions }
}

/** The user and group without rights on every Unix. */
const nobody = { uid: 65_534, gid: 65_534 }

// Nothing of our environment is PostgreSQL's affair; PGOPTIONS and the like would change what it does.
const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Chooses from the owner of the data in `cluster` (which may not exist yet) and the folders that must be reachable.
 * Throws Unavailable when root has nobody to hand it to.
 */
export async function chooseRunner(cluster: string, folders: readonly string[]): Promise<Runner> {
  const uid = process.geteuid?.() ?? 0
  if (uid !== 0) return asSelf(uid)
  const found = await stat(cluster).catch(() => undefined)
  const belongsToSomebody = found !== undefined && found.uid !== 0 && found.uid !== nobody.uid
  const user = belongsToSomebody ? { uid: found.uid, gid: found.gid } : nobody
  const closed = await firstClosed([...folders, dirname(cluster)], user.uid)
  if (closed === undefined) return asUser(user)
  if (!belongsToSomebody && (await namespaceWorks())) return inNamespace()
  throw new Unavailable(
    `PostgreSQL does not run as root, and user ${user.uid}, who would run it, cannot enter ${closed}. Keep the program and WIREROOM_DATA outside of private folders (e.g. in /opt/wireroom and /var/lib/wireroom), or start it as an ordinary user, or set DATABASE_URL.`,
  )
}

/** Gives a folder and all in it to the runner, where it is not theirs yet. Only for a folder nobody is using. */
export async function handOver(folder: string, { owner }: Runner): Promise<void> {
  if (process.geteuid?.() !== 0) return
  const { uid } = await lstat(folder)
  if (uid === owner.uid) return
  for (const entry of await readdir(folder, { recursive: true }))
    await lchown(join(folder, entry), owner.uid, owner.gid)
  // The folder itself last: it tells whether all of it was handed over.
  await lchown(folder, owner.uid, owner.gid)
  await chmod(folder, 0o700)
}

function asSelf(uid: number): Runner {
  return {
    owner: { uid, gid: process.getegid?.() ?? 0 },
    command: (file, args) => ({ file, args, options: { cwd: '/', env } }),
  }
}

function asUser(owner: { uid: number; gid: number }): Runner {
  return { owner, command: (file, args) => ({ file, args, options: { cwd: '/', env, ...owner } }) }
}

function inNamespace(): Runner {
  return {
    owner: { uid: 0, gid: 0 },
    command: (file, args) => ({
      file: 'unshare',
      args: ['--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, '--', file, ...args],
      options: { cwd: '/', env },
    }),
  }
}

async function namespaceWorks(): Promise<boolean> {
  const { file, args, options } = inNamespace().command('true', [])
  return await new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}

/** The first folder on the way to one of these that the user may not enter. */
async function firstClosed(folders: readonly string[], uid: number): Promise<string | undefined> {
  for (const folder of folders) {
    for (const step of steps(folder)) {
      const { mode, uid: owner } = await stat(step)
      const may = owner === uid ? 0o100 : 0o001
      if ((mode & may) === 0) return step
    }
  }
  return undefined
}

/** `/a/b` → `/`, `/a`, `/a/b`. */
function steps(folder: string): string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [...steps(above), folder]
}

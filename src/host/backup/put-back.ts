/** Puts a backup back: unpacked beside, looked over, and only then exchanged for what was there, which is kept. */
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract as createExtract } from 'tar-stream'
import { z } from 'zod'
import type { Clock } from '../../core/clock.ts'
import { Conflict, Invalid } from '../../core/errors.ts'
import { findBinaries } from '../postgres/binaries.ts'
import { placeOf, postmasterPid } from '../postgres/server.ts'
import type { Manifest } from './take.ts'

export type PutBack = { readonly manifest: Manifest; readonly keptIn: string; readonly settings: string }

const shape = z.object({ format: z.literal(1), at: z.iso.datetime(), postgres: z.string().nullable() })

/**
 * Throws Invalid for an archive that is none, is damaged or is of another version, Conflict while the program runs; in
 * each case nothing has changed.
 */
export async function putBack(file: string, data: string, clock: Clock): Promise<PutBack> {
  await refuseWhileRunning(data)
  await mkdir(data, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 })
  const stamp = clock().toISOString().replace(/[:.]/g, '-')
  const draft = join(data, `restoring-${stamp}`)
  const keptIn = join(data, `before-restore-${stamp}`)
  try {
    await unpack(file, draft)
    const manifest = await readManifest(draft)
    await exchange(draft, data, keptIn, manifest)
    const settings = await readFile(join(draft, 'settings.env'), 'utf8').catch(() => '')
    return { manifest, keptIn, settings }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Throws Conflict while somebody uses the data. */
export async function refuseWhileRunning(data: string): Promise<void> {
  if (await isRunning(placeOf(data)))
    throw new Conflict('Wireroom is running on this data directory: stop it before restoring.')
}

async function isRunning(place: ReturnType<typeof placeOf>): Promise<boolean> {
  const pid = await postmasterPid(place)
  if (pid === undefined) return false
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (line !== undefined) return line.includes('postgres')
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function unpack(file: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 })
  const archive = createExtract()
  try {
    await Promise.all([pipeline(createReadStream(file), createGunzip(), archive), writeEntries()])
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && message.includes(file)) throw new Invalid(`There is no file ${file}.`)
    if (error instanceof Invalid || code === 'ENOSPC') throw error
    throw new Invalid(`${file} is no whole backup (${message}): nothing was changed.`)
  }

  async function writeEntries(): Promise<void> {
    for await (const entry of archive) {
      const { name, type } = entry.header
      const parts = name.split('/').filter(Boolean)
      if (name.startsWith('/') || parts.includes('..'))
        throw new Invalid(`${file} has an entry that leads elsewhere: ${name}.`)
      const path = join(to, ...parts)
      if (type === 'directory') {
        await mkdir(path, { recursive: true, mode: 0o700 })
        entry.resume()
      } else if (type === 'file') {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await pipeline(entry, createWriteStream(path, { mode: 0o600, flush: true }))
      } else throw new Invalid(`${file} holds something that is neither file nor folder: ${name}.`)
    }
  }
}

async function readManifest(draft: string): Promise<Manifest> {
  const read = shape.safeParse(JSON.parse(await readFile(join(draft, 'manifest.json'), 'utf8').catch(() => 'null')))
  if (!read.success) throw new Invalid('This archive is no backup of Wireroom: it has no manifest that can be read.')
  const { postgres } = read.data
  if (postgres !== null) {
    const { major } = await findBinaries()
    if (postgres !== major)
      throw new Invalid(
        `This backup is of PostgreSQL ${postgres}, and this program brings ${major}: restore it with the program it was taken with.`,
      )
    const label = await stat(join(draft, 'postgres', 'backup_label')).catch(() => undefined)
    if (!label) throw new Invalid('This backup lacks the end of its database: it was not taken to the end.')
  }
  return read.data
}

async function exchange(draft: string, data: string, keptIn: string, manifest: Manifest): Promise<void> {
  await mkdir(keptIn, { mode: 0o700 })
  if (manifest.postgres !== null) {
    await moveIfThere(join(data, 'postgres'), join(keptIn, 'postgres'))
    await chmod(join(draft, 'postgres'), 0o700)
    await rename(join(draft, 'postgres'), join(data, 'postgres'))
  }
  await moveIfThere(join(data, 'secret'), join(keptIn, 'secret'))
  await moveIfThere(join(draft, 'secret'), join(data, 'secret'))
  // Media are named by their content: what is there already is the same, and more of it harms nobody.
  await merge(join(draft, 'media'), join(data, 'media'))
}

async function moveIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

async function merge(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true }).catch(() => [])) {
    if (entry.isDirectory()) await merge(join(from, entry.name), join(to, entry.name))
    else {
      await mkdir(to, { recursive: true })
      await rename(join(from, entry.name), join(to, entry.name))
    }
  }
}

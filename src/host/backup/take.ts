/**
 * Takes a backup while everything runs: the server's own online base backup (PostgreSQL manual, 26.3.3, "Making a Base
 * Backup Using the Low Level API") with the write-ahead log it needs, the media, the secret and the settings, in one
 * archive.
 */
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { pack as createPack, type Pack } from 'tar-stream'
import type { Config } from '../../config.ts'
import type { Clock } from '../../core/clock.ts'
import { Invalid, Unavailable } from '../../core/errors.ts'
import { connectionOptions, type Reach } from '../../db/connection.ts'
import { placeOf } from '../postgres/server.ts'

export type Manifest = {
  readonly format: 1
  /** When it was begun, RFC 3339: later recalls are applied again after restoring. */
  readonly at: string
  /** The PostgreSQL major version of the files; null when the database is elsewhere and not in here. */
  readonly postgres: string | null
}

export type Taken = { readonly bytes: number; readonly database: boolean; readonly media: number }

/** Where the archive is written until it is whole. */
export function draftOf(file: string): string {
  return `${file}.part`
}

/**
 * Writes the archive, whole or not at all, readable by its owner only: the secret is in it. Throws Invalid for a place
 * where no file can be, Unavailable where the disk does not let us.
 */
export async function takeBackup(
  file: string,
  config: Config,
  reach: Reach,
  clock: Clock,
  progress: (words: string) => void = () => undefined,
): Promise<Taken> {
  const draft = draftOf(file)
  const out = await openDraft(file)
  const archive = createPack()
  const written = pipeline(archive, createGzip({ level: 4 }), out.createWriteStream({ flush: true }))
  // The failure of either side is the failure of both, told once.
  written.catch((error: Error) => archive.destroy(error))
  try {
    const embedded = config.databaseUrl === undefined
    const at = clock().toISOString()
    const postgres = embedded ? (await readFile(join(placeOf(config.data).cluster, 'PG_VERSION'), 'utf8')).trim() : null
    await addText(archive, 'manifest.json', JSON.stringify({ format: 1, at, postgres } satisfies Manifest))
    await addText(archive, 'settings.env', settingsText(config))
    await addIfThere(archive, join(config.data, 'secret'), 'secret')
    if (embedded) await addDatabase(archive, placeOf(config.data).cluster, reach, progress)
    const media = await addFolder(archive, join(config.data, 'media'), 'media')
    archive.finalize()
    await written
    await rename(draft, file)
    return { bytes: (await stat(file)).size, database: embedded, media }
  } catch (error) {
    archive.destroy()
    await written.catch(() => undefined)
    await rm(draft, { force: true })
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC'
      ? new Unavailable(`The disk that holds ${file} is full: nothing was written.`, { cause: error })
      : error
  }
}

async function openDraft(file: string): Promise<FileHandle> {
  const there = await stat(file).catch(() => undefined)
  if (there?.isDirectory())
    throw new Invalid(`${file} is a folder: say a file in it, e.g. ${join(file, 'wireroom.tar.gz')}.`)
  const draft = draftOf(file)
  try {
    // Not one that is left over: it might be readable by others.
    await rm(draft, { force: true })
    return await open(draft, 'wx', 0o600)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new Invalid(`There is no folder ${dirname(file)}: make it, or say another.`, { cause: error })
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new Unavailable(`${dirname(file)} cannot be written by user ${process.geteuid?.()}: say another folder.`, {
        cause: error,
      })
    throw error
  }
}

function settingsText(config: Config): string {
  const lines = Object.entries(config.given).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return `# The settings in force when this backup was taken.\n${lines.join('\n')}\n`
}

async function addDatabase(
  archive: Pack,
  cluster: string,
  reach: Reach,
  progress: (words: string) => void,
): Promise<void> {
  const client = new pg.Client(connectionOptions(reach, 'wireroom backup'))
  client.on('error', () => undefined)
  await client.connect()
  try {
    // A slot of this session alone keeps the log that is written meanwhile.
    const slot = `backup_${process.pid}_${Math.floor(performance.now())}`
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
    const { rows: starts } = await client.query<{ file: string }>(
      "select pg_walfile_name(pg_backup_start('wireroom', true)) as file",
    )
    const first = starts[0]?.file ?? ''
    progress('Copying the database.')
    await addCluster(archive, cluster)
    const { rows: stops } = await client.query<{ label: string; spaces: string }>(
      'select labelfile as label, spcmapfile as spaces from pg_backup_stop(false)',
    )
    await addText(archive, 'postgres/backup_label', stops[0]?.label ?? '')
    if (stops[0]?.spaces) await addText(archive, 'postgres/tablespace_map', stops[0].spaces)
    progress('Copying the log that was written meanwhile.')
    for (const name of (await readdir(join(cluster, 'pg_wal'))).sort())
      if (/^[0-9A-F]{24}$/.test(name) ? name >= first : name.endsWith('.history'))
        await addIfThere(archive, join(cluster, 'pg_wal', name), `postgres/pg_wal/${name}`)
  } finally {
    await client.end()
  }
}

/** Folders whose content the server makes anew. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const passedOver =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|tablespace_map.*|current_logfiles.*)$/

async function addCluster(archive: Pack, cluster: string, folder = ''): Promise<void> {
  for (const entry of await readdir(join(cluster, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (passedOver.test(entry.name)) continue
    if (entry.isDirectory()) {
      await addDirectory(archive, `postgres/${path}`)
      if (path === 'pg_wal') await addDirectory(archive, 'postgres/pg_wal/archive_status')
      if (!emptied.has(path)) await addCluster(archive, cluster, path)
    } else if (entry.isFile()) await addIfThere(archive, join(cluster, path), `postgres/${path}`)
  }
}

async function addFolder(archive: Pack, from: string, as: string): Promise<number> {
  let count = 0
  for (const entry of await readdir(from, { withFileTypes: true }).catch(() => [])) {
    if (entry.isDirectory()) count += await addFolder(archive, join(from, entry.name), `${as}/${entry.name}`)
    else if (entry.isFile() && !entry.name.endsWith('.part')) {
      await addIfThere(archive, join(from, entry.name), `${as}/${entry.name}`)
      count += 1
    }
  }
  return count
}

function addText(archive: Pack, name: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()))
  })
}

function addDirectory(archive: Pack, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, type: 'directory', mode: 0o700 }, (error) => (error ? reject(error) : resolve()))
  })
}

/**
 * Adds a file as long as it was when it was opened: the server goes on writing, and replaying its log mends what was
 * torn. A file that is gone was dropped, which the log tells too.
 */
async function addIfThere(archive: Pack, path: string, name: string): Promise<void> {
  let file: FileHandle
  try {
    file = await open(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  try {
    const { size } = await file.stat()
    const entry = archive.entry({ name, size, mode: 0o600 })
    await pipeline(Readable.from(exactly(path, size)), entry)
  } finally {
    await file.close()
  }
}

/** So many bytes of a file, with zeros for what was cut off meanwhile. */
async function* exactly(path: string, size: number): AsyncGenerator<Buffer> {
  let left = size
  if (size > 0)
    for await (const chunk of createReadStream(path, { end: size - 1, highWaterMark: 256 * 1024 })) {
      left -= (chunk as Buffer).length
      yield chunk as Buffer
    }
  while (left > 0) {
    const some = Math.min(left, 256 * 1024)
    left -= some
    yield Buffer.alloc(some)
  }
}

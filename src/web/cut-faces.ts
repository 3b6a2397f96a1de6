/**
 * Cuts the faces of pages (cut-face.ts) once, into the data directory, in a thread of its own: whoever asks for one
 * meanwhile gets it whole. The thread runs this file too; what cuts is loaded there alone, and only where a face is lacking.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import type { Log } from '../core/log.ts'
import type { Editions } from './editions.ts'
import { commonFaces, type Face } from './fonts.ts'
import { faceFile } from './hashed.ts'

type Work = { readonly cutInto: string }

/**
 * Done when every face that can be cut is there; rejects when one cannot be cut or written. A process that ends takes the
 * thread with it, and the next one goes on.
 */
export async function cutFaces(folder: string): Promise<void> {
  if (lacking(folder).length === 0) return
  const thread = new Worker(new URL(import.meta.url), { workerData: { cutInto: folder } satisfies Work })
  await new Promise<void>((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', () => resolve())
  })
}

/** For a web process: what was answered whole is answered cut from then on. */
export function keepFacesCut(folder: string, editions: Editions, log: Log): void {
  cutFaces(folder).then(
    () => editions.drop(['assets']),
    (error: unknown) => log.warning('The faces of pages are sent whole: they could not be cut.', { error }),
  )
}

/** The face as it was cut, undefined where it was not (yet). */
export async function readCut(folder: string, file: string): Promise<Uint8Array | undefined> {
  return await readFile(join(folder, file)).catch(() => undefined)
}

async function work({ cutInto: folder }: Work): Promise<void> {
  // Whoever reads goes before. On Linux alone this is said of a thread, elsewhere of the whole process.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  await mkdir(folder, { recursive: true })
  const { cutFace } = await import('./cut-face.ts')
  for (const face of lacking(folder)) {
    const to = join(folder, faceFile(face))
    // Whoever reads it never finds half of it.
    const part = `${to}.${randomBytes(4).toString('hex')}.part`
    await writeFile(part, await cutFace(face))
    await rename(part, to)
  }
}

/** The faces that can be cut and are not, Latin ones first: hardly any page is without. */
function lacking(folder: string): Face[] {
  return commonFaces()
    .filter((face) => face.isSimple && !existsSync(join(folder, faceFile(face))))
    .toSorted((a, b) => Number(b.file.includes('-latin-')) - Number(a.file.includes('-latin-')))
}

if (!isMainThread && isWork(workerData)) await work(workerData)

/** Other threads may have this file among theirs. */
function isWork(data: unknown): data is Work {
  return typeof data === 'object' && data !== null && 'cutInto' in data
}

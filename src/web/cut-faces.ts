/**
 * Cuts the faces of pages (cut-face.ts) once, into the data directory, in a thread of its own: whoever asks for one
 * meanwhile gets it whole. A thread that ran this file does the work; the rest of the program calls `cutFaces`.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import type { Log } from '../core/log.ts'
import { cutFace } from './cut-face.ts'
import type { Editions } from './editions.ts'
import { commonFaces } from './fonts.ts'
import { faceFile } from './hashed.ts'

type Work = { readonly cutInto: string }

export type Cutting = {
  /** When every face that can be cut is there; rejects when one cannot be cut or written. */
  readonly done: Promise<void>
  /** What is not done yet is left to the next start. */
  stop(): Promise<void>
}

export function cutFaces(folder: string): Cutting {
  const thread = new Worker(new URL(import.meta.url), { workerData: { cutInto: folder } satisfies Work })
  const done = new Promise<void>((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', () => resolve())
  })
  return { done, stop: async () => void (await thread.terminate()) }
}

/** For a web process: what was answered whole is answered cut from then on. */
export function keepFacesCut(folder: string, editions: Editions, log: Log): Cutting {
  const cutting = cutFaces(folder)
  cutting.done.then(
    () => editions.drop(['assets']),
    (error: unknown) => log.warning('The faces of pages are sent whole: they could not be cut.', { error }),
  )
  return cutting
}

/** The face as it was cut, undefined where it was not (yet). */
export async function readCut(folder: string, file: string): Promise<Uint8Array | undefined> {
  return await readFile(join(folder, file)).catch(() => undefined)
}

async function work({ cutInto: folder }: Work): Promise<void> {
  // Whoever reads goes before. On Linux alone this is said of a thread, elsewhere of the whole process.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  await mkdir(folder, { recursive: true })
  // The first of each family is Latin, which hardly any page is without.
  const faces = commonFaces().filter(({ isSimple }) => isSimple)
  const latinFirst = faces.toSorted((a, b) => Number(b.file.includes('-latin-')) - Number(a.file.includes('-latin-')))
  for (const face of latinFirst) {
    const to = join(folder, faceFile(face))
    if (existsSync(to)) continue
    // Whoever reads it never finds half of it.
    const part = `${to}.${randomBytes(4).toString('hex')}.part`
    await writeFile(part, await cutFace(face))
    await rename(part, to)
  }
}

if (!isMainThread && isWork(workerData)) await work(workerData)

/** Other threads may have this file among theirs. */
function isWork(data: unknown): data is Work {
  return typeof data === 'object' && data !== null && 'cutInto' in data
}

/** Where the demo lives: a directory of its own, known by a file in it, beside or below nobody else's data. */
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Conflict, Unavailable } from '../core/errors.ts'
import { useEmbedded } from '../host/embedded.ts'
import { isTaken, tryPort } from '../host/port.ts'

export type DemoHome = {
  readonly path: string
  readonly begun: Date
  /** The ports of the sites, one for each outlet and a last one for applicants; they stay, because sources and stories hold their addresses. */
  readonly sites: readonly number[]
}

const marker = 'demo.json'
const shape = z.object({ demo: z.literal(1), begun: z.iso.datetime(), sites: z.array(z.number().int().positive()) })

/**
 * Opens the demo's directory or makes it. Throws Conflict for a directory with anything else in it, which is never
 * touched, and Unavailable when its sites have no ports.
 */
export async function openHome(
  path: string,
  wanted: { sites: number; port: number; host: string; now: Date },
): Promise<DemoHome> {
  const known = await readMarker(path)
  if (known) {
    if (known.sites.length !== wanted.sites)
      throw new Conflict(`${path} was made by another version of the demo: start over with --fresh.`)
    for (const port of known.sites) await freeAgain(wanted.host, port)
    return { path, begun: new Date(known.begun), sites: known.sites }
  }
  const sites = await freePorts(wanted)
  await mkdir(path, { recursive: true })
  const made = { demo: 1 as const, begun: wanted.now.toISOString(), sites }
  await writeFile(join(path, marker), `${JSON.stringify(made)}\n`, { flush: true })
  return { path, begun: wanted.now, sites }
}

/**
 * Deletes the demo's directory, if there is one. Throws Conflict for a directory with anything else in it, and while the
 * demo runs.
 */
export async function removeHome(path: string): Promise<void> {
  if (!(await readMarker(path))) return
  // Who may start in it is alone in it; the last one out stops its database.
  if ((await readdir(path)).includes('postgres')) await (await useEmbedded(path, 'start')).release()
  for (const name of await readdir(path)) if (name !== marker) await rm(join(path, name), { recursive: true })
  // The mark goes last: a directory that is half gone is still known.
  await rm(join(path, marker))
  await rmdir(path)
}

/** Undefined where nothing is yet. */
async function readMarker(path: string): Promise<z.infer<typeof shape> | undefined> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return []
    throw new Unavailable(`${path} cannot be read (${error.code}).`, { cause: error })
  })
  if (names.length === 0) return undefined
  const text = names.includes(marker) ? await readFile(join(path, marker), 'utf8') : ''
  const read = shape.safeParse(parsed(text))
  if (!read.success)
    throw new Conflict(
      `${path} is no demo's directory, so nothing in it is touched: move it away, or set WIREROOM_DATA to another place.`,
    )
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function freeAgain(host: string, port: number): Promise<void> {
  await tryPort({ host, port }).catch((error: unknown) => {
    if (!isTaken(error)) throw error
    throw new Unavailable(
      `Port ${port} is taken, and the demo's sites keep their ports: stop what has it (a demo that runs already?), or start over with --fresh.`,
      { cause: error },
    )
  })
}

/** The first stretch of free ports above the demo's own. */
async function freePorts({ sites, port, host }: { sites: number; port: number; host: string }): Promise<number[]> {
  for (let first = port + 1; first + sites < 65_536 && first < port + 1_000; first += sites) {
    const stretch = Array.from({ length: sites }, (_, i) => first + i)
    const free = await Promise.all(
      stretch.map((one) =>
        tryPort({ host, port: one }).then(
          () => true,
          () => false,
        ),
      ),
    )
    if (free.every(Boolean)) return stretch
  }
  throw new Unavailable(`There are no ${sites} free ports above ${port} for the demo's sites: try another --port.`)
}

/**
 * Ledgers beside the data: one JSON line per thing that must never come back. They are no part of a backup and are not
 * touched by restoring one, so that what was taken back since stays taken back.
 */
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

export type Ledger<T> = {
  /** Adds a line, once: the same thing again adds nothing. On the disk when it returns. */
  keep(line: T): Promise<void>
  /** Every whole line, oldest first; what a crash cut short is passed over. */
  read(): Promise<T[]>
}

/** The rest of a file from a place on, and which file it is; nothing where there is none. */
export type ReadOn = (path: string, from: number) => Promise<{ readonly file: number; readonly bytes: Buffer }>

export type LedgerParts<T> = {
  /** Answers undefined for what is no such line. */
  take(value: unknown): T | undefined
  /** Tells which lines are the same. */
  keyOf(line: T): string
  readonly readOn?: ReadOn
}

/**
 * Whoever keeps many lines keeps the ledger: it remembers which lines it has seen, and reads on from there what others have
 * added meanwhile. So a batch costs as much as it is long, however long the ledger is.
 */
export function openLedger<T>(path: string, { take, keyOf, readOn = readFileOn }: LedgerParts<T>): Ledger<T> {
  let seen = { file: 0, to: 0, keys: new Set<string>() }
  let last: Promise<unknown> = Promise.resolve()

  const linesOf = (bytes: Buffer) =>
    bytes
      .toString('utf8')
      .split('\n')
      .flatMap((line) => {
        const value = line.trim() ? take(parsed(line)) : undefined
        return value === undefined ? [] : [value]
      })

  async function isKept(key: string): Promise<boolean> {
    let rest = await readOn(path, seen.to)
    if (rest.file !== seen.file) {
      // Another file, or none, is there by now.
      if (seen.to > 0) rest = await readOn(path, 0)
      seen = { file: rest.file, to: 0, keys: new Set() }
    }
    const { bytes } = rest
    // A line without its end may still be on its way: it is read again.
    const whole = bytes.lastIndexOf(10) + 1
    for (const line of linesOf(bytes.subarray(0, whole))) seen.keys.add(keyOf(line))
    seen.to += whole
    return seen.keys.has(key) || linesOf(bytes.subarray(whole)).some((line) => keyOf(line) === key)
  }

  async function keep(line: T): Promise<void> {
    if (await isKept(keyOf(line))) return
    await mkdir(dirname(path), { recursive: true })
    const file = await open(path, 'a', 0o600)
    try {
      // A line that a crash cut short must not swallow this one.
      const { size } = await file.stat()
      await file.appendFile(`${size > 0 ? '\n' : ''}${JSON.stringify(line)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  }

  return {
    read: async () => linesOf((await readOn(path, 0)).bytes),
    keep(line) {
      // One after the other: what is asked for twice at once is there once.
      const kept = last.then(() => keep(line))
      last = kept.catch(() => undefined)
      return kept
    },
  }
}

export async function readFileOn(path: string, from: number): Promise<{ file: number; bytes: Buffer }> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { file: 0, bytes: Buffer.alloc(0) }
  }
  try {
    const { ino, size } = await file.stat()
    // Shorter than it was: it is not what it was.
    if (size < from) return { file: -1, bytes: Buffer.alloc(0) }
    const bytes = Buffer.alloc(size - from)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
    return { file: ino, bytes: bytes.subarray(0, bytesRead) }
  } finally {
    await file.close()
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

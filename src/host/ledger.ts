/**
 * Ledgers beside the data: one JSON line per thing that must never come back. They are no part of a backup and are not
 * touched by restoring one, so that what was taken back since stays taken back.
 */
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export type Ledger<T> = {
  /** Adds a line, once: the same thing again adds nothing. On the disk when it returns. */
  keep(line: T): Promise<void>
  /** Every whole line, oldest first; what a crash cut short is passed over. */
  read(): Promise<T[]>
}

/** `take` answers undefined for what is no such line; `keyOf` tells which lines are the same. */
export function openLedger<T>(
  path: string,
  { take, keyOf }: { take(value: unknown): T | undefined; keyOf(line: T): string },
): Ledger<T> {
  async function read(): Promise<T[]> {
    let text = ''
    try {
      text = await readFile(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    return text.split('\n').flatMap((line) => {
      const read = line.trim() ? take(parsed(line)) : undefined
      return read === undefined ? [] : [read]
    })
  }
  return {
    read,
    async keep(line) {
      const key = keyOf(line)
      if ((await read()).some((kept) => keyOf(kept) === key)) return
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
    },
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

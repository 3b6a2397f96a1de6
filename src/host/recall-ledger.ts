/**
 * The ledger of recalls beside the data: one JSON line per withdrawal, kill or erasure. It is no part of a backup and
 * is not touched by restoring one, so that what was taken back since stays taken back.
 */
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { EventId, StoryId } from '../core/id.ts'
import type { Recall } from '../core/wire.ts'

export function ledgerPath(data: string): string {
  return join(data, 'recalls.jsonl')
}

/** Adds a line, once: the same event again adds nothing. On the disk when it returns. */
export async function keepRecall(data: string, recall: Recall): Promise<void> {
  const path = ledgerPath(data)
  if ((await readRecalls(data)).some((kept) => kept.event === recall.event)) return
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a', 0o600)
  try {
    // A line that a crash cut short must not swallow this one.
    const { size } = await file.stat()
    await file.appendFile(`${size > 0 ? '\n' : ''}${JSON.stringify(recall)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Every whole line, oldest first; what a crash cut short is passed over. */
export async function readRecalls(data: string): Promise<Recall[]> {
  let text = ''
  try {
    text = await readFile(ledgerPath(data), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return text.split('\n').flatMap((line) => {
    const read = line.trim() ? shape.safeParse(parsed(line)) : undefined
    return read?.success ? [read.data as Recall] : []
  })
}

const shape = z.object({
  event: z.uuid().transform((id) => id as EventId),
  kind: z.enum(['withdrawal', 'kill', 'erasure']),
  story: z.uuid().transform((id) => id as StoryId),
  at: z.iso.datetime(),
  by: z.string(),
  why: z.string(),
})

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

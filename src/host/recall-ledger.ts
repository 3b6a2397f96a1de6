/** The ledger of recalls: one line per withdrawal, kill or erasure of a story. */
import { join } from 'node:path'
import { z } from 'zod'
import type { EventId, StoryId } from '../core/id.ts'
import type { Recall } from '../core/wire.ts'
import { type Ledger, openLedger } from './ledger.ts'

export function ledgerPath(data: string): string {
  return join(data, 'recalls.jsonl')
}

/** For one recall; whoever keeps many holds on to the ledger (a member that leaves may take back thousands of stories). */
export async function keepRecall(data: string, recall: Recall): Promise<void> {
  await openRecalls(data).keep(recall)
}

export async function readRecalls(data: string): Promise<Recall[]> {
  return await openRecalls(data).read()
}

export function openRecalls(data: string): Ledger<Recall> {
  return openLedger<Recall>(ledgerPath(data), {
    take: (value) => shape.safeParse(value).data as Recall | undefined,
    keyOf: (recall) => recall.event,
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

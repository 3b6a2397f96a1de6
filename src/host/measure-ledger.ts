/**
 * The ledger of measures: that members were suspended or removed, and that this ended. Why, in whose words, is not in it:
 * the ledger outlives whoever it is about.
 */
import { join } from 'node:path'
import { z } from 'zod'
import type { KeptMeasure } from '../core/member/measure.ts'
import { openLedger } from './ledger.ts'

export async function keepMeasure(data: string, measure: KeptMeasure): Promise<void> {
  await ledger(data).keep(measure)
}

export async function readMeasures(data: string): Promise<KeptMeasure[]> {
  return await ledger(data).read()
}

function ledger(data: string) {
  return openLedger<KeptMeasure>(join(data, 'measures.jsonl'), {
    take: (value) => shape.safeParse(value).data as KeptMeasure | undefined,
    keyOf: ({ id, what }) => (what === 'end' ? `end ${id}` : id),
  })
}

const all = { id: z.uuid(), member: z.uuid(), at: z.iso.datetime(), by: z.string() }
const shape = z.discriminatedUnion('what', [
  z.object({
    ...{ ...all, what: z.literal('suspension'), ground: z.string() },
    ...{ stories: z.enum(['stay', 'held']), until: z.iso.datetime().nullable() },
  }),
  z.object({ ...all, what: z.literal('removal'), ground: z.string(), stories: z.enum(['stay', 'withdrawn']) }),
  z.object({ ...all, what: z.literal('end') }),
])

/** The ledger of departures: the numbers of accounts whose holders had them erased. Nothing in it tells who they were. */
import { join } from 'node:path'
import { z } from 'zod'
import type { AccountId } from '../core/id.ts'
import { openLedger } from './ledger.ts'

export type Departure = { readonly account: AccountId; readonly at: string }

export async function keepDeparture(data: string, departure: Departure): Promise<void> {
  await ledger(data).keep(departure)
}

export async function readDepartures(data: string): Promise<Departure[]> {
  return await ledger(data).read()
}

function ledger(data: string) {
  return openLedger<Departure>(join(data, 'departures.jsonl'), {
    take: (value) => shape.safeParse(value).data as Departure | undefined,
    keyOf: ({ account }) => account,
  })
}

const shape = z.object({ account: z.uuid(), at: z.iso.datetime() })

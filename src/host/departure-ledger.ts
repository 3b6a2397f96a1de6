/**
 * The ledgers of departures: the numbers of accounts whose holders had them erased, and of members that left, with what
 * they chose. Nothing in them tells who they were.
 */
import { join } from 'node:path'
import { z } from 'zod'
import type { AccountId, MemberId } from '../core/id.ts'
import { type LeavingStories, leavingStories } from '../core/member/leaving.ts'
import { openLedger } from './ledger.ts'

export type Departure = { readonly account: AccountId; readonly at: string }

export async function keepDeparture(data: string, departure: Departure): Promise<void> {
  await ledger(data).keep(departure)
}

export async function readDepartures(data: string): Promise<Departure[]> {
  return await ledger(data).read()
}

export type MemberDeparture = {
  readonly member: MemberId
  readonly at: string
  readonly stories: LeavingStories
  /** The name its stories go on under, which everybody reads; '' where they do under none. */
  readonly pseudonym: string
}

export async function keepMemberDeparture(data: string, departure: MemberDeparture): Promise<void> {
  await memberLedger(data).keep(departure)
}

export async function readMemberDepartures(data: string): Promise<MemberDeparture[]> {
  return await memberLedger(data).read()
}

function memberLedger(data: string) {
  return openLedger<MemberDeparture>(join(data, 'member-departures.jsonl'), {
    take: (value) => memberShape.safeParse(value).data as MemberDeparture | undefined,
    keyOf: ({ member }) => member,
  })
}

const memberShape = z.object({
  member: z.uuid(),
  at: z.iso.datetime(),
  stories: z.enum(leavingStories),
  pseudonym: z.string(),
})

function ledger(data: string) {
  return openLedger<Departure>(join(data, 'departures.jsonl'), {
    take: (value) => shape.safeParse(value).data as Departure | undefined,
    keyOf: ({ account }) => account,
  })
}

const shape = z.object({ account: z.uuid(), at: z.iso.datetime() })

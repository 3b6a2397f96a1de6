/**
 * A member whose owners cannot be reached gets another one by staff: everybody with a seat is told, any owner can stop it
 * for fourteen days, and only then the new one is invited. Where nobody sits there is nobody to wait for.
 */
import { Conflict } from '../core/errors.ts'
import { findAccountByMail } from '../db/accounts.ts'
import type { Db, Tx } from '../db/connection.ts'
import { findMemberById } from '../db/members.ts'
import { newId } from '../db/new-id.ts'
import {
  endOwnerChange,
  findOwnerChange,
  insertOwnerChange,
  listDueOwnerChanges,
  type OwnerChange,
  type OwnerChangeId,
} from '../db/owner-changes.ts'
import { recordAct } from '../db/rights.ts'
import { listSeats, lockSeats } from '../db/seats.ts'
import { decrypt, encrypt } from '../host/encrypt.ts'
import { mailKeyOf } from '../host/identity.ts'
import { tellAccounts } from './letters.ts'
import { type Acting, changeSeat, invite, type Of, ownersOf } from './seats.ts'

export const waitingDays = 14
const day = 86_400_000
const mostAtOnce = 20

export type OwnerAsked = { readonly mail: string; readonly language: string; readonly why: string }

/** Answers when it takes effect. Throws Conflict while another change waits. */
export async function askOwnerChange(tx: Tx, on: Acting, of: Of, asked: OwnerAsked): Promise<Date> {
  const { secret, now, by } = on
  await lockSeats(tx, of.member)
  const seats = await listSeats(tx, of.member)
  const dueAt = seats.length === 0 ? now : new Date(now.getTime() + waitingDays * day)
  const id = newId<OwnerChangeId>(now)
  const change: OwnerChange = {
    ...{ id, memberId: of.member, mail: encrypt(secret, mailPlace(id), asked.mail), language: asked.language },
    ...{ askedAt: now, askedBy: by, why: asked.why, dueAt },
  }
  if (!(await insertOwnerChange(tx, change))) throw new Conflict('A change of this owner waits already.')
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'ask owner change', about: of.slug, why: asked.why })
  await tellAccounts(
    tx,
    seats.map(({ account }) => account),
    on,
    { what: 'owner-change', member: of, until: dueAt },
  )
  if (dueAt === now) await carryOut(tx, on, of, change)
  return dueAt
}

/** By an owner, or by staff who think better of it. False when none waits. */
export async function stopOwnerChange(tx: Tx, on: Acting, of: Of, outcome: 'stopped' | 'withdrawn'): Promise<boolean> {
  const { now, by } = on
  await lockSeats(tx, of.member)
  if (!(await endOwnerChange(tx, of.member, now, by, outcome))) return false
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'stop owner change', about: of.slug })
  const seats = await listSeats(tx, of.member)
  await tellAccounts(tx, ownersOf(seats), on, { what: 'owner-stopped', member: of })
  return true
}

/** The address a change is for. */
export function readNewOwner(secret: string, { id, mail }: Pick<OwnerChange, 'id' | 'mail'>): string {
  return decrypt(secret, mailPlace(id), mail)
}

/** The task: invites those whose time has come. Answers how many. */
export async function changeOwnersDue(db: Db, on: Omit<Acting, 'by'>): Promise<number> {
  let done = 0
  for (const change of await listDueOwnerChanges(db, on.now, mostAtOnce)) {
    const carried = await db.transaction().execute(async (tx) => {
      await lockSeats(tx, change.memberId)
      const member = await findMemberById(tx, change.memberId)
      const waiting = await findOwnerChange(tx, change.memberId)
      if (!member || waiting?.id !== change.id) return false
      const of = { member: member.id, slug: member.slug, name: member.name }
      await carryOut(tx, { ...on, by: change.askedBy }, of, change)
      return true
    })
    if (carried) done += 1
  }
  return done
}

async function carryOut(tx: Tx, on: Acting, of: Of, change: OwnerChange): Promise<void> {
  await endOwnerChange(tx, of.member, on.now, on.by, 'done')
  const mail = readNewOwner(on.secret, change)
  const outcome = await invite(tx, on, of, { mail, role: 'owner', language: change.language })
  if (outcome !== 'sits already') return
  const account = await findAccountByMail(tx, mailKeyOf(on.secret, mail))
  if (account) await changeSeat(tx, on, of, { account: account.id, to: 'owner' })
}

function mailPlace(id: OwnerChangeId): string {
  return `owner change ${id}`
}

/** The people of a member: asked in, given other roles, seen off. A member always keeps an owner. */
import { accountName } from '../core/account/visitor.ts'
import type { AccountId, MemberId } from '../core/id.ts'
import type { SeatRole } from '../core/member/seat.ts'
import { answerSeatChange, type SeatAnswer, type SeatChange } from '../core/member/seat-change.ts'
import { findAccountByMail } from '../db/accounts.ts'
import type { Tx } from '../db/connection.ts'
import { newId } from '../db/new-id.ts'
import { recordAct } from '../db/rights.ts'
import {
  countSeatInvitations,
  endSeatInvitation,
  endSeatInvitationsBy,
  insertSeatInvitation,
  type SeatInvitation,
  type SeatInvitationId,
} from '../db/seat-invitations.ts'
import { endSeat, insertSeat, listSeats, lockSeats, setRole } from '../db/seats.ts'
import { decrypt, encrypt } from '../host/encrypt.ts'
import { mailKeyOf } from '../host/identity.ts'
import { postDoor } from '../host/post.ts'
import { routes } from '../routes.ts'
import { type Telling, tellAccounts } from './letters.ts'

export type Of = { readonly member: MemberId; readonly slug: string; readonly name: string }
export type Acting = Telling & { readonly now: Date; readonly by: string }

const day = 86_400_000
const openDays = 14
/** Invitations of one member in a day: its people are not so many, and nobody's inbox is for it to fill. */
const mostInvitations = 20

/** Asks somebody in, with an account or without one. */
export async function invite(
  tx: Tx,
  on: Acting,
  of: Of,
  asked: { readonly mail: string; readonly role: SeatRole; readonly language: string },
): Promise<'invited' | 'sits already' | 'too many'> {
  const { secret, now, by } = on
  await lockSeats(tx, of.member)
  if ((await countSeatInvitations(tx, of.member, new Date(now.getTime() - day))) >= mostInvitations) return 'too many'
  const mailKey = mailKeyOf(secret, asked.mail)
  const account = await findAccountByMail(tx, mailKey)
  if (account && (await listSeats(tx, of.member)).some((seat) => seat.account === account.id)) return 'sits already'
  const id = newId<SeatInvitationId>(now)
  await insertSeatInvitation(tx, {
    ...{ id, memberId: of.member, role: asked.role, mailKey, mail: encrypt(secret, mailPlace(id), asked.mail) },
    ...{ invitedAt: now, invitedBy: by, expiresAt: new Date(now.getTime() + openDays * day) },
  })
  await recordAct(tx, { actedAt: now, actedBy: by, act: 'invite to member', about: `${of.slug}, ${asked.role}` })
  await postDoor(tx, secret, {
    ...{ address: asked.mail, language: asked.language, to: routes.seatInvitation.href({ id }) },
    reason: { kind: 'seat', member: of.name, role: asked.role },
  })
  return 'invited'
}

/** The address an invitation went to. */
export function readInvited(secret: string, { id, mail }: Pick<SeatInvitation, 'id' | 'mail'>): string {
  return decrypt(secret, mailPlace(id), mail)
}

/** Somebody takes the seat they were asked to. False when the invitation is over meanwhile. */
export async function accept(
  tx: Tx,
  on: Acting,
  of: Of,
  who: { readonly account: AccountId; readonly called: string; readonly invitation: SeatInvitation },
): Promise<boolean> {
  const { now } = on
  const { account, called, invitation } = who
  await lockSeats(tx, of.member)
  if (!(await endSeatInvitation(tx, invitation.id, now, 'accepted'))) return false
  const before = await listSeats(tx, of.member)
  if (await insertSeat(tx, { member: of.member, account, role: invitation.role }, now, invitation.invitedBy))
    await recordAct(tx, {
      ...{ actedAt: now, actedBy: accountName(account), act: 'take seat' },
      about: `${of.slug}, ${invitation.role}`,
    })
  const taken = { what: 'seat-taken', member: of, who: called, role: invitation.role } as const
  await tellAccounts(tx, ownersOf(before), on, taken)
  return true
}

/** Gives another role, or ends a seat, one's own too; whoever is concerned is told. */
export async function changeSeat(tx: Tx, on: Acting, of: Of, change: SeatChange): Promise<SeatAnswer> {
  const { now, by } = on
  await lockSeats(tx, of.member)
  const seats = await listSeats(tx, of.member)
  const answer = answerSeatChange(seats, change)
  if (answer !== 'fine') return answer
  const { account, to } = change
  const about = `${of.slug}, ${accountName(account)}`
  const isOwn = by === accountName(account)
  // Whoever is shown out has no friend come in by a letter sent before.
  if (to !== 'owner' && !isOwn) await endSeatInvitationsBy(tx, of.member, accountName(account), now)
  if (to === 'none') {
    await endSeat(tx, { member: of.member, account }, now, by)
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'end seat', about })
    const others = ownersOf(seats).filter((owner) => owner !== account)
    if (isOwn) await tellAccounts(tx, others, on, { what: 'seat-left', member: of })
    else await tellAccounts(tx, [account], on, { what: 'seat-ended', member: of })
  } else {
    await setRole(tx, { member: of.member, account, role: to })
    await recordAct(tx, { actedAt: now, actedBy: by, act: 'change seat', about, why: to })
    if (!isOwn) await tellAccounts(tx, [account], on, { what: 'seat-changed', member: of, role: to })
  }
  return answer
}

export function ownersOf(seats: readonly { readonly account: AccountId; readonly role: SeatRole }[]): AccountId[] {
  return seats.flatMap(({ account, role }) => (role === 'owner' ? [account] : []))
}

function mailPlace(id: SeatInvitationId): string {
  return `seat invitation ${id}`
}

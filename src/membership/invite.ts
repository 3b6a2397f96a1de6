/** Inviting somebody to apply, on a member's behalf. */
import { readMailAddress } from '../core/account/mail-address.ts'
import type { MemberId } from '../core/id.ts'
import type { Tx } from '../db/connection.ts'
import { countJoinInvitations, insertJoinInvitation, newJoinInvitationId } from '../db/join-invitations.ts'
import { lockSeats } from '../db/seats.ts'
import { decrypt, encrypt } from '../host/encrypt.ts'
import { mailKeyOf } from '../host/identity.ts'
import { postDoor } from '../host/post.ts'
import { routes } from '../routes.ts'

const day = 86_400_000
/** As long as the link in the letter is good. */
const lasts = 7 * day
/** Of one member in seven days: who is invited by it is not written to by a machine. */
export const mostInvitations = 10

export type Inviting = {
  readonly secret: string
  readonly now: Date
  /** `account ID`. */
  readonly by: string
  /** Of the letter. */
  readonly language: string
}

export type Invited = 'sent' | 'mail' | 'known' | 'often'

export async function inviteToJoin(
  tx: Tx,
  member: { readonly id: MemberId; readonly name: string },
  mail: string,
  { secret, now, by, language }: Inviting,
): Promise<Invited> {
  const address = readMailAddress(mail)
  if (!address) return 'mail'
  // Two at once would each see the others of before.
  await lockSeats(tx, member.id)
  if ((await countJoinInvitations(tx, member.id, new Date(now.getTime() - lasts))) >= mostInvitations) return 'often'
  const id = newJoinInvitationId(now)
  const invitation = {
    id,
    member: member.id,
    mailKey: mailKeyOf(secret, address),
    mail: encrypt(secret, placeOf(id), address),
    expiresAt: new Date(now.getTime() + lasts),
  }
  if (!(await insertJoinInvitation(tx, invitation, now, by))) return 'known'
  const reason = { kind: 'invited', member: member.name } as const
  await postDoor(tx, secret, { address, language, to: routes.arrived.href({}), reason })
  return 'sent'
}

export function invitedMail(secret: string, invitation: { readonly id: string; readonly mail: Buffer }): string {
  return decrypt(secret, placeOf(invitation.id), invitation.mail)
}

function placeOf(id: string): string {
  return `invitation to join ${id}`
}

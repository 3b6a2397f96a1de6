/** Seats: what people may do for a member they belong to. */
import type { MemberId } from '../id.ts'

/** `owner` the member itself and its people, `editor` what it publishes, `contributor` drafts; each what follows, too. */
export const seatRoles = ['owner', 'editor', 'contributor'] as const
export type SeatRole = (typeof seatRoles)[number]

export type Seat = {
  readonly member: MemberId
  readonly slug: string
  readonly name: string
  readonly role: SeatRole
  /** Whether the member is suspended now: its people see what is theirs, may go, and change nothing else. */
  readonly isSuspended: boolean
}

export function readSeatRole(text: string): SeatRole | undefined {
  return seatRoles.find((role) => role === text)
}

/** Whether whoever has `role` may do what needs `needed`. */
export function mayAs(role: SeatRole, needed: SeatRole): boolean {
  return seatRoles.indexOf(role) <= seatRoles.indexOf(needed)
}

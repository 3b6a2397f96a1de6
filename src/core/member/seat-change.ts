/** Whether the people of a member may be changed so: it never is without an owner. */
import type { AccountId } from '../id.ts'
import type { SeatRole } from './seat.ts'

type Sitting = { readonly account: AccountId; readonly role: SeatRole }

/** `to`: the role they are to have, or `none` when they are to go. */
export type SeatChange = { readonly account: AccountId; readonly to: SeatRole | 'none' }

export type SeatAnswer = 'fine' | 'same' | 'not there' | 'last owner'

export function answerSeatChange(seats: readonly Sitting[], { account, to }: SeatChange): SeatAnswer {
  const seat = seats.find((one) => one.account === account)
  if (!seat) return 'not there'
  if (seat.role === to) return 'same'
  const owners = seats.filter(({ role }) => role === 'owner')
  return seat.role === 'owner' && owners.length === 1 ? 'last owner' : 'fine'
}

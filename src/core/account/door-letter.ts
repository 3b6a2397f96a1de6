/** Letters that lead somebody in who may have no account yet: to join, or because a member wants them there. */
import type { SeatRole } from '../member/seat.ts'

/** `join`: they asked to; `invited`: a member tells them of the network; `seat`: a member wants them among its people. */
export type DoorReason =
  | { readonly kind: 'join' }
  | { readonly kind: 'invited'; readonly member: string }
  | { readonly kind: 'seat'; readonly member: string; readonly role: SeatRole }

export type DoorLetter = {
  readonly address: string
  /** The language of the interface in which whoever asked for it was. */
  readonly language: string
  /** Where it leads once they are in, a path of ours without a language. */
  readonly to: string
  readonly reason: DoorReason
}

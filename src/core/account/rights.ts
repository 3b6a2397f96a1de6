/** Who may do what: the one place where it is decided. A route names its guard; the router asks here. */
import { mayAs, type Seat, type SeatRole } from '../member/seat.ts'

const alsoSuspended = ', also suspended'

export const rights = ['administrator', 'editor', 'moderator'] as const
/** Staff: `administrator` the settings, `editor` the stories, `moderator` the members. None contains another. */
export type Right = (typeof rights)[number]

/**
 * People of a member: of the one its address names as `:member`, or, where it names none, of any. A form is sent for a
 * suspended member only where the guard says so: going is nobody's to forbid.
 */
export type SeatGuard = `seat of ${SeatRole}${'' | typeof alsoSuspended}`

/**
 * Who may enter: `account`, whoever is signed in; `staff`, whoever has a right; `operator`, who watches over the program
 * (loopback or a token).
 */
export type Guard = 'anyone' | 'operator' | 'account' | 'staff' | SeatGuard | Right

export type Admission = 'enter' | 'sign in' | 'turned away'

type Entering = { readonly rights: readonly Right[]; readonly seats: readonly Seat[] }

/** What is asked for. `changes`: whether by a form. */
export type Wanted = { readonly member?: string | undefined; readonly changes: boolean }

/** `operator` is decided where the request's address is known, and nobody enters by an account. */
export function admission(guard: Guard, visitor: Entering | undefined, wanted: Wanted): Admission {
  if (guard === 'anyone') return 'enter'
  if (guard === 'operator') return 'turned away'
  if (!visitor) return 'sign in'
  return admits(guard, visitor, wanted) ? 'enter' : 'turned away'
}

function admits(guard: Exclude<Guard, 'anyone' | 'operator'>, { rights, seats }: Entering, wanted: Wanted): boolean {
  switch (guard) {
    case 'account':
      return true
    case 'staff':
      return rights.length > 0
    case 'administrator':
    case 'editor':
    case 'moderator':
      return rights.includes(guard)
    default: {
      const needed = guard.slice('seat of '.length).replace(alsoSuspended, '') as SeatRole
      return seats.some(
        ({ slug, role, isSuspended }) =>
          (wanted.member === undefined || wanted.member === slug) &&
          mayAs(role, needed) &&
          !(isSuspended && wanted.changes && !guard.endsWith(alsoSuspended)),
      )
    }
  }
}

export function readRight(text: string): Right | undefined {
  return rights.find((right) => right === text)
}

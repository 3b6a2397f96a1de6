/** When an address that says it has moved for good is believed. */

/** A source seen to have moved, not yet followed for good. */
export type Move = { readonly to: string; readonly firstSeenAt: Date; readonly sightings: number }

export type MoveVerdict =
  | { readonly kind: 'none' }
  /** It redirects no more, or elsewhere: what was noted is forgotten. */
  | { readonly kind: 'forget' }
  | { readonly kind: 'note'; readonly move: Move }
  | { readonly kind: 'settle'; readonly to: string }

/** A hotel's sign-in page and a server put up wrongly redirect for good too, but not for a day. */
const enoughSightings = 3
const longEnoughMs = 24 * 3_600_000

/** `to` is where a visit that went well was led for good, if it was. */
export function judgeMove(noted: Move | undefined, to: string | undefined, now: Date): MoveVerdict {
  if (to === undefined) return noted ? { kind: 'forget' } : { kind: 'none' }
  const move = noted?.to === to ? { ...noted, sightings: noted.sightings + 1 } : { to, firstSeenAt: now, sightings: 1 }
  const believed = move.sightings >= enoughSightings && now.getTime() - move.firstSeenAt.getTime() >= longEnoughMs
  return believed ? { kind: 'settle', to } : { kind: 'note', move }
}

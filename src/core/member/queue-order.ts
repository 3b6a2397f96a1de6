/** In which order applications are looked at. */
import { isHard, type Sign } from './signs.ts'

/**
 * How it came in: by an open door, by a member's invitation, by the word of members that know them, or by the open door
 * while too many did.
 */
export type ApplicationPath = 'open' | 'invited' | 'vouched' | 'flood'

export type Queued = {
  readonly path: ApplicationPath
  readonly worked: boolean
  readonly signs: readonly Sign[]
  readonly submittedAt: Date
}

/** Members whose word moves an application up, and out of a flood. */
const vouchesNeeded = 2

/** The path of an application for which so many members speak now. Who is let out of a flood does not go back into it. */
export function pathAfterVouches(path: ApplicationPath, vouches: number): ApplicationPath {
  if (path === 'invited') return path
  if (vouches >= vouchesNeeded) return 'vouched'
  return path === 'vouched' ? 'open' : path
}

export const queueGroups = ['known', 'worked', 'unworked', 'signs', 'flood'] as const
/** `known`: somebody here knows them; then whose browser did the work, the others, and those with hard signs. */
export type QueueGroup = (typeof queueGroups)[number]

export function queueGroup({ path, worked, signs }: Queued): QueueGroup {
  if (path === 'flood') return 'flood'
  if (signs.some(isHard)) return 'signs'
  if (path === 'invited' || path === 'vouched') return 'known'
  return worked ? 'worked' : 'unworked'
}

/** By group, and in each who has waited longest first. */
export function queueOrder<T extends Queued>(applications: readonly T[]): T[] {
  const rank = (one: Queued) => queueGroups.indexOf(queueGroup(one))
  return applications.toSorted((a, b) => rank(a) - rank(b) || a.submittedAt.getTime() - b.submittedAt.getTime())
}

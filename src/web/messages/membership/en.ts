/** What a member's people read: profile, seats, leaving. */
export const membership = {} as const

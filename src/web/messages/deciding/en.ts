/** What staff and applicants read about applications, decisions, appeals, suspensions, and today's work. */
export const deciding = {} as const

/** What the desk says: drafts, releases, supporters, returning and publishing. */
export const desk = {} as const

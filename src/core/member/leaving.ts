/** How a member leaves. */

/** What becomes of its stories: they keep its name, carry another one, or are withdrawn. */
export const leavingStories = ['keep', 'pseudonym', 'withdraw'] as const
export type LeavingStories = (typeof leavingStories)[number]

/** How long it can be taken back. */
export const leavingDays = 7

export function readLeavingStories(text: string): LeavingStories | undefined {
  return leavingStories.find((one) => one === text)
}

/** A story as an outlet's content management system hands it to its feed. */
import type { Outlet } from '../outlet.ts'
import type { Printed } from '../printed.ts'

export type Entry = {
  readonly id: string
  readonly url: string
  readonly title: string
  /** Plain text, or markup where the outlet writes markup. */
  readonly summary: string
  /** HTML; empty where the feed gives no full text. */
  readonly content: string
  readonly by: string
  readonly topics: readonly string[]
  readonly publishedAt: Date
  readonly changedAt: Date
  readonly picture: { readonly url: string; readonly alt: string } | undefined
}

export type FeedWords = {
  readonly outlet: Outlet
  /** Of the site, without a slash at its end. */
  readonly site: string
  readonly self: string
  readonly updatedAt: Date
  /** Newest first. */
  readonly entries: readonly Entry[]
  readonly gone: readonly { readonly id: string; readonly at: Date }[]
}

/** An id that stays, in the manner of the best-known blog software. */
export function steadyId(site: string, { number }: Pick<Printed, 'number'>): string {
  return `${site}/?p=${number}`
}

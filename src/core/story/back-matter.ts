/** What a release carries beside its text: who supports it, what was said, whom the media may ask, who is behind it. */
import type { SafeHtml } from '../html/sanitise.ts'

export type BackMatter = {
  /** The day in the dateline, `2026-11-22`. */
  readonly dated: string
  readonly event: PublicEvent | null
  readonly quotes: readonly Quote[]
  readonly supporters: readonly Supporter[]
  /** Facts for editors, which anybody may read; empty when there are none. (The note nobody may read is the edNote.) */
  readonly notesToEditors: SafeHtml
  readonly boilerplate: readonly About[]
  readonly contacts: readonly Contact[]
}

/** What a media advisory invites to. Moments are RFC 3339 in UTC. */
export type PublicEvent = { readonly starts: string; readonly ends: string | null; readonly venue: string }
export type Quote = { readonly words: string; readonly speaker: string; readonly role: string }
export type Supporter = { readonly name: string; readonly url: string | null }
/** A paragraph that says who somebody is, as every release of theirs ends with. */
export type About = { readonly name: string; readonly text: SafeHtml }
/** Whom the media may ask, by the issuer's own word: never taken from an account. */
export type Contact = { readonly name: string; readonly role: string; readonly ways: readonly Way[] }
/** A way to reach somebody: the words to show and the address they lead to (`mailto:`, `tel:`, `https:`). */
export type Way = { readonly words: string; readonly href: string }

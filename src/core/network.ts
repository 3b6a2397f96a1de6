/** The network's own facts, kept in the database: what header, feeds and identifiers are made of. */
export type Network = {
  readonly name: string
  readonly tagline: string
  /** A day, `2001-11-01`; null when not given. */
  readonly foundedOn: string | null
  readonly timeZone: string
  /** The authority of every `tag:` URI, e.g. `example.org,2026` without a scheme: fixed at set-up. */
  readonly tagAuthority: string
  readonly languages: readonly string[]
  /** The one colour, `#7a1f6b`. */
  readonly accent: string
  readonly homes: readonly { readonly name: string; readonly url: string }[]
  /** More applications in a day than this are a flood. */
  readonly dailyApplications?: number
  /** What it says in its own words, by language and message, in place of the program's. */
  readonly words?: OwnWords
  /** Who hears appeals where there is no second moderator: `Ada Wong <ada@example.org>`. Never on a page for readers. */
  readonly appealsTo?: string
}

export type OwnWords = Readonly<Record<string, Readonly<Record<string, string>>>>

/** An id for ever: RFC 4151. Moving the site changes nothing in it. */
export function tagUri(network: Network, noun: 'story' | 'feed' | 'member', id: string): string {
  return `tag:${network.tagAuthority}:${noun}/${id}`
}

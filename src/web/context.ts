/** What a page is made of, besides what it reads: handed to every handler, and without the database to every view. */
import type { Visitor } from '../core/account/visitor.ts'
import type { Network } from '../core/network.ts'
import type { Kept } from './kept.ts'
import { inLanguage, splitLanguage, spokenLanguages } from './language-path.ts'
import { messages, type Words } from './messages/messages.ts'

export type Query = Readonly<Record<string, string | undefined>>

export type Surroundings = {
  readonly network: Network
  readonly now: Date
  /** The public address, without a slash at its end. */
  readonly url: string
  /** The path asked for, as it is written in the address. */
  readonly path: string
  /** What the address says beside the path, as far as it makes a difference. */
  readonly query: Query
  /** The language of the interface. */
  readonly language: string
  /** The address of an asset by its plain name: `wire.css` → `/assets/wire.1f3c.css`. */
  readonly asset: (name: string) => string
  /** Whoever is signed in; never where an edition is made, which everybody gets alike. */
  readonly visitor?: Visitor | undefined
}

/** `Db` is the rooms' connection: this folder does not know the database. */
export type Context<Db> = Surroundings & {
  readonly db: Db
  readonly kept: Kept
  readonly params: Readonly<Record<string, string>>
  /** Where the question comes from: for limits, and for nothing that is shown. */
  readonly client: string
}

/** The surroundings with the words of their language: what every view takes first. */
export type Frame = Surroundings & {
  readonly t: Words
  /** Every language the page can be read in, the network's own first. */
  readonly languages: readonly string[]
  /** Whether this is the text-only edition: nothing but words and links. */
  readonly textOnly: boolean
  /** Where a page of ours stands in this page's language and edition. `path` as `href` gives it. */
  at(path: string): string
  /** Where this very page stands in another language or edition. */
  here(other: { readonly language?: string; readonly textOnly?: boolean }): string
}

export function frameOf(surroundings: Surroundings): Frame {
  const { network, language, query, path } = surroundings
  const textOnly = query.text !== undefined
  return {
    ...surroundings,
    t: messages(language, network.timeZone, network.words),
    languages: spokenLanguages(network),
    textOnly,
    at: (to) => inEdition(inLanguage(network, language, to), textOnly),
    here: (other) =>
      inEdition(
        inLanguage(network, other.language ?? language, withQuery(splitLanguage(path).path, query)),
        other.textOnly ?? textOnly,
      ),
  }
}

/** A path with what is asked beside it; the edition is said by `inEdition`. */
export function withQuery(path: string, query: Query): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || name === 'text' ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return asked.length > 0 ? `${path}?${asked.join('&')}` : path
}

function inEdition(address: string, textOnly: boolean): string {
  if (!textOnly) return address
  return `${address}${address.includes('?') ? '&' : '?'}text`
}

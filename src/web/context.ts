/** What a page is made of, besides what it reads: handed to every handler, and without the database to every view. */
import type { Network } from '../core/network.ts'
import { messages, type Words } from './messages/messages.ts'

export type Surroundings = {
  readonly network: Network
  readonly now: Date
  /** The public address, without a slash at its end. */
  readonly url: string
  /** The path asked for, as it is written in the address. */
  readonly path: string
  /** The language of the interface. */
  readonly language: string
  /** The address of an asset by its plain name: `wire.css` → `/assets/wire.1f3c.css`. */
  readonly asset: (name: string) => string
}

/** `Db` is the rooms' connection: this folder does not know the database. */
export type Context<Db> = Surroundings & {
  readonly db: Db
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
}

/** The surroundings with the words of their language: what every view takes first. */
export type Frame = Surroundings & { readonly t: Words }

export function frameOf(surroundings: Surroundings): Frame {
  return { ...surroundings, t: messages(surroundings.language, surroundings.network.timeZone) }
}

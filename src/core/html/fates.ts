/** What becomes of an element, looked up once: the tables of `allowed.ts` by name. */
import { allowed, blocks, dropped, embeds, images, pointless, renamed, voids } from './allowed.ts'
import { type Tag, tagOf } from './nesting.ts'

export type Fate = {
  readonly what: 'written' | 'link' | 'void' | 'image' | 'embed' | 'dropped' | 'unwrapped'
  /** As it is written, if it is. */
  readonly tag: Tag
  readonly attributes: ReadonlySet<string>
  /** Nothing is written of it when it holds nothing. */
  readonly pointless: boolean
  /** It stands apart from what is around it. */
  readonly apart: boolean
}

export function fateOf(name: string): Fate {
  return fates.get(name) ?? unwrapped
}

const none: ReadonlySet<string> = new Set()
const unwrapped: Fate = {
  what: 'unwrapped',
  tag: { name: 'span', role: 'inline' },
  attributes: none,
  pointless: true,
  apart: false,
}

function whatOf(name: string): Fate['what'] {
  if (images.has(name)) return 'image'
  if (embeds.has(name)) return 'embed'
  if (dropped.has(name)) return 'dropped'
  if (name === 'a') return 'link'
  return voids.has(name) ? 'void' : 'written'
}

const fates: ReadonlyMap<string, Fate> = new Map(
  [...allowed.keys(), ...renamed.keys(), ...images, ...embeds, ...dropped].map((name) => {
    const as = renamed.get(name) ?? name
    const rule = {
      what: whatOf(name),
      tag: tagOf(as) ?? unwrapped.tag,
      attributes: allowed.get(as) ?? none,
      pointless: pointless.has(as),
      apart: blocks.has(as),
    }
    return [name, rule]
  }),
)

/** The language of a page stands first in its address (`/es/about`), but for the network's own first language. */
import type { Network } from '../core/network.ts'
import { isSpoken, messages, type Words } from './messages/messages.ts'

export type Split = {
  /** As it is written in the address: lower case. */
  readonly language: string | undefined
  readonly path: string
}

/** `/es/about` → es and `/about`; `/es` → es and `/`. Only what pages can be read in counts as a language. */
export function splitLanguage(path: string): Split {
  const [, tag, rest] = /^\/([a-z]{2,3}(?:-[a-z0-9]{2,8})*)(\/.+)?$/.exec(path) ?? []
  return tag !== undefined && isSpoken(tag) ? { language: tag, path: rest ?? '/' } : { language: undefined, path }
}

/** The words for an answer made without the network: in the language the address names, in English where it names none. */
export function wordsAt(address: string): Words {
  const [path = ''] = address.split('?')
  return messages(splitLanguage(path).language ?? 'en', 'UTC')
}

/** The languages the pages of a network can be read in, its own first; English when there are words for none of them. */
export function spokenLanguages(network: Network): readonly string[] {
  let spoken = spokenIn.get(network)
  if (!spoken) {
    spoken = network.languages.filter(isSpoken)
    if (spoken.length === 0) spoken = ['en']
    spokenIn.set(network, spoken)
  }
  return spoken
}
/** Every link of a page asks. */
const spokenIn = new WeakMap<Network, readonly string[]>()

/** Where a page stands in a language: `/about` → `/es/about`. */
export function inLanguage(network: Network, language: string, path: string): string {
  if (language === spokenLanguages(network)[0]) return path
  const prefix = `/${language.toLowerCase()}`
  return path === '/' || path.startsWith('/?') ? prefix + path.slice(1) : prefix + path
}

/**
 * The language in which an address is answered, and what to do about how it is written: `bare`, it stands without its
 * language; `unknown`, the network has no pages in that one.
 */
export function languageAt(
  network: Network,
  path: string,
): { readonly language: string; readonly written: 'well' | 'bare' | 'unknown' } {
  const spoken = spokenLanguages(network)
  const [first = 'en'] = spoken
  const { language: asked } = splitLanguage(path)
  if (asked === undefined) return { language: first, written: 'well' }
  const language = spoken.find((tag) => tag.toLowerCase() === asked)
  if (language === undefined) return { language: first, written: 'unknown' }
  return { language, written: language === first ? 'bare' : 'well' }
}

/** Sentences that networks want to say in their own words, and what such words must hold. */
import type { Network } from '../core/network.ts'
import { defaultWords, type Key } from '../web/messages/messages.ts'

/** In the order they are met: about the network, about what may be done with stories, in letters, to applicants. */
export const ownKeys = [
  'front.join.title',
  'front.join.text',
  'about.what',
  'about.join',
  'about.credit',
  'about.corrections',
  'about.notice',
  'about.readers',
  'notice.lede',
  'licence.free',
  'licence.excerpt',
  'licence.headline',
  'licence.unknown',
  'letter.invitation.text',
  'letter.link.text',
  'leave.gone.text',
  'ask.site.words',
  'ask.proof.words',
  'ask.people.words',
  'ask.plans.words',
  'refuse.spam.words',
  'refuse.unpublished.words',
  'refuse.elsewhere.words',
  'refuse.impersonation.words',
  'refuse.hate.words',
  'refuse.unanswered.words',
  'refuse.twice.words',
  'refuse.other.words',
] as const satisfies readonly Key[]
export type OwnKey = (typeof ownKeys)[number]

export const longestWords = 1_000

export type WordsFault = { readonly fault: 'long' } | { readonly fault: 'holes'; readonly holes: readonly string[] }

/** Undefined for words that can stand in place of the program's; '' are those of the program. */
export function wordsFault(language: string, key: OwnKey, words: string): WordsFault | undefined {
  if (words === '') return undefined
  if ([...words].length > longestWords) return { fault: 'long' }
  const holes = holesOf(defaultWords(language, key))
  const given = holesOf(words)
  const fits = holes.length === given.length && holes.every((hole) => given.includes(hole))
  return fits ? undefined : { fault: 'holes', holes }
}

/** `{name}` once each, as it is written. */
export function holesOf(words: string): string[] {
  return [...words.matchAll(/\{\w*\}/g)].map(([hole]) => hole)
}

export function ownWords(network: Network, language: string, key: OwnKey): string {
  return network.words?.[language]?.[key] ?? ''
}

/** The network's words with these in their place; '' takes the program's again. */
export function withWords(
  network: Network,
  language: string,
  key: OwnKey,
  words: string,
): NonNullable<Network['words']> {
  const { [key]: _before, ...others } = network.words?.[language] ?? {}
  const now = words === '' ? others : { ...others, [key]: words }
  const { [language]: _all, ...rest } = network.words ?? {}
  return Object.keys(now).length > 0 ? { ...rest, [language]: now } : rest
}

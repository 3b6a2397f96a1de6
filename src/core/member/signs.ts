/**
 * Signs: what a person should look at first in an application, each with what it is about. They sort the queue and decide
 * nothing. Language, country, a throw-away address and Tor are none.
 */
import { inNormalForm } from '../normal-form.ts'

export type Sign =
  /** Its words are those of one that was refused. */
  | { readonly code: 'like-refused'; readonly application: string; readonly name: string; readonly percent: number }
  | { readonly code: 'site-of-member'; readonly slug: string; readonly name: string }
  | {
      readonly code: 'site-of-applicant'
      readonly application: string
      readonly name: string
      readonly refused: boolean
    }
  /** Many addresses among its words, or such as are written for search engines. */
  | { readonly code: 'links'; readonly count: number }
  | { readonly code: 'commerce'; readonly link: string }
  | { readonly code: 'no-site' }
  /** It did not answer when it was named. */
  | { readonly code: 'site-unread' }
  | { readonly code: 'no-feed' }

export type Applying = {
  /** What it says in its own words: name and self-description. */
  readonly words: string
  readonly siteUrl: string | null
  readonly feedUrl: string | null
  /** What was seen there when it was named, where somebody looked. */
  readonly seen?: 'feed' | 'none' | 'unread' | null
}

export type Others = {
  readonly refused: readonly { readonly id: string; readonly name: string; readonly words: string }[]
  readonly applicants: readonly {
    readonly id: string
    readonly name: string
    readonly siteUrl: string
    readonly refused: boolean
  }[]
  readonly members: readonly { readonly slug: string; readonly name: string; readonly siteUrl: string }[]
}

/** From this share on two texts are one, changed a little. */
const sameWords = 0.6
/** Shorter texts are alike by chance. */
const fewestShingles = 40
const manyLinks = 3

export function signsOf(applying: Applying, others: Others): Sign[] {
  return [...alike(applying, others), ...sitesOf(applying, others), ...linksOf(applying.words), ...siteless(applying)]
}

/** Those that stand against an application until a person has looked. */
export function isHard(sign: Sign): boolean {
  return sign.code === 'like-refused' || sign.code === 'commerce' || (sign.code === 'site-of-applicant' && sign.refused)
}

/** The refused one it is most like. */
function alike({ words }: Applying, { refused }: Others): Sign[] {
  const own = shingles(words)
  let most = { share: 0, id: '', name: '' }
  for (const { id, name, words: theirs } of refused) {
    const share = likeness(own, shingles(theirs))
    if (share > most.share) most = { share, id, name }
  }
  if (most.share < sameWords) return []
  return [{ code: 'like-refused', application: most.id, name: most.name, percent: Math.round(most.share * 100) }]
}

/** How much of the shorter text is in the other, from 0 to 1; 0 where one says too little. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a]
  if (less.size < fewestShingles) return 0
  let shared = 0
  for (const one of less) if (more.has(one)) shared += 1
  return shared / less.size
}

/** Five letters or digits in a row, whatever stands between them: so scripts without spaces are compared, too. */
export function shingles(text: string): Set<string> {
  const plain = [
    ...inNormalForm(text.slice(0, 20_000), 'NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  ]
  const found = new Set<string>()
  for (let i = 0; i + 5 <= plain.length; i += 1) found.add(plain.slice(i, i + 5).join(''))
  return found
}

function sitesOf({ siteUrl }: Applying, { applicants, members }: Others): Sign[] {
  if (siteUrl === null) return []
  const here = (one: { readonly siteUrl: string }) => isSameSite(siteUrl, one.siteUrl)
  return [
    ...members.filter(here).map(({ slug, name }): Sign => ({ code: 'site-of-member', slug, name })),
    ...applicants
      .filter(here)
      .map(({ id, name, refused }): Sign => ({ code: 'site-of-applicant', application: id, name, refused })),
  ]
}

/** On one host; where both name a place on it (a page among many of a platform), in the same place. */
export function isSameSite(a: string, b: string): boolean {
  const [one, two] = [placeOf(a), placeOf(b)]
  if (!one || !two || one.host !== two.host) return false
  return one.first === '' || two.first === '' || one.first === two.first
}

function placeOf(url: string): { host: string; first: string } | undefined {
  const read = URL.parse(url)
  if (!read) return undefined
  return { host: read.host.replace(/^www\./, ''), first: read.pathname.split('/')[1]?.toLowerCase() ?? '' }
}

/** An address with the words it is put on, as HTML, BBCode, Markdown or plain text has it. */
const links =
  /<a\s[^>]{0,500}>[^<]{0,200}|\[url[^\]]{0,500}\][^[]{0,200}|\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|https?:\/\/[^\s<>"')\]]{1,500}|\bwww\.[^\s<>"')\]]{1,500}/giu
const written = /<a\s|\[url/i
/** What such links sell. Only on a link: who writes about gambling has the word in their text. */
const sold =
  /casino|viagra|cialis|payday.?loan|escort|backlinks?|guest.?posts?|seo.?(?:service|agency|expert)|buy.?followers|slot.?(?:gacor|online)|judi.?online|sports?.?bett?ing|forex.?signal|crypto.?(?:invest|signal)|apuestas|pr[ée]stamos?.?r[áa]pidos?|казино|ставки.?на.?спорт|مراهنات|كازينو|赌场|博彩|カジノ/iu

function linksOf(words: string): Sign[] {
  const found = words.slice(0, 20_000).match(links) ?? []
  const selling = found.find((link) => sold.test(link))
  return [
    ...(found.length >= manyLinks || found.some((link) => written.test(link))
      ? [{ code: 'links', count: found.length } as const]
      : []),
    ...(selling ? [{ code: 'commerce', link: selling.slice(0, 120) } as const] : []),
  ]
}

function siteless({ siteUrl, feedUrl, seen }: Applying): Sign[] {
  if (siteUrl === null) return [{ code: 'no-site' }]
  if (seen === 'unread') return [{ code: 'site-unread' }]
  return feedUrl === null ? [{ code: 'no-feed' }] : []
}

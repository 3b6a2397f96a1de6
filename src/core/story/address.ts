/**
 * A story's address: the day it was published in the network's time zone and a slug in plain ASCII, readable whatever
 * script the headline is in.
 */
import type { Genre } from './gate.ts'
import { readable, transliterate } from './transliterate.ts'

const longest = 70

/** The day of a moment in a time zone, `2013-09-02`. */
export function dayIn(timeZone: string, at: Date): string {
  let zone = zones.get(timeZone)
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    zone = { format, days: new Map() }
    zones.set(timeZone, zone)
  }
  // Formatting is slow, and a page asks for the same few minutes again and again. Wherever there are zones, days begin
  // with a minute.
  const minute = Math.floor(at.getTime() / 60_000)
  let day = zone.days.get(minute)
  if (day === undefined) {
    day = zone.format.format(at)
    if (zone.days.size >= mostMinutes) zone.days.clear()
    zone.days.set(minute, day)
  }
  return day
}
const mostMinutes = 5_000
const zones = new Map<string, { readonly format: Intl.DateTimeFormat; readonly days: Map<number, string> }>()

/**
 * The slug a story's headline gives. Han characters have no reading by themselves: of a headline with some of them what
 * can be read aloud is kept (names in Latin letters, loan words in katakana), and where that is little, the genre says
 * what it is. The second of a day gets a number (`report-2`).
 */
export function storySlug(headline: string, language: string, genre: Genre): string {
  if (!/\p{Script=Han}/u.test(headline)) return slugOf(headline, language)
  const slug = sluggedWords(transliterate(readable(headline), language))
  const letters = slug.replace(/[^a-z]/g, '').length
  return letters >= telling ? slug : slug ? `${slug}-${genre}` : genre
}
/** Fewer letters than this tell nobody what a story is about. */
const telling = 8

/** The slug a name gives: lower-case words with hyphens, cut between words; `story` when nothing is left. */
export function slugOf(name: string, language = ''): string {
  return sluggedWords(transliterate(name, language)) || 'story'
}

/**
 * The slug of a member: its name, and, where little of that can be read aloud (Chinese, Japanese), the host of its site.
 */
export function memberSlug(name: string, host: string): string {
  // Of a name every syllable counts, also one that would be an ending in a sentence.
  const slug = sluggedWords(transliterate(name.replace(/\p{Script=Han}+/gu, ' ')))
  return slug.replace(/[^a-z]/g, '').length >= namely
    ? slug
    : /\p{Script=Han}/u.test(name)
      ? slugOf(host.replace(/^www\./, ''))
      : slugOf(name)
}
/** Fewer letters than this are no name. */
const namely = 4

function sluggedWords(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const next = slug ? `${slug}-${word}` : word.slice(0, longest)
    if (next.length > longest) break
    slug = next
  }
  return slug
}

/** The first of slug, slug-2, slug-3 … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let n = 2; ; n += 1) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`
}

/**
 * A story's address: the day it was published in the network's time zone and a slug in plain ASCII, readable whatever
 * script the headline is in.
 */
import { transliterate } from './transliterate.ts'

const longest = 70

/** The day of a moment in a time zone, `2013-09-02`. */
export function dayIn(timeZone: string, at: Date): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format.format(at)
}
const formats = new Map<string, Intl.DateTimeFormat>()

/** The slug a headline gives: lower-case words with hyphens, cut between words; `story` when nothing is left. */
export function slugOf(headline: string, language = ''): string {
  const words = transliterate(headline, language)
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
  return slug || 'story'
}

/** The first of slug, slug-2, slug-3 … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let n = 2; ; n += 1) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`
}

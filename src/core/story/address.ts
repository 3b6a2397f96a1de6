/**
 * A story's address: the day it was published in the network's time zone and a slug in plain ASCII, readable whatever
 * script the headline is in.
 */
import { transliterate } from './transliterate.ts'

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

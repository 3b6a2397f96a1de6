/** The facts a release's file may state, and what each must look like. Every value comes as text, a list or a map. */
import { z } from 'zod'
import { isDay } from '../calendar.ts'
import { readDate } from '../dates.ts'
import { canonicalLanguage } from '../language.ts'
import { licenceNamed } from '../story/licence.ts'
import { storyNamed } from '../story/story-name.ts'

export const isMissing = 'is missing'
export const holdsHtml = 'holds HTML: write plain words'

/** Text on one line; markup in it would be shown to readers as it stands. */
function line(most: number) {
  return z
    .string({ error: ({ input }) => (input === undefined ? isMissing : 'must be text') })
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .max(most, `is longer than ${most} characters`)
        .refine((text) => !/<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/i.test(text), holdsHtml),
    )
}

function paragraphs(most: number) {
  return z
    .string({ error: ({ input }) => (input === undefined ? isMissing : 'must be text') })
    .max(most, `is longer than ${most} characters`)
    .transform((text) => text.trim())
}

/** Text that is turned into something else, or refused with what it must be. */
function read<T>(must: string, reading: (text: string) => T | undefined) {
  return line(2000).transform((text, context): T => {
    const value = reading(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: `is "${text}": it must be ${must}` })
    return z.NEVER
  })
}

/** One entry or a list of them. */
function many<T extends z.ZodType>(entry: T, most = 200) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z.array(entry).max(most, `has more than ${most} entries`),
  )
}

/** A map of further keys; where `short` is given, text alone stands for that key. */
function block<T extends z.ZodRawShape>(shape: T, short?: keyof T & string) {
  const error = `must be ${short === undefined ? '' : 'text, or '}a block of keys: ${Object.keys(shape).join(', ')}`
  const strict = z.strictObject(shape, { error: ({ code }) => (code === 'invalid_type' ? error : undefined) })
  return z.preprocess(
    (value) => (short !== undefined && typeof value === 'string' ? { [short]: value } : value),
    strict,
  )
}

const moment = read('a moment with its zone, as 2026-12-01 18:00 +03:00', (text) => {
  const written = text.replace(/ (?=(?:Z|[+-]\d\d:?\d\d)$)/, '')
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)$/.test(written) ? readDate(written) : undefined
})
const day = read('a day, as 2026-11-22', (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && isDay(text) ? text : undefined))
const web = read('an address of the web, as https://example.org', (text) => {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)
  const sound = url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username && !url.password
  return sound ? url.href : undefined
})
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const country = read('the two letters of a country, as KE', (text) =>
  /^[a-z]{2}$/i.test(text) && regions.of(text.toUpperCase()) ? text.toUpperCase() : undefined,
)
const creditOnly = { licence: 'headline', url: null } as const

export const releaseGenres = ['release', 'statement', 'advisory'] as const

export const shapes = {
  dateline: {
    place: line(120)
      .refine((text) => !/\d{4}/.test(text), 'holds a date: write it apart, as "date"')
      .optional(),
    date: day.optional(),
  },
  event: { starts: moment, ends: moment.optional(), venue: line(300).optional() },
  places: { name: line(120).optional(), country: country.optional() },
  supporters: { name: line(200), url: web.optional() },
  quotes: { text: paragraphs(3000), speaker: line(200), role: line(200).optional() },
  contact: {
    name: line(200).optional(),
    role: line(200).optional(),
    email: read('a mail address', (text) =>
      /^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:.]+$/.test(text) ? text : undefined,
    ).optional(),
    phone: read('a telephone number, as +254 20 555 0100', (text) =>
      /^\+?[\d\s()./-]{4,30}$/.test(text) ? text : undefined,
    ).optional(),
    url: web.optional(),
  },
  boilerplate: { about: line(200).optional(), text: paragraphs(10_000) },
  pictures: {
    file: read('a file beside this one, as photo.jpg', (text) =>
      /^(?![/\\~])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^:]+$/.test(text) ? text : undefined,
    ),
    alt: line(1000),
    caption: line(1000).optional(),
    credit: line(200).optional(),
    licence: read(
      'free, credit (to be shown, not handed on), or a Creative Commons licence such as CC BY 4.0',
      (text) =>
        text === 'credit' ? creditOnly : text === 'excerpt' || text === 'headline' ? undefined : licenceNamed(text),
    ),
  },
}

export const fields = {
  headline: line(300),
  standfirst: line(1000),
  byline: line(200),
  dateline: block(shapes.dateline, 'place'),
  language: read('a language, as en, es or pt-BR', canonicalLanguage),
  translationOf: read('the address of a story on this network, or its id', (text) =>
    storyNamed(text) === undefined ? undefined : text,
  ),
  genre: z.enum(releaseGenres, { error: ({ input }) => `is "${input}": it must be release, statement or advisory` }),
  sponsored: read('true or false', (text) => (text === 'true' ? true : text === 'false' ? false : undefined)),
  event: block(shapes.event),
  expires: moment,
  topics: many(line(80), 20),
  keywords: many(line(80), 30),
  places: z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]).map((one) => (isCode(one) ? { country: one } : one)),
    many(
      block(shapes.places, 'name').refine(({ name, country: code }) => name || code, 'must have a name or a country'),
      50,
    ),
  ),
  supporters: many(block(shapes.supporters, 'name'), 500),
  quotes: many(block(shapes.quotes), 50),
  contact: many(
    block(shapes.contact, 'email').refine(
      ({ email, phone, url }) => email || phone || url,
      'must say how to reach somebody: email, phone or url',
    ),
    20,
  ),
  notesToEditors: paragraphs(20_000),
  boilerplate: many(block(shapes.boilerplate, 'text'), 50),
  licence: read('free, excerpt, headline, or a Creative Commons licence such as CC BY 4.0', licenceNamed),
  usageTerms: line(500),
  pictures: many(block(shapes.pictures), 30),
  edNote: paragraphs(5000),
  urgency: read('a number from 1 (most urgent) to 8', (text) => (/^[1-8]$/.test(text) ? Number(text) : undefined)),
  slugline: line(80),
}

export type FieldName = keyof typeof fields
export type Fields = { readonly [K in FieldName]?: z.output<(typeof fields)[K]> | undefined }

/** What other programs and people call these facts. */
export const otherNames: Readonly<Record<string, FieldName>> = {
  title: 'headline',
  subtitle: 'standfirst',
  summary: 'standfirst',
  description: 'standfirst',
  author: 'byline',
  authors: 'byline',
  date: 'dateline',
  place: 'dateline',
  location: 'dateline',
  lang: 'language',
  translation: 'translationOf',
  translates: 'translationOf',
  type: 'genre',
  kind: 'genre',
  tags: 'keywords',
  categories: 'topics',
  country: 'places',
  countries: 'places',
  signatories: 'supporters',
  contacts: 'contact',
  notes: 'notesToEditors',
  about: 'boilerplate',
  rights: 'usageTerms',
  copyright: 'licence',
  images: 'pictures',
  photos: 'pictures',
}

function isCode(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z]{2}$/i.test(value)
}

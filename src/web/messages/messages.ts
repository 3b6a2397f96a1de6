/**
 * The words of the interface in one language. A view asks by key; a key that is not in the catalogue does not compile,
 * and neither does a catalogue that lacks one.
 */
import { canonicalLanguage, directionOf } from '../../core/language.ts'
import type { OwnWords } from '../../core/network.ts'
import { type Html, html } from '../html.ts'
import { ar } from './ar.ts'
import type { CatalogueOf, Plural } from './catalogue.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { typesetDate, typesetterOf } from './typeset.ts'

export type Key = keyof typeof en
/** What every further language gives: each key, plural where English is. */
export type Catalogue = CatalogueOf<typeof en>

type Holes<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never
type Text<K extends Key> = (typeof en)[K] extends string ? (typeof en)[K] : (typeof en)[K][keyof (typeof en)[K]]
type Fill<K extends Key, V> = Readonly<Record<Holes<Text<K>>, V>>
type Args<K extends Key, V> = [Holes<Text<K>>] extends [never] ? [] : [fill: Fill<K, V>]

/** By language; a further one is added here and in no other place. */
export const catalogues: Readonly<Record<string, Catalogue>> = { en, es, ar, fr, de, pt, ru }

/** `day`: 22 November 2026; `long`: with the weekday; `month`: November 2026; `moment`: day and time with the zone. */
export type DateStyle =
  | 'day'
  | 'long'
  | 'month'
  | 'monthName'
  | 'monthLetter'
  | 'dayOfMonth'
  | 'time'
  | 'short'
  | 'moment'

export type Words = {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** The message as text. */
  <K extends Key>(key: K, ...args: Args<K, string | number>): string
  /** The message with markup in its holes, each where the language wants it. */
  rich<K extends Key>(key: K, ...args: Args<K, string | number | Html>): Html
  number(value: number): string
  /** A moment, told in the network's time zone. */
  date(moment: Date, style: DateStyle): string
  /** A day (`2026-11-22`) or month (`2026-11`) as the archive counts them; no time zone moves it. */
  day(day: string, style: DateStyle): string
  /** A language's name for itself: for who looks for texts in it. */
  autonym(tag: string): string
  /** A language's name in this one: for who reads about it. */
  languageName(tag: string): string
  countryName(code: string): string
  list(parts: readonly string[]): string
  /** For `sort`: as this language orders names. */
  compare(a: string, b: string): number
  /** The same with a capital letter at its start, as a title begins. */
  titled(text: string): string
}

const made = new Map<string, Words>()

/** Whether there are words in a language; `es-MX` has those of `es`, with its own dates and numbers. */
export function isSpoken(language: string): boolean {
  return catalogueOf(language) !== undefined
}

/**
 * The words of `language` (English where there is no catalogue), with times told in `timeZone`. `own` are those a network
 * says in its own way, by language.
 */
export function messages(language: string, timeZone: string, own?: OwnWords): Words {
  const said = own?.[language]
  const kept = said ? madeOf(said) : made
  const key = `${language} ${timeZone}`
  const known = kept.get(key)
  if (known) return known
  const words = makeWords(isSpoken(language) ? language : 'en', timeZone, said)
  kept.set(key, words)
  return words
}

/** As long as the network they belong to is at hand. */
const madeFor = new WeakMap<object, Map<string, Words>>()

function madeOf(said: object): Map<string, Words> {
  const known = madeFor.get(said) ?? new Map<string, Words>()
  madeFor.set(said, known)
  return known
}

/** A message as the program itself says it, with its holes. Those with a plural say it for many. */
export function defaultWords(language: string, key: Key): string {
  const message: string | Plural = (catalogueOf(language) ?? en)[key]
  return typeof message === 'string' ? message : message.other
}

function catalogueOf(language: string): Catalogue | undefined {
  const [base = ''] = language.split('-')
  return Object.hasOwn(catalogues, base) ? catalogues[base] : undefined
}

function makeWords(language: string, timeZone: string, own: Readonly<Record<string, string>> = {}): Words {
  const catalogue = catalogueOf(language) ?? en
  const locale = localeOf(language)
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  const moments = dateFormats(datesOf(language), timeZone)
  const days = dateFormats(datesOf(language), 'UTC')
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  const countries = new Intl.DisplayNames([locale], { type: 'region' })
  const inShort = new Intl.DisplayNames([locale], { type: 'region', style: 'short' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const collator = new Intl.Collator(locale, { numeric: true })
  const piecesOf = cutter(typesetterOf(language))

  const parts = (key: Key, fill: Readonly<Record<string, unknown>> = {}) => {
    const message: string | Plural = own[key] ?? catalogue[key]
    const text = typeof message === 'string' ? message : (message[plurals.select(countIn(fill))] ?? message.other)
    return piecesOf(text)
  }
  const shown = (value: unknown) => (typeof value === 'number' ? numbers.format(value) : String(value ?? ''))

  const words = (key: Key, fill?: Readonly<Record<string, unknown>>) =>
    parts(key, fill)
      .map((part, i) => (i % 2 === 0 ? part : shown(fill?.[part])))
      .join('')
  return Object.assign(words, {
    language,
    direction: directionOf(language),
    rich: (key: Key, fill?: Readonly<Record<string, unknown>>) =>
      html`${parts(key, fill).map((part, i) => {
        const value = i % 2 === 0 ? part : fill?.[part]
        return typeof value === 'object' ? (value as Html) : shown(value)
      })}`,
    number: (value: number) => numbers.format(value),
    date: (moment: Date, style: DateStyle) => moments(style)(moment),
    day: (day: string, style: DateStyle) => days(style)(new Date(day.length === 7 ? `${day}-01` : day)),
    autonym,
    languageName: (tag: string) => nameOf(languages, tag),
    // CLDR writes Congo - Kinshasa, and for Portugal the name in two languages. Newspapers write Hong Kong and Macao without
    // what administration they are.
    countryName: (code: string) =>
      nameOf(/^(?:hk|mo)$/i.test(code) ? inShort : countries, code.toUpperCase())
        .replace(' - ', ' – ')
        .replace('Côte d’Ivoire (Costa do Marfim)', 'Costa do Marfim')
        .replace('единенн', 'единённ'),
    list: (items: readonly string[]) => lists.format(items),
    compare: collator.compare,
    titled: (text: string) => titled(text, locale),
  }) as Words
}

/** A message set in type and cut at its holes: text, name, text, name, text. */
function cutter(typeset: (text: string) => string): (message: string) => readonly string[] {
  const pieces = new Map<string, readonly string[]>()
  return (message) => {
    let cut = pieces.get(message)
    if (!cut) {
      cut = typeset(message).split(/\{(\w+)\}/)
      pieces.set(message, cut)
    }
    return cut
  }
}

/**
 * How numbers and names are told in a language, and dates as `datesOf` says. British dates: 22 November 2026. Portuguese as
 * its catalogue is spelt: Quénia, not Quênia. Western figures in Arabic, which its papers print on both sides of the
 * Mediterranean.
 */
export function localeOf(language: string): string {
  if (language === 'en') return 'en-GB'
  if (language === 'pt') return 'pt-PT'
  return language.split('-')[0] === 'ar' ? `${language}-u-nu-latn` : language
}

/** Portugal's short dates are figures alone (22/11/2026); Brazil's name the month in the same words. */
export function datesOf(language: string): string {
  return language === 'pt' ? language : localeOf(language)
}

/** The code itself where nobody knows its name. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

function titled(text: string, locale: string | undefined): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(locale) + text.slice(first.length)
}

function countIn(fill: Readonly<Record<string, unknown>>): number {
  return typeof fill.count === 'number' ? fill.count : 0
}

const styles: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthName: { month: 'long' },
  monthLetter: { month: 'narrow' },
  dayOfMonth: { weekday: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  short: { day: 'numeric', month: 'short' },
  moment: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
}

/** No style tells seconds, and pages tell the same few moments again and again: each is formatted once. */
function dateFormats(locale: string, timeZone: string): (style: DateStyle) => (moment: Date) => string {
  const formats = new Map<DateStyle, (moment: Date) => string>()
  return (style) => {
    let format = formats.get(style)
    if (!format) {
      format = minuteFormat(new Intl.DateTimeFormat(locale, { ...styles[style], timeZone }))
      formats.set(style, format)
    }
    return format
  }
}

function minuteFormat(format: Intl.DateTimeFormat): (moment: Date) => string {
  const language = format.resolvedOptions().locale
  const told = new Map<number, string>()
  return (moment) => {
    const minute = Math.floor(moment.getTime() / 60_000)
    let words = told.get(minute)
    if (words === undefined) {
      words = typesetDate(format.format(moment), language)
      if (told.size >= 5_000) told.clear()
      told.set(minute, words)
    }
    return words
  }
}

const autonyms = new Map<string, string>()

/** `es` → Español. The tag itself where nobody knows its name. */
function autonym(tag: string): string {
  const known = autonyms.get(tag)
  if (known) return known
  let name = tag
  try {
    name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag
  } catch {
    // Not a language tag: shown as it was given.
  }
  const upper = titled(name, canonicalLanguage(tag))
  if (autonyms.size < 500) autonyms.set(tag, upper)
  return upper
}

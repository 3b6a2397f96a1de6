/** The form of a member's profile: as it was typed, and what can be taken of it. */

import { type MemberKind, memberKinds } from '../core/member/member.ts'
import { readMemberName } from '../core/member/name.ts'
import {
  type AboutWords,
  type ContactPurpose,
  contactPurposes,
  type MemberContact,
  type OtherName,
  type Visibility,
  visibilities,
} from '../core/member/profile.ts'
import { inNormalForm } from '../core/normal-form.ts'
import type { MemberFacts } from '../db/profiles.ts'
import { parts, readCountry, readLanguage } from './profile-words.ts'
import { siteAddress } from './site-address.ts'

type Row = { readonly language: string; readonly words: string }

/** As it was typed: lists as words with commas between, homes one to a line. */
export type ProfileForm = {
  readonly name: string
  readonly kind: string
  readonly site: string
  readonly names: readonly Row[]
  readonly abouts: readonly Row[]
  readonly languages: string
  readonly country: string
  readonly countryShown: boolean
  readonly place: string
  readonly placeShown: boolean
  readonly covers: string
  readonly topics: string
  readonly homes: string
  readonly founded: string
  readonly audience: string
  readonly contacts: readonly { readonly purpose: string; readonly visibility: string; readonly words: string }[]
}

/** `name` of the field that is wrong; rows are counted: `abouts-0`. */
export type ProfileFault = {
  readonly name: string
  readonly field:
    | 'name'
    | 'kind'
    | 'site'
    | 'names'
    | 'abouts'
    | 'languages'
    | 'country'
    | 'covers'
    | 'topics'
    | 'homes'
    | 'founded'
    | 'contacts'
  readonly what: 'missing' | 'unusable' | 'language' | 'many' | 'long' | 'twice'
  /** The very words that could not be read, where it is one of several. */
  readonly words?: string
}

/** What is written. Topics are slugs. */
export type ProfileGiven = {
  readonly facts: MemberFacts
  readonly names: readonly OtherName[]
  readonly abouts: readonly AboutWords[]
  readonly covers: readonly string[]
  readonly topics: readonly string[]
  readonly homes: readonly { readonly url: string; readonly name: string }[]
  readonly founded: number | null
  readonly audience: string
  readonly place: string
  readonly placeShown: boolean
  readonly contacts: readonly MemberContact[]
}

export const most = { names: 8, abouts: 8, homes: 20, contacts: 12, topics: 20, covers: 60, about: 2_000 }

/** Named fields only: whatever else a form brings is nobody's. */
export function typedProfile(form: URLSearchParams): ProfileForm {
  const line = (name: string, longest = 200) => (form.get(name) ?? '').replace(/\s+/g, ' ').trim().slice(0, longest)
  const text = (name: string, longest: number) =>
    (form.get(name) ?? '').replace(/\r\n?/g, '\n').trim().slice(0, longest)
  const counted = <T>(name: string, most: number, row: (at: string) => T) =>
    Array.from({ length: most + 1 }, (_, i) => `${name}-${i}`).flatMap((at) => (form.has(at) ? [row(at)] : []))
  return {
    name: line('name', 300),
    kind: line('kind', 40),
    site: line('site', 2_000),
    // A row left empty is the one that was there to be filled in.
    names: counted('names', most.names, (at) => ({
      language: line(`${at}-language`, 60),
      words: line(at, 300),
    })).filter(isSomething),
    abouts: counted('abouts', most.abouts, (at) => ({
      language: line(`${at}-language`, 60),
      words: text(at, 10_000),
    })).filter(isSomething),
    languages: line('languages', 500),
    country: line('country', 100),
    countryShown: form.get('countryShown') === 'yes',
    place: line('place', 80),
    placeShown: form.get('placeShown') === 'yes',
    covers: line('covers', 2_000),
    topics: line('topics', 2_000),
    homes: text('homes', 10_000),
    founded: line('founded', 10),
    audience: line('audience', 120),
    contacts: counted('contacts', most.contacts, (at) => ({
      purpose: line(`${at}-purpose`, 20),
      visibility: line(`${at}-visibility`, 20),
      words: line(at, 300),
    })).filter(({ words }) => words !== ''),
  }
}

function isSomething({ language, words }: Row): boolean {
  return language !== '' || words !== ''
}

type On = {
  /** The language of the page: names of countries and languages may be written in it. */
  readonly language: string
  readonly topics: readonly { readonly slug: string; readonly name: string }[]
  readonly year: number
}

/** What is taken of it, and what cannot be: one is empty, or the other is of no use. */
export function readProfile(typed: ProfileForm, on: On): { given: ProfileGiven; faults: ProfileFault[] } {
  const faults: ProfileFault[] = []
  const wrong = (name: string, field: ProfileFault['field'], what: ProfileFault['what'], words?: string) =>
    void faults.push({ name, field, what, ...(words ? { words } : {}) })
  const name = readMemberName(typed.name)
  if (!name) wrong('name', 'name', typed.name === '' ? 'missing' : 'unusable')
  const kind = memberKinds.find((one) => one === typed.kind)
  if (!kind) wrong('kind', 'kind', 'missing')
  const siteUrl = typed.site === '' ? null : siteAddress(typed.site)
  if (siteUrl === undefined) wrong('site', 'site', 'unusable')
  const languages = eachOf(
    parts(typed.languages),
    (text) => readLanguage(text),
    (text) => wrong('languages', 'languages', 'unusable', text),
  )
  const country = typed.country === '' ? null : readCountry(typed.country, on.language)
  if (country === undefined) wrong('country', 'country', 'unusable')
  const names = readRows(typed.names, 'names', wrong).flatMap(({ language, words, at }) => {
    const name = readMemberName(words)
    if (!name) wrong(at, 'names', 'unusable')
    return name ? [{ language, name }] : []
  })
  const abouts = readRows(typed.abouts, 'abouts', wrong).map(({ language, words, at }) => {
    if (words.length > most.about) wrong(at, 'abouts', 'long')
    return { language, words }
  })
  const covers = eachOf(
    parts(typed.covers),
    (text) => readCountry(text, on.language),
    (text) => wrong('covers', 'covers', 'unusable', text),
  )
  const topics = eachOf(
    parts(typed.topics),
    (text) => topicOf(on.topics, text),
    (text) => wrong('topics', 'topics', 'unusable', text),
  )
  if (covers.length > most.covers) wrong('covers', 'covers', 'many')
  if (topics.length > most.topics) wrong('topics', 'topics', 'many')
  const founded = typed.founded === '' ? null : readYear(typed.founded, on.year)
  if (founded === undefined) wrong('founded', 'founded', 'unusable')
  return {
    faults,
    given: {
      facts: {
        name: name ?? '',
        kind: kind ?? ('website' satisfies MemberKind),
        siteUrl: siteUrl ?? null,
        about: abouts[0]?.words ?? '',
        languages,
        country: country ?? null,
        countryShown: typed.countryShown && country !== null,
      },
      ...{ names, abouts, covers, topics },
      homes: readHomes(typed.homes, wrong),
      founded: founded ?? null,
      audience: typed.audience,
      place: typed.place,
      placeShown: typed.placeShown && typed.place !== '',
      contacts: readContacts(typed.contacts, wrong),
    },
  }
}

type Wrong = (name: string, field: ProfileFault['field'], what: ProfileFault['what'], words?: string) => void

/** Rows that say something, each with its language; no language twice. */
function readRows(
  rows: readonly Row[],
  field: 'names' | 'abouts',
  wrong: Wrong,
): { language: string; words: string; at: string }[] {
  const seen = new Set<string>()
  return rows.flatMap(({ language: written, words }, i) => {
    if (words === '') return []
    const at = `${field}-${i}`
    const language = readLanguage(written)
    if (!language) wrong(`${at}-language`, field, 'language')
    else if (field === 'abouts' && seen.has(language)) wrong(`${at}-language`, field, 'twice')
    if (language) seen.add(language)
    return [{ language: language ?? '', words, at }]
  })
}

/** An address first, then what it is called, if anything. */
function readHomes(text: string, wrong: Wrong): ProfileGiven['homes'] {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  if (lines.length > most.homes) wrong('homes', 'homes', 'many')
  const homes = lines.slice(0, most.homes).flatMap((line) => {
    const [, address = '', name = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? []
    const url = address.length <= 500 ? siteAddress(address) : undefined
    if (!url) wrong('homes', 'homes', 'unusable', line.slice(0, 60))
    return url ? [{ url, name: name.slice(0, 80) }] : []
  })
  return homes.filter(({ url }, i) => homes.findIndex((home) => home.url === url) === i)
}

function readContacts(rows: ProfileForm['contacts'], wrong: Wrong): MemberContact[] {
  return rows.flatMap(({ purpose: forWhat, visibility: forWhom, words }, i) => {
    if (words === '') return []
    const purpose: ContactPurpose | undefined = contactPurposes.find((one) => one === forWhat)
    const visibility: Visibility | undefined = visibilities.find((one) => one === forWhom)
    if (purpose && visibility) return [{ purpose, visibility, words }]
    wrong(`contacts-${i}`, 'contacts', 'unusable')
    return []
  })
}

function eachOf<T>(words: readonly string[], read: (text: string) => T | undefined, fail: (text: string) => void): T[] {
  const found = words.flatMap((text) => {
    const one = read(text)
    if (one === undefined) fail(text.slice(0, 60))
    return one === undefined ? [] : [one]
  })
  return [...new Set(found)]
}

function topicOf(topics: On['topics'], text: string): string | undefined {
  const low = inNormalForm(text, 'NFC').toLowerCase()
  return topics.find(({ slug, name }) => slug === low || name.toLowerCase() === low)?.slug
}

function readYear(text: string, now: number): number | undefined {
  const digits = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  const year = /^\d{4}$/.test(digits) ? Number(digits) : 0
  return year >= 1500 && year <= now ? year : undefined
}

/** The network's facts as people write them: read and written here alone, for pages and commands alike. */
import { isDay } from '../core/calendar.ts'
import { canonicalLanguage } from '../core/language.ts'
import type { Network } from '../core/network.ts'
import { isSpoken } from '../web/messages/messages.ts'

export const factKeys = [
  'name',
  'tagline',
  'founded',
  'time-zone',
  'languages',
  'accent',
  'homes',
  'applications',
  'appeals',
] as const
export type FactKey = (typeof factKeys)[number]

type Facts = Omit<Network, 'tagAuthority' | 'words'>
export type FactChange = Partial<Facts>
/** What cannot be used, and the words it was found in. */
export type FactFault = { readonly fault: FaultKind; readonly words: string }
export type FaultKind =
  | 'missing'
  | 'long'
  | 'day'
  | 'zone'
  | 'language'
  | 'wordless'
  | 'colour'
  | 'home'
  | 'rate'
  | 'person'

/** Characters a name and a tagline have at most: more has no place on a phone. */
export const longest = { name: 80, tagline: 200 }

type Fact = {
  read(text: string): FactChange | FactFault
  /** As it is read again; homes one to a line. */
  write(facts: Facts): string
}

export const facts: Readonly<Record<FactKey, Fact>> = {
  name: { read: nameOf, write: ({ name }) => name },
  tagline: {
    read: (text) => (fits(text, 'tagline') ? { tagline: inOneLine(text) } : told('long', text)),
    write: ({ tagline }) => tagline,
  },
  founded: { read: dayOf, write: ({ foundedOn }) => foundedOn ?? '' },
  'time-zone': { read: zoneOf, write: ({ timeZone }) => timeZone },
  languages: { read: languagesOf, write: ({ languages }) => languages.join(', ') },
  accent: { read: colourOf, write: ({ accent }) => accent },
  appeals: { read: appealsOf, write: ({ appealsTo = '' }) => appealsTo },
  homes: { read: homesOf, write: ({ homes }) => homes.map(({ name, url }) => `${name} ${url}`).join('\n') },
  applications: { read: rateOf, write: ({ dailyApplications }) => String(dailyApplications ?? '') },
}

function nameOf(text: string): FactChange | FactFault {
  const name = inOneLine(text)
  if (name === '') return told('missing', text)
  return fits(text, 'name') ? { name } : told('long', text)
}

function dayOf(text: string): FactChange | FactFault {
  const day = text.trim()
  if (day === '') return { foundedOn: null }
  return isDay(day) ? { foundedOn: day } : told('day', day)
}

function zoneOf(text: string): FactChange | FactFault {
  try {
    return { timeZone: new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone }
  } catch {
    return told('zone', text)
  }
}

/** With commas between, the network's own first; each once. */
function languagesOf(text: string): FactChange | FactFault {
  const languages = new Set<string>()
  for (const tag of text.split(',')) {
    const language = canonicalLanguage(tag)
    if (!language) return told('language', tag)
    if (!isSpoken(language)) return told('wordless', language)
    languages.add(language)
  }
  return { languages: [...languages] }
}

function colourOf(text: string): FactChange | FactFault {
  return /^#[0-9a-f]{6}$/i.test(text.trim()) ? { accent: text.trim().toLowerCase() } : told('colour', text)
}

/** A name and its address, one to a line or with commas between. */
function homesOf(text: string): FactChange | FactFault {
  const homes: { name: string; url: string }[] = []
  for (const home of text.split(/[\n,]/).map(inOneLine).filter(Boolean)) {
    const [, name, url] = /^(.+?)\s+(https?:\/\/\S+)$/i.exec(home) ?? []
    if (!name || !url || !URL.canParse(url)) return told('home', home)
    homes.push({ name, url })
  }
  return { homes }
}

function rateOf(text: string): FactChange | FactFault {
  const rate = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return rate >= 1 && rate <= 10_000 ? { dailyApplications: rate } : told('rate', text)
}

/** A name and a mail address, with or without brackets: `Ada Wong <ada@example.org>`. */
function appealsOf(text: string): FactChange | FactFault {
  const line = inOneLine(text)
  if (line === '') return { appealsTo: '' }
  const [, name, mail] = /^([^<>@]{1,100}?) <?([^<>\s@]{1,64}@[^<>\s@]+\.[^<>\s@]+?)>?$/.exec(line) ?? []
  return name && mail ? { appealsTo: `${name} <${mail}>` } : told('person', text)
}

function told(fault: FaultKind, words: string): FactFault {
  return { fault, words: words.trim() }
}

function fits(text: string, what: keyof typeof longest): boolean {
  return [...inOneLine(text)].length <= longest[what]
}

function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

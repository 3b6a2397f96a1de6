/** What the front page holds below its lead and the wire: a file people can read, with a default of our own. */

import { canonicalLanguage } from './language.ts'
import type { Mistake } from './mistakes.ts'
import { nearest } from './nearest.ts'
import { type Genre, genres } from './story/gate.ts'

export const defaultSections = `# The sections of the front page, in their order, one to a line:
#
#   releases 6               the newest releases, beside the wire
#   corrections 3            what was put right last, beside the wire
#   members 24               the members with most stories, each with its logo
#   languages 4              a block for each of the languages most used, beside the page's own
#   language es 3            stories in a language
#   topic human-rights 3     stories of a topic, by its slug
#   country KE 3             stories about a country
#   genre opinion 3          stories of a genre
#   member harbour-times 3   stories of a member, by its slug
#
# The number says how many stories (languages, members). After a bar a section may be given a name, and names in the other
# languages of the pages:
#
#   topic human-rights 3 | Rights | es: Derechos | ar: حقوق

releases 6
corrections 3
members 24
languages 4
`

const fixed = ['releases', 'corrections', 'members', 'languages'] as const
const chosen = ['language', 'topic', 'country', 'genre', 'member'] as const

export type FrontSection = { readonly what: (typeof fixed)[number]; readonly most: number } | ChosenSection

export type ChosenSection = {
  readonly what: (typeof chosen)[number]
  /** Which of them: a tag, a slug, a country's code, a genre. */
  readonly which: string
  readonly most: number
  /** By language; '' for all the others. Empty where it is called what it is. */
  readonly names: Readonly<Record<string, string>>
  readonly line: number
}

const usual: Readonly<Record<(typeof fixed)[number] | (typeof chosen)[number], number>> = {
  releases: 6,
  corrections: 3,
  members: 24,
  languages: 4,
  language: 3,
  topic: 3,
  country: 3,
  genre: 3,
  member: 3,
}
/** What can be wrong with a line, for who tells it in other words than `says`: `fill` is what those name. */
export type FrontMistake = Mistake & { readonly why: FrontFault; readonly fill: Readonly<Record<string, string>> }
export type FrontFault = 'number' | 'alone' | 'twice' | 'unknown' | 'meant' | 'which' | 'none' | 'name' | 'names'
type Wrong = Omit<FrontMistake, 'line'>

const mostStories = 12
const mostMembers = 60

/** Reads the file; what cannot be read is a mistake, and not among the sections. */
export function readFrontSections(text: string): {
  readonly sections: readonly FrontSection[]
  readonly mistakes: readonly FrontMistake[]
} {
  const sections: FrontSection[] = []
  const mistakes: FrontMistake[] = []
  text.split(/\r\n?|\n/).forEach((written, i) => {
    if (written.trim() === '' || written.trim().startsWith('#')) return
    const read = sectionOf(written, i + 1, sections)
    if ('why' in read) mistakes.push({ line: i + 1, ...read })
    else sections.push(read)
  })
  return { sections, mistakes }
}

/** The section a line asks for, or what is wrong with it. */
function sectionOf(written: string, line: number, before: readonly FrontSection[]): FrontSection | Wrong {
  const [asked = '', ...named] = written.split('|').map((part) => part.trim())
  const words = asked.split(/\s+/)
  const [word = ''] = words
  const number = /^\d+$/.test(words.at(-1) ?? '') && words.length > 1 ? Number(words.pop()) : undefined
  const limit = word === 'members' ? mostMembers : mostStories
  if (number !== undefined && (number < 1 || number > limit))
    return wrong('number', `A section holds from 1 to ${limit}.`, { limit: String(limit) })
  const plain = fixed.find((one) => one === word)
  const most = number ?? (usual as Record<string, number>)[word] ?? 0
  if (plain) {
    if (words.length > 1 || named.length > 0)
      return wrong('alone', `"${plain}" takes a number and nothing else.`, { word: plain })
    return before.some((one) => one.what === plain) ? twice(plain) : { what: plain, most }
  }
  const what = chosen.find((one) => one === word)
  if (!what) {
    const known = [...fixed, ...chosen]
    const near = nearest(word, known)
    if (near !== undefined) return wrong('meant', `"${word}" is no section: did you mean "${near}"?`, { word, near })
    const all = known.join(', ')
    return wrong('unknown', `"${word}" is no section: it must be ${all}.`, { word, known: all })
  }
  if (words.length !== 2) return wrong('which', `Say which ${what} is meant: one word after it.`, { word: what })
  const which = valid(what, words[1] ?? '')
  if (which === undefined) return wrong('none', `"${words[1]}" is no ${what}.`, { word: `${words[1]}`, section: what })
  if (before.some((one) => 'which' in one && one.what === what && one.which === which)) return twice(`${what} ${which}`)
  const names = namesOf(named)
  return 'why' in names ? names : { what, which, most, names: Object.fromEntries(names), line }
}

function wrong(why: FrontFault, says: string, fill: Readonly<Record<string, string>>): Wrong {
  return { why, says, fill }
}

function twice(section: string): Wrong {
  return wrong('twice', `"${section}" stands above already.`, { word: section })
}

function valid(what: (typeof chosen)[number], word: string): string | undefined {
  switch (what) {
    case 'language':
      return canonicalLanguage(word)
    case 'country':
      return /^[a-z]{2}$/i.test(word) ? word.toUpperCase() : undefined
    case 'genre':
      return genres.find((genre: Genre) => genre === word)
    case 'topic':
    case 'member':
      return /^[a-z0-9-]+$/.test(word) ? word : undefined
  }
}

function namesOf(parts: readonly string[]): ReadonlyMap<string, string> | Wrong {
  const names = new Map<string, string>()
  for (const part of parts) {
    const [, tag = '', name = ''] = /^(?:([a-z]{2,3}(?:-[a-z0-9]+)?):)?\s*(.+)$/i.exec(part) ?? []
    const language = tag === '' ? '' : canonicalLanguage(tag)
    if (name === '' || language === undefined)
      return wrong('name', 'After a bar stands a name, or a language and a name: "es: Derechos".', {})
    if (names.has(language)) return wrong('names', 'Two names are for the same language.', {})
    names.set(language, name)
  }
  return names
}

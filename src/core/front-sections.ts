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
const mostStories = 12
const mostMembers = 60

/** Reads the file; what cannot be read is a mistake, and not among the sections. */
export function readFrontSections(text: string): {
  readonly sections: readonly FrontSection[]
  readonly mistakes: readonly Mistake[]
} {
  const sections: FrontSection[] = []
  const mistakes: Mistake[] = []
  text.split(/\r\n?|\n/).forEach((written, i) => {
    if (written.trim() === '' || written.trim().startsWith('#')) return
    const read = sectionOf(written, i + 1, sections)
    if (typeof read === 'string') mistakes.push({ line: i + 1, says: read })
    else sections.push(read)
  })
  return { sections, mistakes }
}

/** The section a line asks for, or what is wrong with it. */
function sectionOf(written: string, line: number, before: readonly FrontSection[]): FrontSection | string {
  const [asked = '', ...named] = written.split('|').map((part) => part.trim())
  const words = asked.split(/\s+/)
  const [word = ''] = words
  const number = /^\d+$/.test(words.at(-1) ?? '') && words.length > 1 ? Number(words.pop()) : undefined
  const limit = word === 'members' ? mostMembers : mostStories
  if (number !== undefined && (number < 1 || number > limit)) return `A section holds from 1 to ${limit}.`
  const plain = fixed.find((one) => one === word)
  const most = number ?? (usual as Record<string, number>)[word] ?? 0
  if (plain) {
    if (words.length > 1 || named.length > 0) return `"${plain}" takes a number and nothing else.`
    return before.some((one) => one.what === plain) ? `"${plain}" stands above already.` : { what: plain, most }
  }
  const what = chosen.find((one) => one === word)
  if (!what) {
    const known = [...fixed, ...chosen]
    const near = nearest(word, known)
    return `"${word}" is no section: ${near === undefined ? `it must be ${known.join(', ')}.` : `did you mean "${near}"?`}`
  }
  if (words.length !== 2) return `Say which ${what} is meant: one word after it.`
  const which = valid(what, words[1] ?? '')
  if (which === undefined) return `"${words[1]}" is no ${what}.`
  if (before.some((one) => 'which' in one && one.what === what && one.which === which))
    return `"${what} ${which}" stands above already.`
  const names = namesOf(named)
  return typeof names === 'string' ? names : { what, which, most, names, line }
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

function namesOf(parts: readonly string[]): Record<string, string> | string {
  const names: Record<string, string> = {}
  for (const part of parts) {
    const [, tag = '', name = ''] = /^(?:([a-z]{2,3}(?:-[a-z0-9]+)?):)?\s*(.+)$/i.exec(part) ?? []
    const language = tag === '' ? '' : canonicalLanguage(tag)
    if (name === '' || language === undefined)
      return 'After a bar stands a name, or a language and a name: "es: Derechos".'
    if (language in names) return 'Two names are for the same language.'
    names[language] = name
  }
  return names
}

/**
 * A release as it is written: a Markdown file that begins with its facts. Nothing of it is left out without a word:
 * what cannot be taken is a mistake with its line, and all mistakes are told at once.
 */

import { readMarkdown } from '../html/markdown.ts'
import type { SafeHtml } from '../html/sanitise.ts'
import type { Mistake } from '../mistakes.ts'
import { nearest } from '../nearest.ts'
import type { BackMatter, Contact, Way } from '../story/back-matter.ts'
import type { Licence } from '../story/gate.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import {
  type FieldName,
  type Fields,
  fields,
  holdsHtml,
  isMissing,
  otherNames,
  type releaseGenres,
  shapes,
} from './release-fields.ts'

export type ReleaseFile = {
  readonly genre: (typeof releaseGenres)[number]
  readonly sponsored: boolean
  readonly headline: string
  readonly standfirst: string
  readonly byline: string
  /** Undefined when the file does not say. */
  readonly language: string | undefined
  /** A story here that says the same in another language, as the file names it. */
  readonly translationOf: string | undefined
  readonly located: string
  readonly body: SafeHtml
  readonly keywords: readonly string[]
  readonly topics: readonly string[]
  readonly places: readonly { readonly name: string; readonly country: string | null }[]
  readonly licence: Licence
  readonly licenceUrl: string | null
  readonly usageTerms: string
  readonly pictures: readonly PictureWords[]
  readonly edNote: string
  readonly urgency: number | null
  readonly slugline: string
  /** RFC 3339; null when it does not expire. */
  readonly expires: string | null
  /** The dateline's day is empty, and a boilerplate without a name has an empty one, when the file does not say. */
  readonly backMatter: BackMatter
}

export type PictureWords = {
  readonly file: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
  readonly licence: Licence
  readonly licenceUrl: string | null
}

export type ReadRelease = {
  /** Undefined when there are mistakes. */
  readonly release: ReleaseFile | undefined
  readonly mistakes: readonly Mistake[]
  /** What could be read, mistakes or not: what it names can then be looked at too. */
  readonly given: Fields
  lineOf(path: readonly PropertyKey[]): number
}

export function readReleaseFile(bytes: Uint8Array): ReadRelease {
  const file = new TextDecoder().decode(bytes)
  const damaged = file.split(/\r\n?|\n/).findIndex((line) => line.includes('\uFFFD'))
  if (damaged >= 0) {
    const says = 'Some of the letters here are not UTF-8: save the file as UTF-8.'
    return { release: undefined, given: {}, mistakes: [{ line: damaged + 1, says }], lineOf: () => 1 }
  }
  const front = readFrontMatter(file)
  const { lineOf } = front
  const body = readMarkdown(front.body, front.bodyLine)
  const mistakes: Mistake[] = [...front.mistakes, ...body.mistakes.map((mistake) => ({ ...mistake, path: ['body'] }))]
  const given = front.values === undefined ? {} : readFields(front, mistakes)
  if (front.values !== undefined) {
    mistakes.push(...contradictions(given, lineOf))
    if (front.body.trim() === '')
      mistakes.push({
        ...{ line: front.bodyLine, what: 'missing', path: ['body'] },
        says: 'The text is missing: write it below the facts.',
      })
  }
  const texts = markdownOf(front, given, mistakes)
  const sorted = mistakes.toSorted((a, b) => a.line - b.line)
  return {
    release: sorted.length === 0 ? assemble(given, body.html, texts) : undefined,
    mistakes: sorted,
    given,
    lineOf,
  }
}

function readFields(front: FrontMatter, mistakes: Mistake[]): Fields {
  const { values, lineOf } = front
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    mistakes.push({ line: 2, says: 'The facts must be keys with their values: "headline: …", one to a line.' })
    return {}
  }
  const got: Record<string, unknown> = {}
  const meant = new Set<string | undefined>(Object.keys(values))
  for (const [key, value] of Object.entries(values)) {
    if (!Object.hasOwn(fields, key)) {
      meant.add(meantBy(key))
      mistakes.push({ line: lineOf([key]), says: unknownKey(key) })
      continue
    }
    const result = fields[key as FieldName].safeParse(value)
    if (result.success) got[key] = result.data
    else for (const issue of result.error.issues) mistakes.push(...mistakesOf(issue, key, lineOf))
  }
  if (!meant.has('headline')) {
    const says = '"headline" is missing: every release needs one.'
    mistakes.push({ line: 1, what: 'missing', path: ['headline'], says })
  }
  return got as Fields
}

type Issue = {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly maximum?: number | bigint
  readonly keys?: readonly string[]
}

function mistakesOf(issue: Issue, field: string, lineOf: FrontMatter['lineOf']): Mistake[] {
  const path = [field, ...issue.path]
  const name = path.findLast((step) => typeof step === 'string')
  if (issue.code !== 'unrecognized_keys')
    return [{ ...kindOf(issue), line: lineOf(path), path, says: `"${String(name)}" ${issue.message}.` }]
  return (issue.keys ?? []).map((key) => ({ line: lineOf([...path, key]), says: unknownKey(key, field) }))
}

function kindOf({ code, message, maximum }: Issue): Pick<Mistake, 'what' | 'most'> {
  if (code === 'too_big') return { what: 'long', most: Number(maximum) }
  if (message === isMissing) return { what: 'missing' }
  return { what: message === holdsHtml ? 'markup' : 'unusable' }
}

function unknownKey(key: string, within?: string): string {
  if (within === undefined && /^(embargo(ed)?|embargoUntil|scheduled?|publishAt|release(At|Date))$/i.test(key))
    return `"${key}" cannot be kept: a release is published at once. Take it out, and publish the file when everybody may read it.`
  const known = Object.keys(within === undefined ? fields : shapes[within as keyof typeof shapes])
  const meant = within === undefined ? meantBy(key) : nearest(key, known)
  const place = within === undefined ? 'a release' : `"${within}"`
  return meant === undefined
    ? `"${key}" is no key of ${place}: it has ${known.join(', ')}.`
    : `"${key}" is no key of ${place}: did you mean "${meant}"?`
}

function meantBy(key: string): string | undefined {
  return nearest(key, Object.keys(fields)) ?? otherNames[key.toLowerCase()]
}

/** What each fact may say, but not beside the others. */
function contradictions(given: Fields, lineOf: FrontMatter['lineOf']): Mistake[] {
  const { genre, event, expires } = given
  const found: Mistake[] = []
  const advisory = genre === 'advisory'
  if (advisory && event === undefined)
    found.push({ line: lineOf(['genre']), says: 'A media advisory needs its "event": when it starts, and where.' })
  if (expires !== undefined && !advisory)
    found.push({
      line: lineOf(['expires']),
      says: 'Only a media advisory expires: say "genre: advisory", or take "expires" out.',
    })
  if (event?.ends !== undefined && event.ends <= event.starts)
    found.push({ line: lineOf(['event', 'ends']), says: '"ends" is not after "starts".' })
  if (event && expires !== undefined && expires < event.starts)
    found.push({ line: lineOf(['expires']), says: '"expires" is before the event starts.' })
  return found
}

/** The facts that are Markdown themselves. */
function markdownOf(front: FrontMatter, given: Fields, mistakes: Mistake[]) {
  const read = (text: string, path: readonly PropertyKey[]) => {
    const { html, mistakes: wrong } = readMarkdown(text, front.textLineOf(path))
    mistakes.push(...wrong.map((mistake) => ({ ...mistake, path })))
    return html
  }
  return {
    notes: read(given.notesToEditors ?? '', ['notesToEditors']),
    about: (given.boilerplate ?? []).map(({ about = '', text }, i) => ({
      name: about,
      text: read(text, ['boilerplate', i, 'text']),
    })),
  }
}

function assemble(given: Fields, body: SafeHtml, texts: ReturnType<typeof markdownOf>): ReleaseFile {
  const { event, genre = 'release' } = given
  return {
    genre,
    sponsored: given.sponsored ?? false,
    headline: given.headline ?? '',
    standfirst: given.standfirst ?? '',
    byline: given.byline ?? '',
    language: given.language,
    translationOf: given.translationOf,
    located: given.dateline?.place ?? '',
    body,
    keywords: given.keywords ?? [],
    topics: given.topics ?? [],
    places: (given.places ?? []).map(({ name = '', country = null }) => ({ name, country })),
    // A release is issued to be republished, unless it says otherwise.
    licence: given.licence?.licence ?? 'free',
    licenceUrl: given.licence?.url ?? null,
    usageTerms: given.usageTerms ?? '',
    pictures: (given.pictures ?? []).map(({ file, alt, caption = '', credit = '', licence: { licence, url } }) => ({
      file,
      alt,
      caption,
      credit,
      licence,
      licenceUrl: url,
    })),
    edNote: given.edNote ?? '',
    urgency: given.urgency ?? null,
    slugline: given.slugline ?? '',
    expires: expiryOf(given),
    backMatter: {
      dated: given.dateline?.date ?? '',
      event: event ? { starts: event.starts, ends: event.ends ?? null, venue: event.venue ?? '' } : null,
      quotes: (given.quotes ?? []).map(({ text, speaker, role = '' }) => ({ words: text, speaker, role })),
      supporters: (given.supporters ?? []).map(({ name, url = null }) => ({ name, url })),
      notesToEditors: texts.notes,
      boilerplate: texts.about,
      contacts: (given.contact ?? []).map(contactOf),
    },
  }
}

function contactOf(given: NonNullable<Fields['contact']>[number]): Contact {
  const { name = '', role = '', email, phone, url } = given
  const ways: Way[] = []
  if (email) ways.push({ words: email, href: `mailto:${email}` })
  if (phone) ways.push({ words: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` })
  if (url) ways.push({ words: url.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''), href: url })
  return { name, role, ways }
}

/** When it is no news any more, RFC 3339; an event whose end nobody has said is over a day after it began. */
export function expiryOf({ genre, event, expires }: Fields): string | null {
  if (genre !== 'advisory' || !event) return null
  return expires ?? event.ends ?? new Date(Date.parse(event.starts) + 86_400_000).toISOString()
}

/** Topics: the IPTC Media Topics we use and the network's own, and which words of publications lead to which. */

import type { Mistake } from '../mistakes.ts'
import { inNormalForm } from '../normal-form.ts'
import { slugOf } from './address.ts'
import { mediaTopics } from './media-topics.ts'

export type Topic = {
  readonly slug: string
  readonly name: string
  /** `medtop:20000592`; null for the network's own. */
  readonly qcode: string | null
  /** Words by which publications file it, beside its name. */
  readonly words: readonly string[]
}

/** A story has at most so many; who files under everything says nothing. */
const most = 8

/** What can be wrong with a line, for who tells it in other words than `says`; `topic` is the one meant. */
export type TopicMistake = Mistake & { readonly why: TopicFault; readonly topic: string }
export type TopicFault = 'nameless' | 'twice' | 'known'

/**
 * Reads topics from their file: a line for each, `medtop:20000592 Human rights | human rights, derechos humanos`, the
 * id left out for the network's own; empty lines and lines that begin with # say nothing. What cannot be read is told
 * by line.
 */
export function readTopics(text: string): { topics: Topic[]; mistakes: TopicMistake[] } {
  const topics: Topic[] = []
  const mistakes: TopicMistake[] = []
  const slugs = new Set<string>()
  text.split(/\r?\n/).forEach((written, at) => {
    if (written.trim() === '' || written.trim().startsWith('#')) return
    const [, qcode = null, name = '', words = ''] =
      /^\s*(?:(medtop:\d{8})\s+)?([^|]*?)\s*(?:\|(.*))?$/.exec(written) ?? []
    const slug = slugOf(name)
    const line = at + 1
    if (!/[\p{L}\p{N}]/u.test(name))
      mistakes.push({ line, why: 'nameless', topic: '', says: 'A topic has a name before the bar.' })
    else if (slugs.has(slug))
      mistakes.push({ line, why: 'twice', topic: slug, says: `There is a topic "${slug}" above already.` })
    else topics.push({ slug, name, qcode, words: words.split(',').map(plain).filter(Boolean) })
    slugs.add(slug)
  })
  return { topics, mistakes }
}

/** The same for a network's own topics: what the program knows already is none of them. */
export function readOwnTopics(text: string): { topics: Topic[]; mistakes: TopicMistake[] } {
  const { topics, mistakes } = readTopics(text)
  const lines = text.split(/\r?\n/)
  for (const { name, slug, qcode } of topics)
    if (qcode !== null || isMediaTopic(slug)) {
      const line = lines.findIndex((written) => written.includes(name)) + 1
      const says = `"${name}" is a Media Topic, which the program knows already.`
      mistakes.push({ line, why: 'known', topic: name, says })
    }
  return { topics, mistakes }
}

/** The file that gives these topics. */
export function writeOwnTopics(topics: readonly Topic[]): string {
  return topics.map(({ name, words }) => (words.length > 0 ? `${name} | ${words.join(', ')}` : name)).join('\n')
}

/** Which topics categories lead to. */
export type TopicIndex = ReadonlyMap<string, readonly Topic[]>

/** The index of the Media Topics and a network's own. */
export function indexTopics(own: readonly Topic[]): TopicIndex {
  if (own.length > 0) return indexOf(own)
  withoutOwn ??= indexOf([])
  return withoutOwn
}
let withoutOwn: TopicIndex | undefined

function indexOf(own: readonly Topic[]): TopicIndex {
  const index = new Map<string, Topic[]>()
  for (const topic of [...knownTopics, ...own])
    for (const word of new Set([plain(topic.name), plain(topic.qcode ?? ''), ...topic.words]))
      if (word) index.set(word, [...(index.get(word) ?? []), topic])
  return index
}

/** The Media Topics that the program knows. */
export const knownTopics: readonly Topic[] = readTopics(mediaTopics).topics

/** Whether a topic of this slug is one of the Media Topics. */
function isMediaTopic(slug: string): boolean {
  return knownTopics.some((topic) => topic.slug === slug)
}

/** The topics an item's categories lead to, most of them once, in their order. */
export function topicsOf(
  categories: readonly { readonly term: string; readonly label?: string | undefined }[],
  index: TopicIndex,
): Topic[] {
  const found = new Map<string, Topic>()
  for (const { term, label } of categories)
    for (const words of [term, label ?? ''])
      for (const topic of index.get(coded(words) ?? plain(words)) ?? []) found.set(topic.slug, topic)
  return [...found.values()].slice(0, most)
}

/** The Media Topic a term names by its id: `medtop:…`, or its address at the IPTC. */
function coded(term: string): string | undefined {
  const id = /(?:medtop:|mediatopic\/)(\d{8})\b/.exec(term)?.[1]
  return id && `medtop:${id}`
}

/** "Climate-Change", "climate_change" and "#climate change" are one word. */
function plain(words: string): string {
  return inNormalForm(words, 'NFC')
    .toLowerCase()
    .replace(/^\s*#/, '')
    .replace(/[\s_-]+/g, ' ')
    .replace(/[’ʼ]/g, "'")
    .trim()
}

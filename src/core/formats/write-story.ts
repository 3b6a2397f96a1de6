/** One story for who reads without a browser: as plain text, and as Markdown with its facts at the head. */
import { stringify } from 'yaml'
import type { SafeHtml } from '../html/sanitise.ts'
import { plainText } from '../html/text.ts'
import type { Genre } from '../story/gate.ts'
import type { Change } from '../story/story.ts'
import type { EntryOut } from './feed-out.ts'
import { markdownText, writeMarkdown } from './write-markdown.ts'
import { creditHtml } from './write-story-html.ts'

/** What was put right, for people: `changes` in words. */
export type StoryOut = { readonly entry: EntryOut; readonly standfirst: string; readonly changes: readonly Change[] }

/** The names of the facts, in the language of the story; `network` is our own name. */
export type FactWords = Readonly<
  Record<
    | 'publisher'
    | 'through'
    | 'published'
    | 'original'
    | 'here'
    | 'licence'
    | 'genre'
    | 'language'
    | 'version'
    | 'network',
    string
  >
> & {
  readonly direction: 'ltr' | 'rtl'
  change(change: Change): string
  by(author: string): string
  moment(at: Date): string
  genreName(genre: Genre): string
  languageName(tag: string): string
}

export function writeText({ entry, standfirst, changes }: StoryOut, words: FactWords): string {
  const { origin, author, located, content, summary, title } = entry
  const { own, named, alone } = words.direction === 'rtl' ? fromTheRight : fromTheLeft
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.publisher, named(origin.publisher, origin.publisherUrl)],
    ...origin.hops.map(({ name, url }) => [words.through, named(name, url ?? undefined)] as const),
    [words.published, own(origin.publishedAt)],
    [words.original, origin.url && alone(origin.url)],
    [words.here, alone(entry.url)],
    [words.licence, named(origin.usageTerms, origin.licenceUrl)],
    [words.genre, origin.genre],
    [words.language, origin.language],
    [words.version, String(origin.version)],
  ]
  const blocks = [
    title,
    standfirst,
    author && words.by(author),
    // A report begins with its place; a headline alone ends with none.
    (content || summary) && located,
    content ? plainText(content) : standfirst === summary ? '' : summary,
    changes.map(words.change).join('\n'),
    `-- \n${facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join('\n')}`,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

/** Its front matter reads as that of a release file does, with what the network knows of the story's origin. */
export function writeStoryMarkdown({ entry, standfirst, changes }: StoryOut, words: FactWords): string {
  const { origin, author, located, content, summary, title, keywords } = entry
  const facts = {
    headline: title,
    standfirst: standfirst || undefined,
    byline: author || undefined,
    dateline: located || undefined,
    language: origin.language,
    genre: origin.genre,
    publisher: origin.publisher,
    publisher_url: origin.publisherUrl,
    first_published: origin.publishedAt,
    original: origin.url,
    address: entry.url,
    id: entry.id,
    version: origin.version,
    licence: origin.licenceUrl,
    usage_terms: origin.usageTerms,
    keywords: keywords.length > 0 ? keywords : undefined,
    hops:
      origin.hops.length > 0
        ? origin.hops.map(({ name, url, at }) => ({ name, url: url ?? undefined, at: at?.toISOString() }))
        : undefined,
  }
  const body = content ? writeMarkdown(content as SafeHtml) : standfirst === summary ? '' : markdownText(summary)
  const blocks = [
    `# ${markdownText(title)}`,
    standfirst && `**${markdownText(standfirst)}**`,
    body,
    changes.map((change) => `> ${markdownText(words.change(change))}`).join('\n>\n'),
    // Programs that read the facts at the head do not print them.
    `---\n\n${writeMarkdown(creditHtml(entry, words))}`,
  ]
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${blocks.filter(Boolean).join('\n\n')}\n`
}

/** How a fact's value stands in its line. */
type Setting = {
  readonly own: (value: string) => string
  readonly named: (name: string, address: string | undefined) => string
  readonly alone: (address: string) => string
}

const fromTheLeft: Setting = {
  own: (value) => value,
  named: (name, address) => (address ? `${name} <${address}>` : name),
  alone: (address) => address,
}

/**
 * Each value isolated (Unicode, UAX 9, FSI … PDI): brackets, slashes and dates would turn round. An address stands in
 * brackets, so that no program that makes links takes the sign behind it for a part of it.
 */
const fromTheRight: Setting = {
  own: isolated,
  named: (name, address) => (address ? `${isolated(name)} ${isolated(`<${address}>`)}` : isolated(name)),
  alone: (address) => isolated(`<${address}>`),
}

function isolated(value: string): string {
  return `\u2068${value}\u2069`
}

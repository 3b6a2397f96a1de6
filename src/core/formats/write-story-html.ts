/**
 * One story as HTML for whoever prints it elsewhere: elements and words alone. No picture that would be loaded from us,
 * no class, no address that is not whole; the record of origin stands in it as a sentence people read.
 */
import type { SafeHtml } from '../html/sanitise.ts'
import { canonicalLanguage, directionOf } from '../language.ts'
import type { EntryOut } from './feed-out.ts'
import type { FactWords, StoryOut } from './write-story.ts'
import { htmlLink, quoted, textAsHtml } from './write-xml.ts'

/** Whole; or, where others may have less, the headline as a link and what may be quoted below it. */
export function writeStoryHtml({ entry, standfirst, changes }: StoryOut, words: FactWords): string {
  const { author, located, content, summary, title } = entry
  const blocks = content
    ? [
        `<h1>${textAsHtml(title)}</h1>`,
        standfirst && paragraph(standfirst, 'strong'),
        author && paragraph(words.by(author)),
        located && paragraph(located),
        content,
      ]
    : [
        `<p>${htmlLink(entry.canonical, title)}</p>`,
        summary && `<blockquote cite="${quoted(entry.canonical)}"><p>${textAsHtml(summary)}</p></blockquote>`,
      ]
  const repairs = changes.map((change) => paragraph(words.change(change), 'em'))
  const whole = [...blocks, ...repairs, `<footer>${creditHtml(entry, words)}</footer>`].filter(Boolean)
  return `<article${languageOf(entry)}>\n${whole.join('\n')}\n</article>\n`
}

/** The record of origin in a paragraph, for the foot of a copy. */
export function creditHtml(entry: EntryOut, words: FactWords): SafeHtml {
  const { origin } = entry
  const facts = [
    fact(words.publisher, named(origin.publisher, origin.publisherUrl)),
    ...origin.hops.map(({ name, url }) => fact(words.through, named(name, url))),
    fact(
      words.published,
      `<time datetime="${origin.publishedAt}">${textAsHtml(words.moment(new Date(origin.publishedAt)))}</time>`,
    ),
    origin.url && htmlLink(origin.url, words.original),
    fact(words.here, htmlLink(entry.url, words.network)),
    fact(
      words.licence,
      origin.licenceUrl
        ? htmlLink(origin.licenceUrl, origin.usageTerms, ' rel="license"')
        : textAsHtml(origin.usageTerms),
    ),
    fact(words.genre, valued(origin.genre, words.genreName(origin.genre))),
    origin.language && fact(words.language, valued(origin.language, words.languageName(origin.language))),
    fact(words.version, valued(String(origin.version), String(origin.version))),
  ]
  return `<p>${facts.filter(Boolean).join(' · ')}</p>` as SafeHtml
}

function languageOf({ origin }: EntryOut): string {
  const language = canonicalLanguage(origin.language)
  if (!language) return ''
  return ` lang="${language}"${directionOf(language) === 'rtl' ? ' dir="rtl"' : ''}`
}

function paragraph(words: string, within?: 'strong' | 'em'): string {
  const text = textAsHtml(words)
  return `<p>${within ? `<${within}>${text}</${within}>` : text}</p>`
}

function fact(name: string, value: string): string {
  return `${textAsHtml(name)}: ${value}`
}

function named(name: string, address: string | null | undefined): string {
  return address ? htmlLink(address, name) : textAsHtml(name)
}

/** As programs know it, in the words of people. */
function valued(value: string, words: string): string {
  return `<data value="${quoted(value)}">${textAsHtml(words)}</data>`
}

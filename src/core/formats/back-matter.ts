/** What stands beside a release's text, as HTML for whoever takes the text over: feeds, and every other way out. */
import type { SafeHtml } from '../html/sanitise.ts'
import type { BackMatter } from '../story/back-matter.ts'
import { htmlLink, textAsHtml } from './write-xml.ts'

/** The headings, in the language of the story. */
export type BackMatterWords = {
  readonly event: string
  readonly quotes: string
  readonly supporters: string
  readonly notes: string
  readonly contact: string
  about(name: string): string
  moment(at: Date): string
}

/** A body with what stands beside it: the event above, quotes, supporters, notes, About paragraphs and contacts below. */
export function wholeText(body: SafeHtml, matter: BackMatter | null, words: BackMatterWords): SafeHtml {
  if (!matter) return body
  const { event, quotes, supporters, notesToEditors, boilerplate, contacts } = matter
  const text = textAsHtml
  return [
    event &&
      section(
        words.event,
        `<p>${[event.starts, event.ends].flatMap((at) => (at ? [text(words.moment(new Date(at)))] : [])).join(' – ')}${event.venue && `<br>${text(event.venue)}`}</p>`,
      ),
    body,
    quotes.length > 0 &&
      section(
        words.quotes,
        quotes
          .map(
            ({ words: said, speaker, role }) =>
              `<blockquote>${said
                .split(/\n\s*\n/)
                .map((paragraph) => `<p>${text(paragraph)}</p>`)
                .join('')}<p><cite>${text([speaker, role].filter(Boolean).join(', '))}</cite></p></blockquote>`,
          )
          .join(''),
      ),
    supporters.length > 0 &&
      section(words.supporters, list(supporters.map(({ name, url }) => (url ? htmlLink(url, name) : text(name))))),
    notesToEditors && section(words.notes, notesToEditors),
    ...boilerplate.map(({ name, text: about }) => section(words.about(name), about)),
    contacts.length > 0 &&
      section(
        words.contact,
        contacts
          .map(
            ({ name, role, ways }) =>
              `<p>${[...[name, role].filter(Boolean).map(text), ...ways.map((way) => htmlLink(way.href, way.words))].join('<br>')}</p>`,
          )
          .join(''),
      ),
  ]
    .filter(Boolean)
    .join('') as SafeHtml
}

function section(heading: string, content: string): string {
  return `<h2>${textAsHtml(heading)}</h2>${content}`
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

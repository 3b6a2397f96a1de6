/**
 * What an author meant by the text of an element: plain words, HTML, or HTML escaped once too often. Types are
 * believed only as far as the text itself agrees.
 */

import { evenSpaces } from '../spaces.ts'
import type { Element, Words } from './element.ts'
import { decodeHtml, escapeHtml } from './entities.ts'
import { meantMarkup, withoutCdataMarks } from './escapes.ts'
import { withoutTags } from './tags.ts'

type Kind = 'text' | 'html' | 'xhtml' | 'none'

const names =
  'a|abbr|acronym|address|applet|base|blink|marquee|nobr|title|noembed|frameset|frame|option|select|textarea|article|aside|audio|b|bdi|bdo|big|blockquote|body|br|button|caption|center|cite|code|col|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|map|mark|meta|nav|noscript|object|ol|p|param|picture|pre|q|rp|rt|ruby|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|math|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr'
const firstTag = new RegExp(`<(?:/(?:${names})\\s*>|(?:${names})(?:\\s+[a-z-]+\\s*=[^<>]*|\\s*/?)>)`, 'i')
/** The element as HTML, undefined when it holds none. Not sanitised, addresses as they are written. */
export function htmlOf(element: Element): string | undefined {
  const text = element.text
  if (text === '') return undefined
  switch (kindOf(element)) {
    case 'none':
      return undefined
    case 'xhtml':
      return withoutWrapper(text)
    case 'html':
      return meantMarkup(decodedText(element)).trim() || undefined
    case 'text':
      return paragraphs(decodedText(element).trim()) || undefined
  }
}

/** Text that its format calls plain, as HTML: it is read as HTML where it is that all the same. */
export function htmlOfText(text: string): string {
  return looksLikeHtml(text) ? meantMarkup(text).trim() : paragraphs(text.trim())
}

/** The element as plain text on one line, undefined when it says nothing. */
function plainOf(element: Element): string | undefined {
  const kind = kindOf(element)
  if (kind === 'none') return undefined
  return plain(decodedText(element), kind === 'html' && element.name.startsWith('atom:')) || undefined
}

/** The plain text of the first child of one of these names that says anything. */
export function firstPlain(element: Element, words: Words): string | undefined {
  for (const { name, vocabulary } of words) {
    if ((element.spoken & vocabulary) === 0) continue
    for (const child of element.children) {
      const text = child.name === name ? plainOf(child) : undefined
      if (text) return text
    }
  }
  return undefined
}

/** HTML, or text that may be HTML, as plain text on one line. `certain`: every tag is markup, even unknown ones. */
export function plain(html: string, certain = false): string {
  let text = html
  if (text.includes('<')) text = withoutTags(withoutCdataMarks(text), certain)
  if (text.includes('&')) {
    const decoded = decodeHtml(text)
    // Escaped twice: the markup appears only now.
    const again = decoded !== text && !text.includes('<') && /<\/[a-z]|<br/i.test(decoded)
    text = again ? decodeHtml(withoutTags(decoded, certain)) : decoded
  }
  return squash(text)
}

/** On one line; no-break spaces stay where they mean something. */
export function squash(text: string): string {
  return /\s{2}|[\t\n\r\f\v\u00a0\u202f]|^\s|\s$/.test(text) ? evenSpaces(text) : text
}

/** Whether a text that is said to be plain is HTML after all. */
function looksLikeHtml(text: string): boolean {
  return (
    (text.includes('<') && firstTag.test(text)) ||
    (text.includes('&') && /&(?:#\d{2,6}|#x[0-9a-f]{2,6}|amp|lt|gt|quot|nbsp|[lr][sd]quo|hellip|[mn]dash);/i.test(text))
  )
}

/** RFC 4287, 3.1.1 and 4.1.3.3; Atom 0.3 with its `mode`; everything that is not Atom is HTML. */
function kindOf(element: Element): Kind {
  if (element.name.startsWith('xhtml:')) return 'xhtml'
  if (!element.name.startsWith('atom:')) return element.markup ? 'xhtml' : 'html'
  const type = (element.attributes.type ?? '').trim().toLowerCase()
  const mode = (element.attributes.mode ?? '').trim().toLowerCase()
  if (element.markup) return 'xhtml'
  if (mode === 'escaped') return type.startsWith('text/plain') || type === 'text' ? textUnlessHtml(element) : 'html'
  if (type === 'xhtml' || type === 'application/xhtml+xml') return 'html'
  if (type.includes('html')) return 'html'
  if (type === '' || type === 'text' || type.startsWith('text/') || mode === 'xml' || mode === 'base64')
    return textUnlessHtml(element)
  if (type.endsWith('+xml') || type.endsWith('/xml')) return 'xhtml'
  return isBase64(element) && decodedText(element) === element.text ? 'none' : textUnlessHtml(element)
}

function textUnlessHtml(element: Element): Kind {
  return looksLikeHtml(decodedText(element)) ? 'html' : 'text'
}

/** The text, out of base64 where it is in that; what is no text then (a picture) stays as it was. */
function decodedText(element: Element): string {
  if (!isBase64(element)) return element.text
  const letters = element.text.replace(/\s+/g, '')
  if (letters.length % 4 !== 0 || !/^[a-z0-9+/]+={0,2}$/i.test(letters)) return element.text
  try {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return element.text
  }
}

/** Atom 0.3 says so; RFC 4287, 4.1.3.3, rule 5: what is neither text nor XML comes in base64. */
function isBase64({ attributes }: Element): boolean {
  if (attributes.mode === 'base64') return true
  return attributes.type?.includes('/') === true && !/^text\/|xml|html/i.test(attributes.type)
}

/** The `<div>` that xhtml content must be wrapped in is not part of it (RFC 4287, 3.1.1.3). */
function withoutWrapper(markup: string): string | undefined {
  const text = markup.trim()
  const div = /^<(div|body)(?:\s[^>]*)?>/i.exec(text)
  if (!div || /\s(?:dir|lang|xml:lang|xml:base)\s*=/.test(div[0])) return text || undefined
  const close = `</${div[1]}>`
  if (!text.endsWith(close) || text.indexOf(`<${div[1]}`, 1) !== -1) return text
  return text.slice(div[0].length, -close.length).trim() || undefined
}

function paragraphs(text: string): string {
  const html = escapeHtml(text)
  if (!html.includes('\n')) return html
  return /\n\s*\n/.test(html)
    ? html
        .split(/\n\s*\n/)
        .map((part) => `<p>${part.trim()}</p>`)
        .join('\n')
    : html
}

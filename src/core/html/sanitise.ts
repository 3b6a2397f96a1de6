/**
 * What of somebody else's markup may be shown. It is read as a browser reads it and written anew against an allow-list,
 * so that nothing two parsers read differently survives (docs/decisions/0008).
 */
import { escapeText } from './attributes.ts'
import { readHtml } from './read.ts'
import { SafeWriter } from './writer.ts'

declare const brand: unique symbol
/** HTML that only `sanitise` makes: the one kind of foreign markup a page takes. */
export type SafeHtml = string & { readonly [brand]: 'safe-html' }

/** Longer than this nothing is read; no honest text is. Characters. */
const longest = 4_000_000

/** Safe HTML of a fragment. Relative addresses start from `base`; without one they are dropped. Never throws. */
export function sanitise(html: string, options: { base?: string } = {}): SafeHtml {
  let text = html.slice(0, longest).toWellFormed()
  // Wrong markup gives trees that no markup says (a list item in a list item, by way of a table): written and read
  // again they are others. What is kept must be what it is read as, so it is written until it stays.
  for (let tries = 0; tries < 6; tries += 1) {
    const writer = readHtml(text, new SafeWriter(options.base))
    const safe = writer.html
    if (safe === text || writer.certain) return safe as SafeHtml
    text = safe
  }
  return escapeText(text.replace(/<[^>]*>/g, ' ').replace(/&[a-z]+;/g, ' ')).trim() as SafeHtml
}

/** The same without any picture: what stays of a figure is its caption. */
export function withoutPictures(html: SafeHtml): SafeHtml {
  if (!html.includes('<img')) return html
  return html
    .replace(/<img\b[^>]*>/g, '')
    .replace(/<(figure|a|p)\b[^>]*>\s*<\/\1>/g, '')
    .replace(/<(figure|a|p)\b[^>]*>\s*<\/\1>/g, '') as SafeHtml
}

/**
 * Character references: `&lt;`, `&#8217;`, `&eacute;`. XML knows five names, HTML over two thousand, and feeds use the
 * latter without a DTD; both are read, and what is neither stays as it is written.
 */

import { decodeHTMLStrict, replaceCodePoint } from 'entities/decode'
import { repaired } from './mojibake.ts'

/** Names a document's own DTD declares, with what they stand for. */
export type Declared = { get(name: string): string | undefined }

const xmlNames: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const seen = new Map<string, string | undefined>()
const longestName = 40
const [spaceCode, ampersandCode, semicolonCode, lessThanCode] = [32, 38, 59, 60]

/**
 * Replaces the references between `start` and `end`. `wrong` hears once for each `&` that begins none.
 * A declared name's text is not read again: an entity bomb stays a few letters.
 */
export function decodeReferences(
  text: string,
  start: number,
  end: number,
  declared: Declared | undefined,
  wrong: (at: number) => void,
): string {
  let out = ''
  let from = start
  /** A reference gave what could be the first byte of UTF-8: somebody escaped bytes instead of letters. */
  let accented = false
  let at = text.indexOf('&', start)
  while (at !== -1 && at < end) {
    const semicolon = closing(text, at + 1, end)
    const means = semicolon === -1 ? undefined : reference(text, at + 1, semicolon, declared)
    if (means === undefined) {
      wrong(at)
      at = text.indexOf('&', at + 1)
      continue
    }
    const first = means.charCodeAt(0)
    if (first >= 0xc2 && first <= 0xf4) accented = true
    out += text.slice(from, at) + means
    from = semicolon + 1
    at = text.indexOf('&', from)
  }
  if (from === start) return text.slice(start, end)
  out += text.slice(from, end)
  return accented ? repaired(out) : out
}

const silent = (): void => {}

/** HTML text or attribute value, its references replaced. */
export function decodeHtml(text: string): string {
  return text.includes('&') ? decodeReferences(text, 0, text.length, undefined, silent) : text
}

export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : text
}

/** Where the `;` of a reference stands; -1 when none is near: names are short, and looking far costs the square of the length. */
function closing(text: string, from: number, end: number): number {
  const last = Math.min(end, from + longestName)
  for (let at = from; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === semicolonCode) return at
    if (code === ampersandCode || code === spaceCode || code === lessThanCode) return -1
  }
  return -1
}

function reference(text: string, start: number, end: number, declared: Declared | undefined): string | undefined {
  if (text.charCodeAt(start) === 35) return numeric(text, start + 1, end)
  const name = text.slice(start, end)
  return xmlNames[name] ?? declared?.get(name) ?? named(name)
}

function numeric(text: string, start: number, end: number): string | undefined {
  const hex = (text.charCodeAt(start) | 32) === 120
  const digits = text.slice(hex ? start + 1 : start, end)
  if (!(hex ? /^[0-9a-f]{1,8}$/i : /^[0-9]{1,9}$/).test(digits)) return undefined
  // HTML's rules: 128–159 mean Windows-1252, what is no character becomes U+FFFD.
  return String.fromCodePoint(replaceCodePoint(Number.parseInt(digits, hex ? 16 : 10)))
}

function named(name: string): string | undefined {
  if (seen.has(name)) return seen.get(name)
  if (!/^[a-z][a-z0-9]*$/i.test(name)) return undefined
  const whole = `&${name};`
  const means = decodeHTMLStrict(whole)
  if (means === whole) return undefined
  seen.set(name, means)
  return means
}

/**
 * Character references: `&lt;`, `&#8217;`, `&eacute;`. XML knows five names, HTML over two thousand, and feeds use the
 * latter without a DTD; both are read, and what is neither stays as it is written.
 */

import { decodeHTMLStrict, replaceCodePoint } from 'entities/decode'
import { repaired } from './mojibake.ts'

/** Names a document's own DTD declares, with what they stand for. */
export type Declared = { get(name: string): string | undefined }

type Common = { readonly means: string; readonly length: number }
/** XML's own, which are nearly all there are. */
const lessThan: Common = { means: '<', length: 4 }
const greaterThan: Common = { means: '>', length: 4 }
const ampersand: Common = { means: '&', length: 5 }
const quotation: Common = { means: '"', length: 6 }
const apostrophe: Common = { means: "'", length: 6 }

const seen = new Map<string, string | undefined>()
const longestName = 40
/** A longer name is a view of its document, and would keep that in memory. */
const longestKept = 12
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
    const common = commonReference(text, at)
    if (common !== undefined) {
      out += text.slice(from, at) + common.means
      from = at + common.length
      at = text.indexOf('&', from)
      continue
    }
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

/** Told by letters: escaped HTML consists of little else. */
function commonReference(text: string, at: number): Common | undefined {
  switch (text.charCodeAt(at + 1)) {
    case 108:
      return text.charCodeAt(at + 2) === 116 && text.charCodeAt(at + 3) === semicolonCode ? lessThan : undefined
    case 103:
      return text.charCodeAt(at + 2) === 116 && text.charCodeAt(at + 3) === semicolonCode ? greaterThan : undefined
    case 97:
      return text.startsWith('mp;', at + 2) ? ampersand : text.startsWith('pos;', at + 2) ? apostrophe : undefined
    case 113:
      return text.startsWith('uot;', at + 2) ? quotation : undefined
    default:
      return undefined
  }
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
  return declared?.get(name) ?? named(name)
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
  if (name.length <= longestKept) seen.set(name, means)
  return means
}

/** The characters of a text, before anything is read in it. One look tells that nearly every text is in order. */
import { type Decoded, decodeBytes } from './encoding.ts'
import { repaired, withoutControls } from './mojibake.ts'

const odd = /[\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f\ufffe\uffff]/
/** XML 1.0, 2.2: what no document may hold. */
const forbidden = /[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/** The text that bytes stand for; `contentType` is the HTTP header. */
export function charactersOf(bytes: Uint8Array, contentType: string | undefined): Decoded {
  const decoded = decodeBytes(bytes, contentType)
  // What is ASCII throughout was not taken for something else on its way.
  if (decoded.text.length === bytes.length && decoded.encoding === 'utf-8') return decoded
  return { ...decoded, text: repaired(decoded.text) }
}

/** The text without NULs, which no database keeps, and with punctuation for control characters that stand for it. */
export function mended(text: string): { text: string; problems: string[] } {
  if (!odd.test(text)) return { text, problems: [] }
  const problems: string[] = []
  const bad = text.search(forbidden)
  if (bad !== -1) problems.push(`not well-formed at line ${lineAt(text, bad)}: a character that XML forbids`)
  if (!text.includes('\0')) return { text: withoutControls(text), problems }
  problems.push('not well-formed: it holds NUL characters')
  return { text: withoutControls(text.replaceAll('\0', '')), problems }
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

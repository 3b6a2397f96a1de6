/** Conditional requests (RFC 9110, section 13) against an edition. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Edition, Encoding } from './edition.ts'

/** Whether the reader has this content already, in whatever encoding it got it. */
export function isUnchanged(headers: IncomingHttpHeaders, edition: Edition): boolean {
  const noneMatch = headers['if-none-match']
  if (noneMatch !== undefined) {
    if (noneMatch.trim() === '*') return true
    // Encodings of one content share the hash before the hyphen; W/ is a reader's or a proxy's remark.
    return noneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '').startsWith(`"${edition.hash}-`))
  }
  // The very date that was told: another process may have made its edition earlier, of other stories.
  return Date.parse(headers['if-modified-since'] ?? '') / 1000 === edition.lastModified
}

/** The best encoding the reader takes (RFC 9110, 12.5.3). */
export function encodingFor(accept: string | string[] | undefined): Encoding {
  if (accept === undefined) return 'identity'
  const given = String(accept)
  // What every browser and most readers say, word for word.
  const usual = common.get(given)
  if (usual) return usual
  const words = given.toLowerCase()
  if (takes(words, 'br')) return 'br'
  return takes(words, 'gzip') ? 'gzip' : 'identity'
}

const common: ReadonlyMap<string, Encoding> = new Map([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip', 'gzip'],
])

function takes(accept: string, encoding: string): boolean {
  for (const part of accept.split(',')) {
    const [name, ...parameters] = part.split(';').map((word) => word.trim())
    if (name === encoding) return !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  }
  return false
}

/** Part of an answer alone (RFC 9110, section 14): a single range of bytes; several at once are answered with all of it. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Variant } from './edition.ts'

/** The first byte and the last. */
export type Range = { readonly first: number; readonly last: number }

/** Undefined where all of it is to be answered, as wherever a range is not understood. */
export function rangeOf(headers: IncomingHttpHeaders, { body, etag }: Variant): Range | 'none of it' | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/i.exec(headers.range?.trim() ?? '')
  if (!asked) return undefined
  // Whoever has a part of something else begins again. A date cannot tell two pictures of one second apart.
  const only = headers['if-range']
  if (only !== undefined && only !== etag) return undefined
  const [from = '', to = ''] = asked.slice(1)
  if (from === '') return to === '' ? undefined : lastBytes(Number(to), body.length)
  const [first, last] = [Number(from), to === '' ? Number.POSITIVE_INFINITY : Number(to)]
  if (last < first) return undefined
  return first < body.length ? { first, last: Math.min(last, body.length - 1) } : 'none of it'
}

function lastBytes(count: number, length: number): Range | 'none of it' {
  if (count === 0 || length === 0) return 'none of it'
  return { first: Math.max(0, length - count), last: length - 1 }
}

/** What an HTTP answer says of time: how long it stays as it is, and when to come again. */

export type Headers = Readonly<Record<string, string>>

/**
 * Seconds an answer says it will not change, from the moment it came (RFC 9111, 4.2); undefined when it says nothing of
 * it. What is said for shared caches is not for us.
 */
export function freshSeconds(headers: Headers, at: Date): number | undefined {
  const control = (headers['cache-control'] ?? '').toLowerCase()
  if (/(^|[\s,])no-(cache|store)\b/.test(control)) return 0
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/.exec(control)?.[1]
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - wholeSeconds(headers.age))
  const expires = headers.expires === undefined ? undefined : momentOf(headers.expires)
  // An Expires that is no date, such as 0, means now (RFC 9111, 5.3).
  if (headers.expires !== undefined && expires === undefined) return 0
  return expires === undefined ? undefined : secondsBetween(sentAt(headers, at), expires)
}

/** Seconds to wait before coming again (RFC 9110, 10.2.3): a number or a date. */
export function retryAfterSeconds(headers: Headers, at: Date): number | undefined {
  const given = headers['retry-after']?.trim()
  if (given === undefined) return undefined
  if (/^\d{1,9}$/.test(given)) return Number(given)
  const moment = momentOf(given)
  return moment === undefined ? undefined : secondsBetween(sentAt(headers, at), moment)
}

/** The server's own clock where it tells the time: its dates are read by it, however wrong it goes. */
function sentAt(headers: Headers, at: Date): Date {
  return momentOf(headers.date ?? '') ?? at
}

/** HTTP dates begin with a weekday; Date.parse takes far more for a date. */
function momentOf(text: string): Date | undefined {
  const at = /^[a-z]{3}/i.test(text.trim()) ? new Date(text) : undefined
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000))
}

function wholeSeconds(text: string | undefined): number {
  return text !== undefined && /^\d{1,10}$/.test(text.trim()) ? Number(text) : 0
}

/** Addresses of the web in a normal form that tells whether two are one. */
import { isTracker } from './trackers.ts'

/**
 * The form two addresses of one page share: no scheme, `www.`, fragment, tracker, trailing slash or default port, and
 * parameters in order. For comparing only. Null when it is no web address.
 */
export function normaliseUrl(address: string): string | null {
  const url = URL.parse(address.trim())
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const parameters = [...new URLSearchParams(url.search)].filter(([name]) => !isTracker(name))
  parameters.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
  const query = new URLSearchParams(parameters).toString()
  const path = url.pathname.replace(/\/(index\.(html?|php))?$/i, '')
  return `${url.host.replace(/^www\./, '')}${path}${query ? `?${query}` : ''}`.slice(0, 2000)
}

/** Addresses of the web in a normal form that tells whether two are one. */
import { webTarget } from './html/links.ts'

/**
 * The form two addresses of one page share: that of a link to it (`webTarget`) without scheme, `www.`, fragment,
 * trailing slash or default port, and with its parameters in order. For comparing only. Null when it is no web address.
 */
export function normaliseUrl(address: string): string | null {
  const url = URL.parse(webTarget(address, undefined) ?? '')
  if (!url) return null
  const path = url.pathname.replace(/\/(index\.(html?|php))?$/i, '')
  return `${url.host.replace(/^www\./, '')}${path}${inOrder(url.search)}`.slice(0, 2000)
}

function inOrder(search: string): string {
  if (search === '') return ''
  const parameters = [...new URLSearchParams(search)]
  parameters.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
  return `?${new URLSearchParams(parameters)}`
}

/** Whether a form comes from a page of ours, as the browser that sends it says. No token, no cookie, no JavaScript. */

/**
 * True for what another site's page makes a reader's browser send. Every browser of today says where a form stood, by
 * `Sec-Fetch-Site` (Fetch Metadata) or `Origin` (RFC 6454). What says neither, such as Lynx, cannot be made to send
 * by a page elsewhere; but where a session comes along (`strict`) one of them must speak for it. `url` is the public
 * address, for proxies that change `Host`.
 */
export function isFromElsewhere(headers: Headers, url: string, strict = false): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (origin === null) return strict
  const host = URL.parse(origin)?.host
  return host === undefined || (host !== headers.get('host') && host !== URL.parse(url)?.host)
}

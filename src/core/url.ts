/** Addresses of the web: freed of trackers for readers, and in a normal form that tells whether two are one. */

/** Parameters that only tell who came from where. */
const trackers = new Set(
  'fbclid gclid dclid gbraid wbraid msclkid yclid twclid igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id oly_anon_id oly_enc_id _openstat wickedid ref_src ref_url cmpid xtor at_medium at_campaign s_cid ncid icid'.split(
    ' ',
  ),
)

/** The same address without parameters that track; everything else in it stays to the letter. */
export function cleanUrl(address: string): string {
  const start = address.indexOf('?')
  if (start < 0) return address
  const end = address.indexOf('#', start)
  const query = address.slice(start + 1, end < 0 ? undefined : end)
  const kept = query.split('&').filter((part) => !isTracker(part.split('=')[0] ?? ''))
  if (kept.length === query.split('&').length) return address
  return address.slice(0, start) + (kept.length > 0 ? `?${kept.join('&')}` : '') + (end < 0 ? '' : address.slice(end))
}

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

function isTracker(name: string): boolean {
  const lower = name.toLowerCase()
  return lower.startsWith('utm_') || trackers.has(lower)
}

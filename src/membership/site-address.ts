/** The address of a site or feed as somebody types it; undefined for what is none. */
export function siteAddress(site: string): string | undefined {
  const whole = site.includes('://')
  const url = URL.parse(whole ? site : `https://${site}`)
  // A word is taken for a host only where it is said to be one: "nonsense" is more often a slip than a machine's name.
  const meant = whole || url?.hostname.includes('.')
  return url && meant && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined
}

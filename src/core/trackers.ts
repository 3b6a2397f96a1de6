/** What in an address only tells who came from where: parameters, fragments, and addresses that only lead on. */

const names = new Set(
  // Advertising and social networks' click ids, mailing programs, statistics, publishers' own campaign marks.
  `fbclid fb_action_ids fb_action_types fb_ref fb_source fbid_ad mibextid igshid igsh gclid gclsrc dclid gbraid wbraid
  gad_source gad_campaignid srsltid msclkid yclid ysclid ymclid ttclid twclid li_fat_id epik rdt_cid sccid irclickid
  irgwc cjevent awc s_kwcid ef_id rb_clickid tduid zanpid obclid outbrainclickid tblci dicbo
  mc_cid mc_eid mc_tc ml_subscriber ml_subscriber_hash mkt_tok vero_id vero_conv wickedid _openstat ck_subscriber_id _bhlid __readwiselocation sc_cid fb_comment_id
  oly_anon_id oly_enc_id bbeml __s _hsenc _hsmi __hssc __hstc __hsfp hsctatracking _ke _kx
  _ga _gl ga_source ga_medium ga_term ga_content ga_campaign ga_place _branch_match_id _branch_referrer
  guccounter guce_referrer guce_referrer_sig __twitter_impression ref_src ref_url soc_src soc_trk spm
  cmpid cmp_id s_cid ncid icid xtor xtref wt_mc wt.mc_id wt_zmc wt_cc1 tpcc smid sr_share ito cndid
  ns_campaign ns_mchannel ns_source ns_linkname ns_fee at_medium at_campaign at_campaign_type at_link_id at_link_origin
  at_link_type at_format at_ptr_name at_bbc_team at_custom1 at_custom2 at_custom3 at_custom4`.split(/\s+/),
)
const families = /^(?:utm|mtm|hmb|pk|piwik|matomo|hsa|stm|itm|bsft|trk)_|^oly_(?:anon|enc)/
/** Parameters that say where a reader came from only with these values: an address may need them otherwise. */
const valued: Readonly<Record<string, RegExp>> = {
  source: /^(?:rss|feed)(?:[-_]|$)/i,
  src: /^(?:rss|feed)$/i,
  from: /^(?:rss|feed)$/i,
  partner: /^rss/i,
  feature: /^(?:share|emb_\w+|oembed)$/i,
  cmp: /^(?:rss|twt|fb|em[cl])/i,
}

/**
 * The same address without parameters that track; everything else in it stays to the letter. `from` is the address it
 * was found on: publishing programs add its host as `ref`.
 */
export function cleanUrl(address: string, from?: string): string {
  const hash = address.indexOf('#')
  const fragment = hash < 0 ? '' : address.slice(hash)
  const rest = hash < 0 ? address : address.slice(0, hash)
  const keptFragment = fragment && isTrackingFragment(fragment.slice(1)) ? '' : fragment
  const start = rest.indexOf('?')
  if (start < 0) return keptFragment === fragment ? address : rest + keptFragment
  const parts = rest.slice(start + 1).split('&')
  const kept = parts.filter((part) => !isTracking(part, from))
  if (kept.length === parts.length) return rest + keptFragment
  return rest.slice(0, start) + (kept.length > 0 ? `?${kept.join('&')}` : '') + keptFragment
}

/** Whether a parameter of this name only tracks, whatever its value. */
function isTracker(name: string): boolean {
  const lower = name.toLowerCase()
  return families.test(lower) || names.has(lower)
}

function isTracking(part: string, from: string | undefined): boolean {
  const equals = part.indexOf('=')
  const name = unescaped(equals < 0 ? part : part.slice(0, equals))
  if (isTracker(name)) return true
  if (equals < 0) return false
  const value = part.slice(equals + 1)
  const rule = valued[name.toLowerCase()]
  if (rule !== undefined && Object.hasOwn(valued, name.toLowerCase())) return rule.test(value)
  if (name !== 'ref' || from === undefined) return false
  return bare(unescaped(value)) === bare(URL.parse(from)?.hostname ?? '')
}

/** `#xtor=RSS-1`, `#utm_source=…&utm_medium=…`: nothing in it is a place on the page. */
function isTrackingFragment(fragment: string): boolean {
  if (!fragment.includes('=') || fragment.startsWith(':~:')) return false
  return fragment.split('&').every((part) => /^echobox=/i.test(part) || isTracker(part.split('=')[0] ?? ''))
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.)?|\/$/g, '')
}

function unescaped(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Addresses that count a click and lead on, with the parameter that says where to. */
const doors: readonly (readonly [host: RegExp, path: RegExp, parameters: readonly string[]])[] = [
  [/^(?:www\.)?google\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/, /^\/url$/, ['q', 'url']],
  [/^(?:l|lm|www|m)\.facebook\.com$/, /^\/l\.php$/, ['u']],
  [/^l\.(?:instagram|messenger|threads)\.(?:com|net)$/, /^\/$/, ['u']],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, ['q']],
  [/\.safelinks\.protection\.outlook\.com$/, /^\/$/, ['url']],
  [/^t\.umblr\.com$/, /^\/redirect$/, ['z']],
  [/^(?:www\.)?linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)$/, ['url']],
  [/^(?:m\.)?vk\.com$/, /^\/away(?:\.php)?$/, ['to']],
  [/^out\.reddit\.com$/, /^\//, ['url']],
  [/^disq\.us$/, /^\/url$/, ['url']],
  [/^slack-redir\.net$/, /^\/link$/, ['url']],
]

/** Where an address leads that only counts the click on the way; itself when it is no such thing. */
export function behindDoor(url: URL): URL {
  for (const [host, path, parameters] of doors) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue
    for (const name of parameters) {
      const target = URL.parse(url.searchParams.get(name) ?? '')
      if (target && /^https?:$/.test(target.protocol)) return target
    }
  }
  return url
}

/**
 * Proofs of site: that a member speaks for what it names. Pure: what a page, a file, a feed or a name server says goes
 * in, whether it proves anything comes out. Whoever could write somewhere on a site without keeping it (comments, a page
 * on a shared host) must not come to speak for all of it.
 */
import { readMailAddress } from '../account/mail-address.ts'
import { readTags } from '../formats/page.ts'

/** Those that anybody can see come first. */
export const proofWays = ['file', 'rel-me', 'feed', 'dns', 'mail', 'moderator'] as const
export type ProofWay = (typeof proofWays)[number]

/** Looked for by the program, again every month. */
export const seenWays = ['file', 'rel-me', 'feed', 'dns'] as const satisfies readonly ProofWay[]
export type SeenWay = (typeof seenWays)[number]

export function isSeenWay(way: string): way is SeenWay {
  return seenWays.some((one) => one === way)
}

/** Mailboxes a publication is likely to read. Any other at its host can be typed. */
export const mailboxes = ['news', 'newsroom', 'editor', 'redaction', 'press', 'info', 'contact'] as const

/** Where something stands on the web: a host without `www.`, its port where that is unusual, and a path. */
export type Place = { readonly host: string; readonly path: string }

const longestAddress = 500

/** A site, page or feed as somebody types it; undefined for what is none. */
export function siteAddress(text: string): string | undefined {
  const typed = text.trim()
  const url = URL.parse(typed.includes('://') ? typed : `https://${typed}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined
  url.hash = ''
  const isServer = /[^.]\.[^.]/.test(url.hostname)
  return isServer && url.href.length <= longestAddress ? url.href : undefined
}

export function hostOfSite(address: string): string {
  return (URL.parse(address)?.host ?? '').replace(/^www\./, '')
}

/** The page itself and what is below it; a front page by any of its names is the whole site. */
function placeOf(address: string): Place | undefined {
  const url = URL.parse(address)
  if (!url) return undefined
  const path = url.pathname.replace(/\/(?:index|default)\.\w+$/i, '/').replace(/\/?$/, '/')
  return { host: hostOfSite(address), path: url.search === '' ? path : path + url.search }
}

/**
 * What a proof speaks for. Who can put a file at the top of a site, change its name's records, read its mail, or has
 * convinced a moderator speaks for all of the host; a link on a page for that page and what is below it; a feed for
 * itself. `seen`: where it was seen.
 */
export function covers(
  proof: { readonly way: ProofWay; readonly address: string; readonly seen: string | null },
  address: string,
): boolean {
  const wanted = placeOf(address)
  const own = placeOf(proof.seen ?? proof.address)
  if (!wanted || !own || own.host !== wanted.host) return false
  switch (proof.way) {
    case 'rel-me':
      return isWithin(own.path, wanted.path)
    case 'feed':
      return own.path === wanted.path
    default:
      return true
  }
}

/** Whether an address is on a member's own site: the page that it has named and what is below. */
export function isOnSite(site: string | null, address: string): boolean {
  const own = site === null ? undefined : placeOf(site)
  const wanted = placeOf(address)
  return own !== undefined && own.host === wanted?.host && isWithin(own.path, wanted.path)
}

function isWithin(folder: string, path: string): boolean {
  return !folder.includes('?') && path.startsWith(folder)
}

/** What is put into a file, a record or a feed. */
export function proofLine(token: string): string {
  return `wireroom-proof=${token}`
}

export function proofFile(address: string): string {
  return new URL('/.well-known/wireroom.txt', address).href
}

/** Where a record stands; undefined where a host is a number and has no name. */
export function proofRecord(address: string): string | undefined {
  const { hostname } = new URL(address)
  const isNamed = /[a-z]/i.test(hostname.split('.').at(-1) ?? '') && !hostname.includes(':')
  return isNamed ? `_wireroom.${hostname.replace(/^www\./, '')}` : undefined
}

/**
 * A line of its own in plain text. A page is no such file: servers answer with one for whatever is asked, and others may
 * have written on it.
 */
export function fileProves(text: string, token: string): boolean {
  if (/^\s*</.test(text)) return false
  return text.split(/[\r\n]+/).some((line) => line.trim() === proofLine(token))
}

/** A record comes in pieces, which belong together. */
export function recordsProve(records: readonly (readonly string[])[], token: string): boolean {
  return records.some((pieces) => pieces.join('').trim() === proofLine(token))
}

/** What a page shows nobody, or shows as it was written. */
const unread = new Set(['template', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp', 'script', 'style'])

/**
 * Whether a page links one of our addresses as its own other face (`rel="me"`). A link that says of itself that a
 * visitor wrote it (`ugc`) proves nothing.
 */
export function pageProves(html: string, base: string, targets: readonly string[]): boolean {
  const wanted = new Set(targets.map(bare))
  let start = base
  let hidden = 0
  let isProved = false
  readTags(html, () => ({
    onopentag(name, attributes) {
      if (unread.has(name)) hidden += 1
      if (hidden > 0) return
      if (name === 'base' && attributes.href) start = URL.parse(attributes.href, base)?.href ?? base
      if (name !== 'a' && name !== 'link') return
      const says = (attributes.rel ?? '').toLowerCase().split(/\s+/)
      const target = URL.parse((attributes.href ?? '').trim(), start)
      if (says.includes('me') && !says.includes('ugc') && target && wanted.has(bare(target.href))) isProved = true
    },
    onclosetag(name) {
      if (unread.has(name) && hidden > 0) hidden -= 1
    },
  }))
  return isProved
}

function bare(address: string): string {
  return address.replace(/#.*$/, '').replace(/\/$/, '')
}

/**
 * The token stands around a feed's items, or in an item of its own. What is carried from elsewhere is not its own, and a
 * feed of comments is everybody's.
 */
export function feedProves(
  feed: {
    readonly url: string
    readonly frame: string
    readonly items: readonly { readonly url?: string | undefined; readonly raw?: string | undefined }[]
  },
  token: string,
): boolean {
  if (/comment/i.test(feed.url)) return false
  if (feed.frame.includes(proofLine(token))) return true
  const host = hostOfSite(feed.url)
  return feed.items.some(
    ({ url, raw }) => url !== undefined && hostOfSite(url) === host && raw?.includes(proofLine(token)) === true,
  )
}

/** Where anybody gets a mailbox: one there says nothing about who keeps the site. */
const mailProviders = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com icloud.com me.com mac.com
  gmx.net gmx.de gmx.com web.de t-online.de mail.com mail.ru yandex.ru yandex.com proton.me protonmail.com pm.me
  tutanota.com tuta.com tuta.io riseup.net disroot.org posteo.de posteo.net mailbox.org fastmail.com hey.com zoho.com qq.com
  163.com 126.com naver.com daum.net orange.fr free.fr laposte.net libero.it wp.pl o2.pl seznam.cz rediffmail.com`.split(
    /\s+/,
  ),
)

/** The same under the names they have in each country. */
const providersEverywhere =
  /^(?:yahoo|ymail|rocketmail|hotmail|outlook|live|msn|windowslive|gmx|aol|icloud|mail|yandex|zoho|tutanota|proton|protonmail|fastmail|163|126|rediffmail|libero|virgilio|tiscali|orange|wanadoo|free|laposte|sfr|web|freenet|bk|inbox|list|hushmail|mailfence|runbox|gawab|maktoob)\.(?:(?:co|com|net|org|ne)\.)?[a-z]{2,3}$/

/** Whether mail to a mailbox there proves anything. */
export function takesMail(address: string): boolean {
  const host = new URL(address).hostname.replace(/^www\./, '')
  return proofRecord(address) !== undefined && !mailProviders.has(host) && !providersEverywhere.test(host)
}

/** The mailbox as mail is sent to it; undefined unless it is at this very site. `typed` with its host or without. */
export function mailboxAt(typed: string, address: string): string | undefined {
  const host = new URL(address).hostname.replace(/^www\./, '')
  const whole = readMailAddress(typed.includes('@') ? typed : `${typed}@${host}`)
  if (!whole || !takesMail(address)) return undefined
  // An address is also read in its own script; the URL has turned the host into letters every server knows.
  const given = URL.parse(`https://${whole.slice(whole.lastIndexOf('@') + 1)}`)?.hostname
  return given === host ? whole : undefined
}

/** Days until a proof is looked at again, and until a look that failed is repeated. */
const usualDays = 30
const againDays = 3
const dayMs = 86_400_000

export type Standing = {
  readonly failures: number
  readonly failingSince: Date | null
  readonly lapsedAt: Date | null
}

/** What a look at a proof that stood before found: it stands, it does not, or nobody could tell. */
export type Looked = 'seen' | 'gone' | 'silent'

/**
 * What follows from a look: two that find nothing, days apart, end a proof. A site that cannot be reached may be asleep:
 * it lapses only after a month of silence.
 */
export function afterLook(before: Standing, looked: Looked, now: Date): Standing & { readonly nextCheckAt: Date } {
  const inDays = (days: number) => new Date(now.getTime() + days * dayMs)
  if (looked === 'seen') return { failures: 0, failingSince: null, lapsedAt: null, nextCheckAt: inDays(usualDays) }
  const failingSince = before.failingSince ?? now
  const failures = before.failures + (looked === 'gone' ? 1 : 0)
  const isLong = now.getTime() - failingSince.getTime() >= usualDays * dayMs
  const lapsedAt = before.lapsedAt ?? (failures >= 2 || isLong ? now : null)
  return { failures, failingSince, lapsedAt, nextCheckAt: inDays(lapsedAt ? usualDays : againDays) }
}

/** The same for a home, which may not have linked back yet: then it is only looked at again. */
export function afterHomeLook(
  before: Standing & { readonly verifiedAt: Date | null },
  looked: Looked,
  now: Date,
): ReturnType<typeof afterLook> & { readonly verifiedAt: Date | null } {
  const { verifiedAt, ...standing } = before
  const stood = verifiedAt !== null && standing.lapsedAt === null
  if (looked === 'seen') return { ...afterLook(standing, 'seen', now), verifiedAt: stood ? verifiedAt : now }
  if (stood) return { ...afterLook(standing, looked, now), verifiedAt }
  return { ...standing, verifiedAt, nextCheckAt: new Date(now.getTime() + usualDays * dayMs) }
}

/**
 * Who published an item first and by which hands it came, from all that the item says of it: a credit line, a news
 * agency's signature, the source a feed names (RSS `source`, `atom:source`, Dublin Core), a canonical address. Where
 * nothing names anybody else it was the member itself; so no story is without an origin.
 */
import { creditName, hostOf, sameName } from './credit-name.ts'
import type { Licence } from './gate.ts'
import { licenceOf } from './licence.ts'
import type { Hop, Origin } from './story.ts'

/** What an item says. Names and addresses as they came. */
export type Claims = {
  readonly url: string | undefined
  /** The page's own address, where `url` leads to a copy or through a tracker. */
  readonly originalUrl: string | undefined
  readonly via: string | undefined
  /** A credit line: who published it, at which address, and the story's own. */
  readonly credit: { readonly publisher?: string; readonly url?: string; readonly original?: string } | undefined
  /** Where "read more" led. */
  readonly readMore: string | undefined
  readonly source: { readonly title?: string; readonly url?: string } | undefined
  readonly publisher: string | undefined
  /** The news agency whose text it is. */
  readonly agency: string | undefined
  /** The licence's address, and rights in words. */
  readonly licence: string | undefined
  readonly rights: string
}

/** The member an item came through, and all it goes by. */
export type Hand = {
  readonly name: string
  readonly siteUrl: string | null
  /** Titles of its source, which are its own name in other words. */
  readonly titles: readonly string[]
  /** Addresses of its site and feed. */
  readonly addresses: readonly (string | null)[]
  /** What the member lets others do with its own texts. */
  readonly licence: Licence
}

type Named = { readonly name: string; readonly url: string | null }

export function readOrigin(claims: Claims, hand: Hand, publishedAt: Date): { origin: Origin; hops: Hop[] } {
  const chain = handsOf(claims, hand)
  const [first, ...between] = chain
  const { licence, url: licenceUrl } = licenceOf(claims.licence)
  const original = firstAddress(claims, hand, first !== undefined)
  return {
    origin: {
      publisher: first?.name ?? hand.name,
      publisherUrl: first ? first.url : hand.siteUrl,
      url: original,
      publishedAt,
      // What a member grants holds for its own texts, not for what it took from others.
      licence: licence !== 'unknown' || first ? licence : hand.licence,
      licenceUrl,
      usageTerms: claims.rights.slice(0, 500),
    },
    hops: first
      ? [
          ...between.map(({ name, url }) => ({ name, url, at: null })),
          { name: hand.name, url: hand.siteUrl, at: publishedAt },
        ]
      : [],
  }
}

/** Everybody else it came from, the first to publish it first, without the member itself. */
function handsOf(claims: Claims, hand: Hand): Named[] {
  const { credit, agency, source } = claims
  // On a member's own page the publisher is the company behind it, not somebody else.
  const publisher = isOurs(hand, claims.url) && hostOf(claims.via) === undefined ? undefined : claims.publisher
  const canonical = isOurs(hand, claims.originalUrl) ? undefined : hostOf(claims.originalUrl)
  const named: (Named | undefined)[] = [
    agency ? { name: agency, url: null } : undefined,
    nameOf(credit?.publisher, credit?.url),
    nameOf(publisher, undefined),
    nameOf(source?.title, source?.url),
    // An address elsewhere names somebody only where nothing else does.
    canonical && !credit?.publisher && !publisher && !source?.title
      ? { name: canonical, url: new URL('/', claims.originalUrl).href }
      : undefined,
  ]
  const chain: Named[] = []
  for (const one of named) {
    if (!one || isHand(hand, one)) continue
    const known = chain.findIndex((other) => sameName(other.name, one.name) || sameHost(other.url, one.url))
    if (known < 0) chain.push(one)
    else if (chain[known]?.url === null) chain[known] = { name: chain[known]?.name ?? one.name, url: one.url }
  }
  return chain
}

function nameOf(name: string | undefined, url: string | undefined): Named | undefined {
  const address = hostOf(url) === undefined ? null : (url ?? null)
  const said = creditName(name) ?? hostOf(address)
  return said === undefined ? undefined : { name: said, url: address }
}

/** Whether a credit is to the member itself: by its name, a title of its feed, or an address on its site. */
function isHand(hand: Hand, { name, url }: Named): boolean {
  return (
    [hand.name, ...hand.titles].some((own) => own !== '' && sameName(own, name)) ||
    isOurs(hand, url) ||
    isOurs(hand, `https://${name}`)
  )
}

function isOurs(hand: Hand, address: string | null | undefined): boolean {
  const host = hostOf(address)
  return host !== undefined && hand.addresses.some((own) => hostOf(own) === host)
}

function sameHost(a: string | null, b: string | null): boolean {
  return a !== null && hostOf(a) === hostOf(b)
}

/**
 * Where it was published first: the page a tracker or copy stands for; what it was taken from, where somebody else
 * was first; else its own page, which is as near to the origin as we know.
 */
function firstAddress(
  { url, originalUrl, via, credit, readMore }: Claims,
  hand: Hand,
  elsewhere: boolean,
): string | null {
  const creditPage = isPage(credit?.url) && !isOurs(hand, credit?.url) ? credit?.url : undefined
  const theirs = elsewhere ? [via, credit?.original, creditPage] : []
  const found = [originalUrl, ...theirs, url, credit?.original, readMore].find((one) => hostOf(one) !== undefined)
  return found ?? null
}

/** Whether an address is of a page, not of a site. */
function isPage(address: string | undefined): boolean {
  const url = address ? URL.parse(address) : null
  return url !== null && url.pathname.length > 1 && url.pathname.split('/').filter(Boolean).length > 1
}

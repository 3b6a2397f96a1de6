/**
 * A site that has turned: sold, lost or taken over, it goes on under its name and speaks for somebody else. Pure: what a
 * source and its site were like when they were last in order, and what they are like now. One change is life (a new
 * design, a new language, a new host after a move that was told); what counts is a change that nobody who kept the site
 * would make, or several at once.
 */
import { inNormalForm } from '../normal-form.ts'

export type Traits = {
  /** Hosts, without `www.`: of the feed's address as it answers, and of the site. */
  readonly feedHost: string
  readonly siteHost: string
  /** What feed and site call themselves. */
  readonly feedTitle: string
  readonly siteTitle: string
  /** The program that makes the feed, without its version. */
  readonly generator: string
  /** Where the feed says that it stands. */
  readonly self: string
  /** In which languages the newest items are, each with its share. */
  readonly languages: Readonly<Record<string, number>>
  /** Where the newest items link to, each host with the share of the items that do; the site's own hosts apart. */
  readonly links: Readonly<Record<string, number>>
  /** How many items that is taken from. */
  readonly items: number
}

export type TurnReason =
  /** A proof of site that stood is not seen any more. */
  | { readonly kind: 'proof'; readonly about: string }
  /** It answers from another host. */
  | { readonly kind: 'host'; readonly from: string; readonly to: string }
  /** Feed and site are called otherwise, and are made by another program. */
  | { readonly kind: 'owner'; readonly from: string; readonly to: string }
  | { readonly kind: 'language'; readonly from: string; readonly to: string }
  /** Most of its links lead where none led before. */
  | { readonly kind: 'links'; readonly to: string }

/** Fewer items tell nothing. */
const fewest = 5
/** So much of the newest items is in languages that were not there before. */
const otherLanguage = 0.7
/** So much of what is linked was not linked before, by so many of the items; and so many link to one and the same host. */
const newLinks = 0.8
const linking = 0.5
const flood = 0.6

/** Why a source is to be looked at by a person; nothing where all is as it was, or changed as sites do. */
export function turnOf(before: Traits, now: Traits): TurnReason[] {
  const host = hostChange(before, now)
  const owner = ownerChange(before, now)
  const language = languageChange(before, now)
  const links = linkChange(before, now)
  const strong = [host, owner, links.isFlood ? links.reason : undefined].filter((reason) => reason !== undefined)
  const all = [host, owner, language, links.reason].filter((reason) => reason !== undefined)
  return strong.length > 0 || all.length > 1 ? all : []
}

/** The feed stands on a host of its own where it always did; what counts is where it, or its site, was not before. */
function hostChange(before: Traits, now: Traits): TurnReason | undefined {
  const known = new Set([before.feedHost, before.siteHost])
  for (const [was, is] of [
    [before.siteHost, now.siteHost],
    [before.feedHost, now.feedHost],
  ] as const)
    if (was !== '' && is !== '' && was !== is && !known.has(is) && !areKin(was, is))
      return { kind: 'host', from: was, to: is }
  return undefined
}

/** `news.harbour.example` and `harbour.example`: one lies within the other. */
function areKin(a: string, b: string): boolean {
  return a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

/** A paper that is renamed keeps its program, one that is rebuilt its name; who buys a dropped name keeps neither. */
function ownerChange(before: Traits, now: Traits): TurnReason | undefined {
  const changed = (what: 'feedTitle' | 'siteTitle' | 'generator' | 'self') => {
    const [was, is] = [plain(before[what]), plain(now[what])]
    // What is not told this time may be as it was.
    return was !== '' && is !== '' && was !== is && !was.includes(is) && !is.includes(was)
  }
  const names = (['feedTitle', 'siteTitle'] as const).filter((what) => plain(before[what]) !== '')
  const isRenamed = names.length > 0 && names.every(changed)
  const isRemade = changed('generator') || changed('self')
  if (!isRenamed || !isRemade) return undefined
  return { kind: 'owner', from: before.siteTitle || before.feedTitle, to: now.siteTitle || now.feedTitle }
}

function plain(text: string): string {
  return inNormalForm(text, 'NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

function languageChange(before: Traits, now: Traits): TurnReason | undefined {
  if (before.items < fewest || now.items < fewest) return undefined
  const fresh = Object.fromEntries(
    Object.entries(now.languages).filter(([language]) => !(language in before.languages)),
  )
  if (sum(fresh) < otherLanguage) return undefined
  return { kind: 'language', from: largest(before.languages), to: largest(fresh) }
}

/**
 * `isFlood`: most items link to one host that was never linked, and what was linked is gone: what is linked is what is
 * sold. Who linked nothing before may have begun to ask for donations.
 */
function linkChange(before: Traits, now: Traits): { reason: TurnReason | undefined; isFlood: boolean } {
  const none = { reason: undefined, isFlood: false }
  if (before.items < fewest || now.items < fewest) return none
  const fresh = Object.fromEntries(Object.entries(now.links).filter(([host]) => !(host in before.links)))
  if (sum(fresh) < linking || sum(fresh) < newLinks * sum(now.links)) return none
  const to = largest(fresh)
  return {
    reason: { kind: 'links', to },
    isFlood: (fresh[to] ?? 0) >= flood && Object.keys(before.links).length > 0,
  }
}

function sum(shares: Readonly<Record<string, number>>): number {
  return Object.values(shares).reduce((all, share) => all + share, 0)
}

function largest(shares: Readonly<Record<string, number>>): string {
  return Object.entries(shares).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

/** In which share of items each thing is: two digits are enough. */
export function sharesOf(items: readonly (readonly string[])[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) for (const one of new Set(item)) counts.set(one, (counts.get(one) ?? 0) + 1)
  return Object.fromEntries([...counts].map(([one, count]) => [one, Math.round((100 * count) / items.length) / 100]))
}

/** The program's name without its version, which changes with every week. */
export function programOf(generator: string | undefined): string {
  return (generator ?? '')
    .replace(/[?#].*$|\bv?\d+(?:\.\d+)*\S*/g, '')
    .trim()
    .slice(0, 100)
}

/** The feeds a page offers: linked in its head as browsers know it, or failing that, linked anywhere in its text. */
import type { FoundFeed } from './document.ts'
import { squash } from './markup.ts'
import { readTags } from './page.ts'

const feedTypes = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/x.atom+xml',
  'application/x-atom+xml',
  'text/rss+xml',
  'text/atom+xml',
  'text/rss',
  'application/rss',
  'application/atom',
])
/** Types that say little: believed only where the address speaks for a feed. */
const vagueTypes = new Set(['application/json', 'text/xml', 'application/xml', 'application/rdf+xml'])
const feedPath =
  /(?:^|\/)(?:feed|rss|atom|feeds?\/(?:rss2?|atom|main|all|posts(?:\/default)?))\/?$|(?:^|[/._-])(?:rss2?|atom|feed|index)\.(?:xml|json|rdf|php)$|\.(?:rss|atom|rdf)$/i
const feedQuery = /^\?(?:feed=(?:rss2?|atom|rdf|feed)|format=(?:feed&type=)?(?:rss|atom)|alt=(?:rss|atom))\b/i
const most = 100

/**
 * Feeds in order of appearance, each address once, feeds of comments last. `base` is the page's address, without which
 * only whole addresses are found; the page's own `<base>` is heeded where it stands before the link. Never throws.
 */
export function findFeeds(html: string, base: string | undefined): FoundFeed[] {
  const linked: FoundFeed[] = []
  const mentioned: FoundFeed[] = []
  let start = base
  let based = false
  let anchor: { url: string; type: string; words: string } | undefined

  readTags(html, () => ({
    onopentag(name, attributes) {
      if (name === 'base' && !based && attributes.href) {
        based = true
        start = URL.parse(attributes.href.trim(), base)?.href ?? base
      } else if (name === 'link') keep(linked, fromLink(attributes, start))
      else if (name === 'a') {
        const url = webAddress(attributes.href, start)
        anchor = url ? { url, type: (attributes.type ?? '').trim().toLowerCase(), words: '' } : undefined
      }
    },
    ontext(text) {
      if (anchor && anchor.words.length < 80) anchor.words += text
    },
    onclosetag(name) {
      if (name !== 'a' || !anchor) return
      keep(mentioned, fromAnchor(anchor))
      anchor = undefined
    },
  }))
  return commentsLast(linked.length > 0 ? linked : mentioned)
}

function keep(found: FoundFeed[], feed: FoundFeed | undefined): void {
  if (feed && found.length < most && !found.some((other) => other.url === feed.url)) found.push(feed)
}

/** HTML standard, 4.6.7.1 and .9: `alternate` with a feed's type, unless it is a style sheet; and the older `feed`. */
function fromLink(attributes: Readonly<Record<string, string>>, base: string | undefined): FoundFeed | undefined {
  const relations = (attributes.rel ?? '').trim().toLowerCase().split(/\s+/)
  const type = (attributes.type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const url = webAddress(attributes.href, base)
  if (!url) return undefined
  const isAlternate = relations.includes('alternate') && !relations.includes('stylesheet')
  const isFeed =
    relations.includes('feed') || (isAlternate && (feedTypes.has(type) || (vagueTypes.has(type) && looksLikeFeed(url))))
  return isFeed ? feedWith(url, attributes.title, type) : undefined
}

function fromAnchor(anchor: { url: string; type: string; words: string }): FoundFeed | undefined {
  const isFeed = feedTypes.has(anchor.type) || looksLikeFeed(anchor.url)
  return isFeed ? feedWith(anchor.url, anchor.words, anchor.type) : undefined
}

function feedWith(url: string, title: string | undefined, type: string): FoundFeed {
  const feed: FoundFeed = { url }
  const words = squash(title ?? '')
  if (words) feed.title = words
  if (type) feed.type = type
  return feed
}

function looksLikeFeed(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && (feedPath.test(url.pathname) || feedQuery.test(url.search))
}

function webAddress(href: string | undefined, base: string | undefined): string | undefined {
  const written = href
    ?.trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
  if (!written) return undefined
  const url = URL.parse(written, base)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

/** WordPress offers the feed of all comments beside that of the posts. */
function commentsLast(found: readonly FoundFeed[]): FoundFeed[] {
  const isComments = (feed: FoundFeed): boolean =>
    /\/comments\/feed|\/feeds\/comments|[?&]feed=comments/i.test(feed.url)
  return [...found.filter((feed) => !isComments(feed)), ...found.filter(isComments)]
}

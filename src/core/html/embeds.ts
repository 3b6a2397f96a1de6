/** What plays or frames something from elsewhere, as a link to it. */
import { shortText } from './attributes.ts'
import { isPixel } from './hidden.ts'
import { webTarget } from './links.ts'
import { type Attribute, attribute } from './sink.ts'

export type Embed = {
  readonly name: string
  readonly title: string
  /** Undefined until something in the element says it. */
  target: string | undefined
}

export function embedOf(name: string, attributes: readonly Attribute[], base: string | undefined): Embed {
  const video = attribute(attributes, 'data-videoid') ?? attribute(attributes, 'videoid')
  const given = sources.map((source) => attribute(attributes, source))
  if (video !== undefined) given.push(players[name]?.(encodeURIComponent(video)))
  let target: string | undefined
  if (!isPixel(attributes)) for (const address of given) target ??= targetOf(address || undefined, base)
  const title = attribute(attributes, 'title') ?? attribute(attributes, 'aria-label') ?? ''
  return { name, title: shortText(title, 300), target }
}

/** Pages that load frames late, or after a consent, keep the address elsewhere, and leave `about:blank` in its place. */
const sources = ['src', 'data', 'data-src', 'data-lazy-src', 'data-src-cmplz', 'data-cookieblock-src']

/** Takes the address from what stands in the element: `<source>` of a video, `<param>` of an object. */
export function embedSource(
  embed: Embed,
  name: string,
  attributes: readonly Attribute[],
  base: string | undefined,
): void {
  if (embed.target !== undefined) return
  if (name === 'source') embed.target = targetOf(attribute(attributes, 'src'), base)
  else if (name === 'param' && /^(?:movie|src|url|filename)$/i.test(attribute(attributes, 'name') ?? ''))
    embed.target = targetOf(attribute(attributes, 'value'), base)
}

/** What the link says: its title, else where it leads. */
export function embedWords({ title, target }: Embed): string {
  return title || URL.parse(target ?? '')?.hostname.replace(/^www\./, '') || ''
}

/** What is said of posts elsewhere that a script was to fetch: where they are, when the markup itself links nowhere. */
export function postTarget(attributes: readonly Attribute[], base: string | undefined): string | undefined {
  const address = ['data-instgrm-permalink', 'data-permalink', 'data-href', 'cite', 'data-url'].map((name) =>
    attribute(attributes, name),
  )
  return webTarget(
    address.find((one) => one !== undefined),
    base,
  )
}

/** A quotation or box that a network's script was to fill. */
export function isPost(name: string, classes: string | undefined): boolean {
  return (name === 'blockquote' || name === 'div') && classes !== undefined && posts.test(classes)
}
const posts =
  /(?:^|\s)(?:twitter-(?:tweet|video|timeline)|instagram-media|tiktok-embed|fb-(?:post|video|comment-embed)|bluesky-embed|mastodon-embed|reddit-(?:embed-bq|card)|text-post-media|tumblr-post|imgur-embed-pub|telegram-post)(?:\s|$)/i

function targetOf(address: string | undefined, base: string | undefined): string | undefined {
  const target = webTarget(address, base)
  const url = target === undefined ? null : URL.parse(target)
  if (!url || counters.test(url.hostname)) return undefined
  return pageOf(url) ?? target
}

/** Frames without a page: they count, or carry advertisements. */
const counters =
  /(?:^|\.)(?:googletagmanager|doubleclick|googlesyndication|google-analytics|googleadservices|adnxs|scorecardresearch)\.(?:com|net)$/

/** The page for people behind a player made for frames. */
function pageOf(url: URL): string | undefined {
  const host = url.hostname.replace(/^www\./, '')
  const path = url.pathname
  const [, id] = /^\/(?:embed|video|embed\/video|v)\/([\w-]+)$/.exec(path) ?? []
  if (/^youtube(?:-nocookie)?\.com$/.test(host)) {
    if (id === 'videoseries') return `https://www.youtube.com/playlist?list=${url.searchParams.get('list') ?? ''}`
    return id && players['amp-youtube']?.(id)
  }
  if (host === 'player.vimeo.com') return id && players['amp-vimeo']?.(id)
  if (host === 'dailymotion.com' || host === 'geo.dailymotion.com')
    return id && `https://www.dailymotion.com/video/${id}`
  if (host === 'open.spotify.com' && path.startsWith('/embed/')) return `https://open.spotify.com${path.slice(6)}`
  if (host === 'embed.podcasts.apple.com') return `https://podcasts.apple.com${path}`
  if (host === 'w.soundcloud.com' || (host === 'facebook.com' && path.startsWith('/plugins/')))
    return webTarget(url.searchParams.get('url') ?? url.searchParams.get('href') ?? undefined, undefined)
  if (host === 'platform.twitter.com' && /^\d+$/.test(url.searchParams.get('id') ?? ''))
    return `https://twitter.com/i/status/${url.searchParams.get('id')}`
  return undefined
}

const players: Readonly<Record<string, (id: string) => string>> = {
  'amp-youtube': (id) => `https://www.youtube.com/watch?v=${id}`,
  'lite-youtube': (id) => `https://www.youtube.com/watch?v=${id}`,
  'amp-vimeo': (id) => `https://vimeo.com/${id}`,
}

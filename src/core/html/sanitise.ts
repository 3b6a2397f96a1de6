/**
 * What of somebody else's markup may be shown: the document is parsed as a browser parses it (parse5, WHATWG HTML),
 * walked once against an allow-list, and written anew. Nothing is passed through as it came, so nothing that two
 * parsers read differently survives.
 */
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { cleanUrl } from '../trackers.ts'
import { allowed, dropped, globalAttributes, voids } from './allowed.ts'

declare const brand: unique symbol
/** HTML that only `sanitise` makes: the one kind of foreign markup a page takes. */
export type SafeHtml = string & { readonly [brand]: 'safe-html' }

type Node = DefaultTreeAdapterMap['childNode']
type Element = DefaultTreeAdapterMap['element']

/** Deeper than this nobody writes; what is deeper is kept as if its elements were not there. */
const deepest = 120
/** Longer than this nothing is read; no honest text is. Characters. */
const longest = 4_000_000

/** Safe HTML of a fragment. Relative addresses start from `base`; without one they are dropped. Never throws. */
export function sanitise(html: string, options: { base?: string } = {}): SafeHtml {
  if (!/[<&]/.test(html)) return escapeText(html).trim() as SafeHtml
  let safe = written(shallow(html.slice(0, longest)), options.base)
  // Wrong markup gives trees that no markup says (a list item in a list item, by way of a table): written and read
  // again they are others. What is kept must be what it is read as, so it is written until it stays.
  for (let tries = 0; tries < 5; tries += 1) {
    const again = written(safe, options.base)
    if (again === safe) return safe as SafeHtml
    safe = again
  }
  return escapeText(safe.replace(/<[^>]*>/g, ' ').replace(/&[a-z]+;/g, ' ')) as SafeHtml
}

function written(html: string, base: string | undefined): string {
  const out: string[] = []
  writeAll(parseFragment(html).childNodes, { out, base, depth: 0, inLink: false, inPre: false })
  return out.join('').trim()
}

/** The same without any picture: what stays of a figure is its caption. */
export function withoutPictures(html: SafeHtml): SafeHtml {
  if (!html.includes('<img')) return html
  return html
    .replace(/<img\b[^>]*>/g, '')
    .replace(/<(figure|a|p)\b[^>]*>\s*<\/\1>/g, '')
    .replace(/<(figure|a|p)\b[^>]*>\s*<\/\1>/g, '') as SafeHtml
}

/** Links are their writers' word, not the network's: no search engine should take them for its own. */
const linkRel = ' rel="nofollow noopener ugc"'

type Place = {
  readonly out: string[]
  readonly base: string | undefined
  readonly depth: number
  readonly inLink: boolean
  readonly inPre: boolean
}

function writeAll(nodes: readonly Node[], place: Place): void {
  for (const node of nodes) {
    if (node.nodeName === '#text') place.out.push(escapeText((node as DefaultTreeAdapterMap['textNode']).value))
    else if ('tagName' in node) writeElement(node, place)
  }
}

function writeElement(element: Element, place: Place): void {
  const name = element.tagName
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || dropped.has(name)) {
    writeEmbed(element, place)
    return
  }
  if (isHidden(element)) return
  const rename = renamed.get(name) ?? name
  const rule = allowed.get(rename)
  if (!rule || place.depth > deepest || (rename === 'a' && place.inLink)) {
    writeAll(element.childNodes, deeper(place))
    return
  }
  if (rename === 'img') {
    writeImage(element, place)
    return
  }
  const attributes = attributesOf(element, rule, place)
  if (rename === 'a' && !attributes.includes(' href=')) {
    writeAll(element.childNodes, deeper(place))
    return
  }
  place.out.push(`<${rename}${attributes}${rename === 'a' ? linkRel : ''}>`)
  if (voids.has(rename)) return
  const start = place.out.length
  // The parser eats a newline right after <pre>; one that is meant is written twice.
  writeAll(element.childNodes, {
    ...deeper(place),
    inLink: place.inLink || rename === 'a',
    inPre: place.inPre || rename === 'pre',
  })
  if (rename === 'pre' && place.out[start]?.startsWith('\n')) place.out[start] = `\n${place.out[start]}`
  place.out.push(`</${rename}>`)
}

function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 }
}

/** Presentational elements by the one that means the same. */
const renamed = new Map([
  ['center', 'div'],
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
  ['dir', 'ul'],
  ['xmp', 'pre'],
  ['listing', 'pre'],
  ['article', 'div'],
  ['section', 'div'],
  ['main', 'div'],
  ['header', 'div'],
  ['footer', 'div'],
  ['h1', 'h2'],
])

function attributesOf(element: Element, rule: ReadonlySet<string>, { base }: Place): string {
  let written = ''
  for (const { name, value } of element.attrs) {
    if (!rule.has(name) && !globalAttributes.has(name)) continue
    const safe = attributeValue(element.tagName, name, value, base)
    if (safe !== undefined) written += ` ${name}="${escapeAttribute(safe)}"`
  }
  return written
}

function attributeValue(tag: string, name: string, value: string, base: string | undefined): string | undefined {
  switch (name) {
    case 'href':
    case 'cite':
      return linkTarget(value, base)
    case 'dir':
      return /^(ltr|rtl|auto)$/i.test(value) ? value.toLowerCase() : undefined
    case 'lang':
      return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value) ? value : undefined
    case 'colspan':
    case 'rowspan':
    case 'start':
    case 'value':
    case 'width':
    case 'height':
      return /^-?\d{1,5}$/.test(value.trim()) ? value.trim() : undefined
    case 'type':
      return tag === 'ol' && /^[1aAiI]$/.test(value) ? value : undefined
    case 'scope':
      return /^(row|col|rowgroup|colgroup)$/i.test(value) ? value.toLowerCase() : undefined
    case 'open':
    case 'reversed':
      return ''
    default:
      return value.slice(0, 2000)
  }
}

/** An address a reader may follow: http, https, mailto, tel; relative ones from the base; undefined otherwise. */
function linkTarget(value: string, base: string | undefined): string | undefined {
  const trimmed = value.replace(/^[\0- ]+|[\0- ]+$/g, '').replace(/[\t\n\r]/g, '')
  if (trimmed === '' || trimmed.startsWith('#')) return undefined
  const url = URL.parse(trimmed, base)
  if (!url) return undefined
  if (url.protocol === 'http:' || url.protocol === 'https:') {
    if (url.username || url.password) return undefined
    return cleanUrl(url.href, base)
  }
  return url.protocol === 'mailto:' || url.protocol === 'tel:' ? url.href : undefined
}

function writeImage(element: Element, { out, base }: Place): void {
  const given = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value
  const source = [given('src'), given('data-src'), given('data-lazy-src')]
    .map((value) => (value === undefined ? undefined : linkTarget(value, base)))
    .find((value) => value !== undefined && /^https?:/.test(value))
  const size = (name: string) => (/^\d{1,5}$/.test(given(name)?.trim() ?? '') ? Number(given(name)) : undefined)
  const width = size('width')
  const height = size('height')
  if (source === undefined || isTracker(source, width, height)) return
  const sizes = `${width ? ` width="${width}"` : ''}${height ? ` height="${height}"` : ''}`
  out.push(
    `<img src="${escapeAttribute(source)}" alt="${escapeAttribute(given('alt')?.slice(0, 2000) ?? '')}"${sizes} loading="lazy">`,
  )
}

/** Pictures of a pixel or two tell somebody that a text was read; so do the well-known counters. */
function isTracker(source: string, width: number | undefined, height: number | undefined): boolean {
  if ((width !== undefined && width <= 2) || (height !== undefined && height <= 2)) return true
  return /\/\/(pixel|stats|feeds)\.(wp|wordpress|feedburner)\.com|doubleclick\.net|feedsportal\.com|\/~[rf]{1,2}\/|google-analytics\.com|facebook\.com\/tr\b|pixel\.(gif|png)\b|\/b\.gif\b|blogger\.googleusercontent\.com\/tracker/i.test(
    source,
  )
}

/** What plays or frames something from elsewhere becomes a link to it with a title. */
function writeEmbed(element: Element, place: Place): void {
  const { tagName: name } = element
  const given = (attribute: string) => element.attrs.find((a) => a.name === attribute)?.value
  if (!['iframe', 'embed', 'object', 'video', 'audio'].includes(name) || place.inLink) return
  const child = element.childNodes.find((node): node is Element => 'tagName' in node && node.tagName === 'source')
  const address =
    given('src') ?? given('data') ?? child?.attrs.find((a) => a.name === 'src')?.value ?? given('data-src')
  const target = address === undefined ? undefined : linkTarget(address, place.base)
  if (target === undefined || !/^https?:/.test(target)) return
  const words = given('title')?.trim() || URL.parse(target)?.hostname.replace(/^www\./, '') || target
  place.out.push(`<a href="${escapeAttribute(target)}"${linkRel}>${escapeText(words)}</a>`)
}

/** Text that is not meant to be seen is not read either. */
function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      (name === 'hidden' && element.tagName !== 'details') ||
      (name === 'style' &&
        /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(px|em|%)?\s*(;|$)|opacity\s*:\s*0\s*(;|$)/i.test(
          value,
        )),
  )
}

/**
 * The parser's own time grows with the square of the number of open elements. Markup that opens far more tags than it
 * closes, or one tag with thousands of attributes, is no text of anybody's: it is read without its tags.
 */
function shallow(html: string): string {
  if (html.length < 20_000) return html
  let open = 0
  let deepestSeen = 0
  let attributes = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const code = html.charCodeAt(at + 1) | 0x20
    if (code === 0x2f) open = Math.max(0, open - 1)
    else if (code >= 0x61 && code <= 0x7a && !selfClosing.test(html.slice(at + 1, at + 8))) {
      open += 1
      if (open > deepestSeen) deepestSeen = open
    }
  }
  for (let at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) attributes += 1
  const sane = deepestSeen < 600 && attributes < 200_000
  return sane ? html : html.replace(/<[/a-z!?][^<>]{0,5000}>?/gi, ' ')
}
const selfClosing = /^(p|li|tr|td|th|dt|dd|br|hr|img|wbr|col|option|source|input|link|meta)[\s/>]/i

function escapeText(text: string): string {
  return text.replace(/[&<>\0]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : ''))
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\0]/g, (c) =>
    c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : c === '"' ? '&quot;' : '',
  )
}

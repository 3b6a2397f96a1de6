/** What a feed says about itself: RSS and RDF `<channel>`, Atom `<feed>`, and the vocabularies mixed into them. */

import { absolute } from './addresses.ts'
import { categoriesOf } from './categories.ts'
import type { Dates } from './dates-of.ts'
import type { FeedFacts, Tombstone } from './document.ts'
import { all, type Element, first, textOf } from './element.ts'
import { linkWithRel, pageOf } from './links.ts'
import { htmlOf, plain, plainOf } from './markup.ts'
import { people } from './people.ts'
import { dateOf } from './times.ts'
import { authorsOf, contributorsOf, titleOf } from './xml-item.ts'

export function feedOf(root: Element, dates: Dates): FeedFacts {
  const channel = channelOf(root)
  const facts: FeedFacts = {}
  const put = <K extends keyof FeedFacts>(key: K, value: FeedFacts[K]): void => {
    if (value !== undefined && value !== '') facts[key] = value
  }
  const id = first(channel, 'atom:id')
  put(
    'id',
    id?.text.trim() ? absolute(id.text, id.base) : (channel.attributes['rdf:about'] ?? textOf(channel, 'podcast:guid')),
  )
  put('title', titleOf(channel))
  put('subtitle', subtitleOf(channel))
  put('link', pageOf(channel) ?? channel.attributes.href)
  put(
    'self',
    linkWithRel(channel, 'self') ??
      linkWithRel(channel, 'http://schemas.google.com/g/2005#feed') ??
      textOf(channel, 'source:self'),
  )
  put('hub', linkWithRel(channel, 'hub'))
  put('next', linkWithRel(channel, 'next') ?? linkWithRel(channel, 'prev-archive'))
  if (first(channel, 'fh:complete')) facts.complete = true
  if (first(channel, 'fh:archive')) facts.archive = true
  put(
    'language',
    (
      textOf(channel, 'rss:language', 'dc:language', 'dcterms:language') ??
      (channel.language || root.language)
    )?.replace(/_/g, '-'),
  )
  const rights =
    first(channel, 'atom:rights') ??
    first(channel, 'atom:copyright', 'rss:copyright', 'dc:rights', 'dcterms:rights', 'media:copyright')
  put('rights', rights && plainOf(rights))
  put('generator', generatorOf(channel))
  put('ttl', textOf(channel, 'rss:ttl'))
  put('published', dateOf(channel, publishedNames, dates))
  put('updated', dateOf(channel, updatedNames, dates) ?? dates.read(channel.attributes.lastmod))
  put('authors', people(authorsOf(channel)))
  put('contributors', people(contributorsOf(channel)))
  put('categories', categoriesOf(channel))
  put('image', imageOf(channel))
  return facts
}

const publishedNames = ['atom:published', 'rss:pubdate', 'rss:published', 'dcterms:issued', 'atom:issued', 'dc:date']
const updatedNames = [
  'atom:updated',
  'atom:modified',
  'rss:lastbuilddate',
  'dcterms:modified',
  'dc:date',
  'dcterms:date',
  'rss:lastmod',
  'rss:pubdate',
]

/** RFC 6721: entries that are gone. */
export function tombstonesOf(root: Element, dates: Dates): Tombstone[] {
  return all(channelOf(root), 'at:deleted-entry').flatMap((element) => {
    const id = element.attributes.ref?.trim()
    if (!id) return []
    const tombstone: Tombstone = { id }
    const when = dates.read(element.attributes.when)
    if (when) tombstone.when = when
    const by = first(element, 'at:by')
    const name = by && (textOf(by, 'atom:name', 'atom:uri', 'atom:email') ?? by.text.trim())
    if (name) tombstone.by = name
    const comment = first(element, 'at:comment')
    const said = comment && plain(htmlOf(comment) ?? '')
    if (said) tombstone.comment = said
    return [tombstone]
  })
}

/** RSS 1.0 puts image and text input beside the channel; broken feeds put anything anywhere. */
function channelOf(root: Element): Element {
  const channel = first(root, 'rss:channel')
  if (!channel) return root
  const beside = root.children.filter((child) => child !== channel)
  return beside.length === 0 ? channel : { ...channel, children: [...channel.children, ...beside] }
}

function subtitleOf(channel: Element): string | undefined {
  for (const name of [
    'atom:subtitle',
    'atom:tagline',
    'rss:description',
    'dc:description',
    'itunes:subtitle',
    'itunes:summary',
    'googleplay:description',
    'atom:info',
    'rss:abstract',
    'media:description',
  ]) {
    const element = first(channel, name)
    const text = element && plainOf(element)
    if (text) return text
  }
  return undefined
}

function generatorOf(channel: Element): string | undefined {
  const generator = first(channel, 'atom:generator', 'rss:generator')
  const agent = first(channel, 'admin:generatoragent')
  const address =
    generator?.attributes.uri ?? generator?.attributes.url ?? agent?.attributes['rdf:resource'] ?? agent?.text
  return (generator && plain(generator.text)) || address?.trim()
}

function imageOf(channel: Element): FeedFacts['image'] {
  const image: NonNullable<FeedFacts['image']> = {}
  const box = first(channel, 'rss:image')
  const written = [
    box && first(box, 'rss:url', 'atom:url'),
    box && first(box, 'rss:link', 'atom:link'),
    first(channel, 'itunes:image', 'googleplay:image'),
    first(channel, 'atom:logo'),
    first(channel, 'rss:logo'),
    first(channel, 'atom:icon'),
    first(channel, 'media:thumbnail'),
  ]
  const [url, link, ...others] = written
  const address = box && (url?.text.trim() || box.attributes.href || box.attributes['rdf:resource'])
  if (address) image.url = absolute(address, url?.base ?? box?.base)
  else
    for (const other of others) {
      const found = other && (other.attributes.href ?? other.attributes.url ?? other.text).trim()
      if (!found) continue
      image.url = absolute(found, other.base)
      break
    }
  if (box) {
    const title = titleOf(box)
    if (title) image.title = title
    const page = link?.text.trim() || link?.attributes.href
    if (page) image.link = absolute(page, link?.base)
  }
  return Object.keys(image).length > 0 ? image : undefined
}

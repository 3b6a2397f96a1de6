/** What a feed says about itself: RSS and RDF `<channel>`, Atom `<feed>`, and the vocabularies mixed into them. */

import { absolute } from './addresses.ts'
import { categoriesOf } from './categories.ts'
import type { Dates } from './dates-of.ts'
import type { FeedFacts, Tombstone } from './document.ts'
import { all, type Element, first, textOf, words } from './element.ts'
import { linkWithRel, pageOf } from './links.ts'
import { firstPlain, htmlOf, plain } from './markup.ts'
import { people } from './people.ts'
import { scheduleOf } from './schedule.ts'
import { dateOf } from './times.ts'
import { authorsOf, contributorsOf, languageOf, rightsOf, titleOf } from './xml-item.ts'

const ids = words('atom:id')
const podcastIds = words('podcast:guid')
const subtitles = words(
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
)
const selves = words('source:self')
const complete = words('fh:complete')
const archive = words('fh:archive')
const ttls = words('rss:ttl')
const channels = words('rss:channel')
const generators = words('atom:generator', 'rss:generator')
const agents = words('admin:generatoragent')
const boxes = words('rss:image')
const boxAddresses = words('rss:url', 'atom:url')
const boxLinks = words('rss:link', 'atom:link')
const pictures = words('itunes:image', 'googleplay:image', 'atom:logo', 'rss:logo', 'atom:icon', 'media:thumbnail')
const objects = words('media:content')
const deleted = words('at:deleted-entry')
const deletedBy = words('at:by')
const deletedWhy = words('at:comment')
const personWords = words('atom:name', 'atom:uri', 'atom:email')

export function feedOf(root: Element, dates: Dates): FeedFacts {
  const channel = channelOf(root)
  const facts: FeedFacts = {}
  const put = <K extends keyof FeedFacts>(key: K, value: FeedFacts[K]): void => {
    if (value !== undefined && value !== '') facts[key] = value
  }
  const id = first(channel, ids)
  put(
    'id',
    id?.text.trim() ? absolute(id.text, id.base) : (channel.attributes['rdf:about'] ?? textOf(channel, podcastIds)),
  )
  put('title', titleOf(channel))
  put('subtitle', firstPlain(channel, subtitles))
  put('link', pageOf(channel) ?? channel.attributes.href)
  put(
    'self',
    linkWithRel(channel, 'self') ??
      linkWithRel(channel, 'http://schemas.google.com/g/2005#feed') ??
      textOf(channel, selves),
  )
  put('hub', linkWithRel(channel, 'hub'))
  put('next', linkWithRel(channel, 'next') ?? linkWithRel(channel, 'prev-archive'))
  if (first(channel, complete)) facts.complete = true
  if (first(channel, archive)) facts.archive = true
  put('language', languageOf(channel) ?? root.language)
  put('rights', rightsOf(channel))
  put('generator', generatorOf(channel))
  put('ttl', textOf(channel, ttls))
  put('schedule', scheduleOf(channel))
  put('published', dateOf(channel, publishedNames, dates))
  put('updated', dateOf(channel, updatedNames, dates) ?? dates.read(channel.attributes.lastmod))
  put('authors', people(authorsOf(channel)))
  put('contributors', people(contributorsOf(channel)))
  put('categories', categoriesOf(channel))
  put('image', imageOf(channel))
  return facts
}

const publishedNames = words(
  'atom:published',
  'rss:pubdate',
  'rss:published',
  'dcterms:issued',
  'atom:issued',
  'dc:date',
)
const updatedNames = words(
  'atom:updated',
  'atom:modified',
  'rss:lastbuilddate',
  'dcterms:modified',
  'dc:date',
  'dcterms:date',
  'rss:lastmod',
  'rss:pubdate',
)

/** RFC 6721: entries that are gone. */
export function tombstonesOf(root: Element, dates: Dates): Tombstone[] {
  return all(channelOf(root), deleted).flatMap((element) => {
    const id = element.attributes.ref?.trim()
    if (!id) return []
    const tombstone: Tombstone = { id }
    const when = dates.read(element.attributes.when)
    if (when) tombstone.when = when
    const by = first(element, deletedBy)
    const name = by && (textOf(by, personWords) ?? by.text.trim())
    if (name) tombstone.by = name
    const comment = first(element, deletedWhy)
    const said = comment && plain(htmlOf(comment) ?? '')
    if (said) tombstone.comment = said
    return [tombstone]
  })
}

/** RSS 1.0 puts image and text input beside the channel; broken feeds put anything anywhere. */
function channelOf(root: Element): Element {
  const channel = first(root, channels)
  if (!channel) return root
  const beside = root.children.filter((child) => child !== channel)
  if (beside.length === 0) return channel
  return { ...channel, children: [...channel.children, ...beside], spoken: channel.spoken | root.spoken }
}

function generatorOf(channel: Element): string | undefined {
  const generator = first(channel, generators)
  const agent = first(channel, agents)
  const address =
    generator?.attributes.uri ?? generator?.attributes.url ?? agent?.attributes['rdf:resource'] ?? agent?.text
  return (generator && plain(generator.text)) || address?.trim()
}

function imageOf(channel: Element): FeedFacts['image'] {
  const image: NonNullable<FeedFacts['image']> = {}
  const box = first(channel, boxes)
  const written = [
    box && first(box, boxAddresses),
    box && first(box, boxLinks),
    first(channel, pictures),
    all(channel, objects).find(({ attributes }) => /^image/i.test(attributes.medium ?? attributes.type ?? '')),
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

/** Pictures, sound and film beside an item: Media RSS 1.5, RSS and Atom enclosures, iTunes pictures. */

import { absolute, resolve } from './addresses.ts'
import type { Enclosure, MediaObject } from './document.ts'
import { all, type Element, first, textOf, words } from './element.ts'
import { plain } from './markup.ts'

const objects = words('media:content')
const groupWords = words('media:group')
const players = words('media:player')
const titles = words('media:title')
const descriptions = words('media:description', 'media:text')
const credits = words('media:credit', 'media:copyright')
const thumbnails = words('media:thumbnail')
const pictures = words('itunes:image', 'googleplay:image', 'rss:image')
const addresses = words('rss:url')
const durations = words('itunes:duration')
const podcasts = words('podcast:transcript', 'podcast:alternateenclosure')
const podcastSources = words('podcast:source')
const withMedia = [...objects, ...pictures, ...podcasts].reduce((all, { vocabulary }) => all | vocabulary, 0)

/** Of enclosures or media objects: more are an attack or a mistake. */
const most = 200

export function enclosuresOf(item: Element): Enclosure[] | undefined {
  const found: Enclosure[] = []
  for (const child of item.children) {
    const { name, attributes } = child
    const isLink = (name === 'atom:link' || name === 'rss:link') && attributes.rel?.toLowerCase() === 'enclosure'
    if (name !== 'rss:enclosure' && !isLink) continue
    const address = attributes.url ?? attributes.href ?? attributes['rdf:resource'] ?? child.text
    if (address.trim() === '' || found.length >= most) continue
    const enclosure: Enclosure = { url: absolute(address, child.base) }
    if (attributes.type) enclosure.type = attributes.type.trim()
    const length = wholeNumber(attributes.length)
    if (length !== undefined) enclosure.length = length
    if (!found.some((other) => other.url === enclosure.url && other.type === enclosure.type)) found.push(enclosure)
  }
  if (found[0] === undefined) return undefined
  const duration = seconds(textOf(item, durations))
  if (duration !== undefined) found[0].duration = duration
  return found
}

/** The media objects of an item; what a group or the item itself says holds for each object that says nothing. */
export function mediaOf(item: Element): MediaObject[] | undefined {
  if ((item.spoken & withMedia) === 0) return undefined
  const found: MediaObject[] = []
  const around = said(item)
  const groups = all(item, groupWords)
  for (const child of all(item, objects)) addContent(found, child, around)
  for (const group of groups) {
    const shared = { ...around, ...said(group) }
    for (const content of all(group, objects)) addContent(found, content, shared)
  }
  const own = around.thumbnail ?? groups.map(thumbnailOf).find(Boolean) ?? picture(first(item, pictures))
  if (own && found.length === 0) found.push({ url: own, medium: 'image', ...around, thumbnail: own })
  for (const child of all(item, podcasts)) addPodcast(found, child)
  return found.length > 0 ? found : undefined
}

function addContent(found: MediaObject[], content: Element, around: Said): void {
  const { attributes } = content
  const address = attributes.url ?? first(content, players)?.attributes.url
  if (!address || found.length >= most) return
  const media: MediaObject = { url: absolute(address, content.base) }
  if (attributes.type) media.type = attributes.type
  if (attributes.medium) media.medium = attributes.medium
  const width = wholeNumber(attributes.width)
  if (width !== undefined) media.width = width
  const height = wholeNumber(attributes.height)
  if (height !== undefined) media.height = height
  const duration = seconds(attributes.duration)
  if (duration !== undefined) media.duration = duration
  found.push(Object.assign(media, around, said(content)))
}

type Said = Pick<MediaObject, 'title' | 'description' | 'credit' | 'thumbnail'>

function said(element: Element): Said {
  const said: Said = {}
  const title = textOf(element, titles)
  if (title) said.title = plain(title)
  const description = textOf(element, descriptions)
  if (description) said.description = plain(description)
  const credit = textOf(element, credits)
  if (credit) said.credit = plain(credit)
  const thumbnail = thumbnailOf(element)
  if (thumbnail) said.thumbnail = thumbnail
  return said
}

function thumbnailOf(element: Element): string | undefined {
  return picture(first(element, thumbnails))
}

/** podcastindex.org's namespace: what an episode says in words, and other forms of it. */
function addPodcast(found: MediaObject[], child: Element): void {
  const { attributes } = child
  const isTranscript = child.name === 'podcast:transcript'
  const address = isTranscript ? attributes.url : first(child, podcastSources)?.attributes.uri
  const url = address && resolve(address, child.base)
  if (!url || found.length >= most) return
  const media: MediaObject = { url }
  if (attributes.type) media.type = attributes.type
  if (isTranscript) media.medium = 'document'
  if (attributes.title) media.title = plain(attributes.title)
  const height = wholeNumber(attributes.height)
  if (height !== undefined) media.height = height
  found.push(media)
}

function picture(element: Element | undefined): string | undefined {
  if (!element) return undefined
  const address = element.attributes.url ?? element.attributes.href ?? textOf(element, addresses) ?? element.text
  return address.trim() === '' ? undefined : resolve(address, element.base)
}

/** `3723`, `62:03` and `1:02:03` are one length. */
function seconds(written: string | undefined): number | undefined {
  if (written === undefined || !/^\s*\d{1,6}(?:\.\d+)?(?::\d{1,2}){0,2}\s*$/.test(written)) return undefined
  return Math.round(written.split(':').reduce((sum, part) => sum * 60 + Number(part), 0))
}

export function wholeNumber(written: string | undefined): number | undefined {
  if (written === undefined || !/^\s*\d{1,15}\s*$/.test(written)) return undefined
  return Number(written)
}

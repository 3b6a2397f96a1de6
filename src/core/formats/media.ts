/** Pictures, sound and film beside an item: Media RSS 1.5, RSS and Atom enclosures, iTunes pictures. */

import { absolute, resolve } from './addresses.ts'
import type { Enclosure, MediaObject } from './document.ts'
import { all, type Element, first, textOf } from './element.ts'
import { plain } from './markup.ts'

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
  const duration = seconds(textOf(item, 'itunes:duration'))
  if (found[0] && duration !== undefined) found[0].duration = duration
  return found.length > 0 ? found : undefined
}

/** The media objects of an item; what a group or the item itself says holds for each object that says nothing. */
export function mediaOf(item: Element): MediaObject[] | undefined {
  const found: MediaObject[] = []
  for (const child of item.children) {
    if (child.name === 'media:content') addContent(found, child, item)
    else if (child.name === 'media:group')
      for (const content of all(child, 'media:content')) addContent(found, content, child, item)
    else addPodcast(found, child)
  }
  const own =
    picture(first(item, 'media:thumbnail') ?? nested(item)) ??
    picture(first(item, 'itunes:image', 'googleplay:image')) ??
    picture(first(item, 'rss:image'))
  if (own && found.length === 0) found.push({ url: own, medium: 'image', ...words([item]), thumbnail: own })
  return found.length > 0 ? found : undefined
}

function nested(item: Element): Element | undefined {
  const group = first(item, 'media:group')
  return group && first(group, 'media:thumbnail')
}

/** podcastindex.org's namespace: what an episode says in words, and other forms of it. */
function addPodcast(found: MediaObject[], child: Element): void {
  const { attributes } = child
  const isTranscript = child.name === 'podcast:transcript'
  if (found.length >= most || !(isTranscript || child.name === 'podcast:alternateenclosure')) return
  const address = isTranscript ? attributes.url : first(child, 'podcast:source')?.attributes.uri
  const url = address && resolve(address, child.base)
  if (!url) return
  const media: MediaObject = { url }
  if (attributes.type) media.type = attributes.type
  if (isTranscript) media.medium = 'document'
  if (attributes.title) media.title = plain(attributes.title)
  const height = wholeNumber(attributes.height)
  if (height !== undefined) media.height = height
  found.push(media)
}

function addContent(found: MediaObject[], content: Element, ...around: readonly Element[]): void {
  const { attributes } = content
  const player = first(content, 'media:player')?.attributes.url
  const address = attributes.url ?? player
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
  const levels = [content, ...around]
  Object.assign(media, words(levels))
  for (const level of levels) {
    const thumbnail = picture(first(level, 'media:thumbnail'))
    if (thumbnail) {
      media.thumbnail = thumbnail
      break
    }
  }
  found.push(media)
}

function words(levels: readonly Element[]): Pick<MediaObject, 'title' | 'description' | 'credit'> {
  const said: Pick<MediaObject, 'title' | 'description' | 'credit'> = {}
  for (const level of levels) {
    const title = textOf(level, 'media:title')
    if (title && !said.title) said.title = plain(title)
    const description = textOf(level, 'media:description', 'media:text')
    if (description && !said.description) said.description = plain(description)
    const credit = textOf(level, 'media:credit') ?? textOf(level, 'media:copyright')
    if (credit && !said.credit) said.credit = plain(credit)
  }
  return said
}

function picture(element: Element | undefined): string | undefined {
  if (!element) return undefined
  const address = element.attributes.url ?? element.attributes.href ?? textOf(element, 'rss:url') ?? element.text
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

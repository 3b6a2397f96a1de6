/** Where an item happened: GeoRSS Simple, GML inside it, W3C geo, and names of places. */
import type { Place } from './document.ts'
import { type Element, first, textOf } from './element.ts'

export function placeOf(item: Element): Place | undefined {
  const place: Place = {}
  const point = coordinates(item)
  if (point) {
    place.lat = point.lat
    place.lon = point.lon
  }
  const name = textOf(item, 'georss:featurename', 'dcterms:spatial', 'dc:coverage', 'podcast:location')
  if (name && !/^[a-z]+=/i.test(name)) place.name = name
  return place.lat === undefined && place.name === undefined ? undefined : place
}

function coordinates(item: Element): { lat: number; lon: number } | undefined {
  const simple = textOf(item, 'georss:point')
  if (simple) return pair(simple)
  const point = first(item, 'geo:point') ?? item
  const lat = textOf(point, 'geo:lat')
  const lon = textOf(point, 'geo:long', 'geo:lon')
  if (lat && lon) return pair(`${lat} ${lon}`)
  const where = first(item, 'georss:where') ?? item
  const gml = first(where, 'gml:point')
  const position = gml && textOf(gml, 'gml:pos', 'gml:coordinates')
  if (position) return pair(position)
  const podcast = first(item, 'podcast:location')?.attributes.geo
  return podcast?.startsWith('geo:') ? pair(podcast.slice(4)) : undefined
}

function pair(written: string): { lat: number; lon: number } | undefined {
  const [lat, lon] = written
    .trim()
    .split(/[\s,;]+/)
    .map(Number)
  if (lat === undefined || lon === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return undefined
  return { lat, lon }
}

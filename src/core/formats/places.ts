/** Where an item happened: GeoRSS, GML inside it, W3C geo, podcasts, and names of places. */
import type { Place } from './document.ts'
import { type Element, first, textOf } from './element.ts'

type Point = { lat: number; lon: number }

export function placeOf(item: Element): Place | undefined {
  const place: Place = { ...pointOf(item) }
  const name = textOf(item, 'georss:featurename', 'dcterms:spatial', 'dc:coverage', 'podcast:location')
  if (name && !/^[a-z]+=/i.test(name)) place.name = name
  return place.lat === undefined && place.name === undefined ? undefined : place
}

function pointOf(item: Element): Point | undefined {
  const simple = textOf(item, 'georss:point', 'georss:circle')
  if (simple) return pair(simple)
  const point = first(item, 'geo:point') ?? item
  const lat = textOf(point, 'geo:lat')
  const lon = textOf(point, 'geo:long', 'geo:lon')
  if (lat && lon) return pair(`${lat} ${lon}`)
  const area = textOf(item, 'georss:polygon', 'georss:box', 'georss:line')
  if (area) return middle(area)
  const where = first(item, 'georss:where') ?? item
  const positions = coordinatesIn(where, 6)
  if (positions) return middle(positions)
  const podcast = first(item, 'podcast:location')?.attributes.geo
  return podcast?.startsWith('geo:') ? pair(podcast.slice(4)) : undefined
}

/** Everything GML says of positions in the first shape that says any. */
function coordinatesIn(element: Element, depth: number): string | undefined {
  const own = textOf(element, 'gml:pos', 'gml:poslist', 'gml:coordinates')
  if (own) return own
  const corners = [textOf(element, 'gml:lowercorner'), textOf(element, 'gml:uppercorner')]
  if (corners[0] && corners[1]) return corners.join(' ')
  if (depth > 0)
    for (const child of element.children) {
      const found = child.name.startsWith('gml:') ? coordinatesIn(child, depth - 1) : undefined
      if (found) return found
    }
  return undefined
}

/** The middle of what a line or an area spans. A single point is its own. */
function middle(written: string): Point | undefined {
  const numbers = numbersIn(written)
  const lats = numbers.filter((_, index) => index % 2 === 0)
  const lons = numbers.filter((_, index) => index % 2 === 1)
  if (lons.length === 0 || lats.length !== lons.length) return undefined
  const centre = (values: readonly number[]): number =>
    (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2
  return within(centre(lats), centre(lons))
}

function pair(written: string): Point | undefined {
  const [lat, lon] = numbersIn(written)
  return within(lat, lon)
}

function numbersIn(written: string): number[] {
  return written
    .trim()
    .split(/[\s,;]+/)
    .map(Number)
}

function within(lat: number | undefined, lon: number | undefined): Point | undefined {
  if (lat === undefined || lon === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return undefined
  return { lat, lon }
}

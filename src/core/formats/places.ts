/** Where an item happened: GeoRSS, GML inside it, W3C geo, podcasts, and names of places. */
import type { Place } from './document.ts'
import { type Element, first, textOf, words } from './element.ts'

type Point = { lat: number; lon: number }

const placeNames = words('georss:featurename', 'dcterms:spatial', 'dc:coverage', 'podcast:location')
const points = words('georss:point', 'georss:circle')
const areas = words('georss:polygon', 'georss:box', 'georss:line')
const wheres = words('georss:where')
const geoPoints = words('geo:point')
const latitudes = words('geo:lat')
const longitudes = words('geo:long', 'geo:lon')
const positions = words('gml:pos', 'gml:poslist', 'gml:coordinates')
const lowerCorners = words('gml:lowercorner')
const upperCorners = words('gml:uppercorner')
const podcastPlaces = words('podcast:location')

export function placeOf(item: Element): Place | undefined {
  const place: Place = { ...pointOf(item) }
  const name = textOf(item, placeNames)
  if (name && !/^[a-z]+=/i.test(name)) place.name = name
  return place.lat === undefined && place.name === undefined ? undefined : place
}

function pointOf(item: Element): Point | undefined {
  const simple = textOf(item, points)
  if (simple) return pair(simple)
  const point = first(item, geoPoints) ?? item
  const lat = textOf(point, latitudes)
  const lon = textOf(point, longitudes)
  if (lat && lon) return pair(`${lat} ${lon}`)
  const area = textOf(item, areas)
  if (area) return middle(area)
  const where = first(item, wheres) ?? item
  const shape = coordinatesIn(where, 6)
  if (shape) return middle(shape)
  const podcast = first(item, podcastPlaces)?.attributes.geo
  return podcast?.startsWith('geo:') ? pair(podcast.slice(4)) : undefined
}

/** Everything GML says of positions in the first shape that says any. */
function coordinatesIn(element: Element, depth: number): string | undefined {
  const own = textOf(element, positions)
  if (own) return own
  const corners = [textOf(element, lowerCorners), textOf(element, upperCorners)]
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

/** The map of the world as it is drawn: outlines of countries, and a point for those too small to see or to hit. */
import { equalEarth } from './equal-earth.ts'
import { type Land, type Place, type Ring, readLands, type Topology } from './topology.ts'

export type World = {
  readonly width: number
  readonly height: number
  /** Outlines as SVG paths, by code; what has no code stands under the empty one. */
  readonly outlines: ReadonlyMap<string, string>
  /** Of countries a finger would miss: where their point is. */
  readonly points: ReadonlyMap<string, readonly [x: number, y: number]>
}

const width = 2000
/** In degrees east. Thus the edge of the map runs through the Bering Strait and cuts no country. */
const middle = 11.6
/** From the south of Tierra del Fuego to the north of Greenland: nobody publishes in Antarctica. */
const south = -57
const north = 84
/** In square units of the map: what is smaller gets a point. */
const smallest = 240
/** What is smaller is left out of an outline, unless it is all there is. */
const crumb = 5

/** Lands the data name without a code of ISO 3166; the others without one are drawn, and are nobody's here. */
const codes = { Kosovo: 'XK' }

/** What the data draw as part of another country, or not at all. */
const elsewhere: Readonly<Record<string, Place>> = {
  BQ: [-68.3, 12.2],
  CC: [96.8, -12.2],
  CX: [105.6, -10.5],
  GF: [-53.1, 4],
  GI: [-5.4, 36.1],
  GP: [-61.5, 16.2],
  MQ: [-61, 14.6],
  RE: [55.5, -21.1],
  SJ: [16, 78],
  TK: [-171.8, -9.2],
  TV: [179.2, -8.5],
  YT: [45.2, -12.8],
}

/** Outlines come from `coarse`; countries it leaves out are found in `fine`. */
export function drawWorld(coarse: Topology, fine: Topology): World {
  const [right] = equalEarth([180, 0])
  const [, top] = equalEarth([0, north])
  const [, bottom] = equalEarth([0, south])
  const scale = width / (2 * right)
  const onMap = ([longitude, latitude]: Place): readonly [number, number] => {
    const [x, y] = equalEarth([turned(longitude), latitude])
    return [Math.round((x + right) * scale), Math.round((y - top) * scale)]
  }
  const outlines = new Map<string, string>()
  const points = new Map<string, readonly [number, number]>()
  const coarseLands = readLands(coarse, codes).filter(({ code }) => code !== 'AQ')
  for (const land of coarseLands) {
    const code = land.code ?? ''
    outlines.set(code, (outlines.get(code) ?? '') + outline(land, onMap))
    const point = code && pointOfSmall(land, onMap)
    if (point) points.set(code, point)
  }
  for (const land of readLands(fine, codes)) {
    if (!land.code || outlines.has(land.code) || land.code === 'AQ') continue
    points.set(land.code, onMap(middleOf(largest(land))))
  }
  for (const [code, place] of Object.entries(elsewhere)) if (!points.has(code)) points.set(code, onMap(place))
  return { width, height: Math.round((bottom - top) * scale), outlines, points }
}

type OnMap = (place: Place) => readonly [number, number]

/** In steps from point to point, which are short. */
function outline({ parts }: Land, onMap: OnMap): string {
  const drawn = parts.flatMap((rings) => rings.map((ring) => withoutRepeats(ring.map(onMap))))
  const areas = drawn.map((ring) => areaOf(ring))
  const most = Math.max(...areas)
  return drawn.map((ring, i) => ((areas[i] ?? 0) < Math.min(crumb, most) ? '' : stepsOf(ring))).join('')
}

function stepsOf(ring: readonly (readonly [number, number])[]): string {
  let [x, y] = ring[0] ?? [0, 0]
  let path = `M${x} ${y}l`
  ring.slice(1).forEach(([nextX, nextY], i) => {
    const [dx, dy] = [nextX - x, nextY - y]
    path += `${i === 0 || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`
    x = nextX
    y = nextY
  })
  return `${path}z`
}

function withoutRepeats(ring: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return ring.filter(([x, y], i) => {
    const before = ring.at(i - 1)
    return i === 0 || before?.[0] !== x || before[1] !== y
  })
}

function areaOf(ring: readonly (readonly [number, number])[]): number {
  let twice = 0
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0]
    twice += x * nextY - nextX * y
  })
  return Math.abs(twice) / 2
}

function pointOfSmall(land: Land, onMap: OnMap): readonly [number, number] | undefined {
  const ring = largest(land)
  return areaOf(ring.map(onMap)) < smallest ? onMap(middleOf(ring)) : undefined
}

function largest({ parts }: Land): Ring {
  const outer = parts.map(([ring = []]) => ring)
  return outer.reduce((most, ring) => (areaOf(ring) > areaOf(most) ? ring : most), outer[0] ?? [])
}

/** Of a small ring: the mean of its points is near enough. */
function middleOf(ring: Ring): Place {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return [mean(ring.map(([longitude]) => turned(longitude))) + middle, mean(ring.map(([, latitude]) => latitude))]
}

/** East or west of the middle, at most half the earth. */
function turned(longitude: number): number {
  return ((((longitude - middle + 180) % 360) + 360) % 360) - 180
}

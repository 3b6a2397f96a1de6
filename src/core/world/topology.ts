/** Reads shapes of countries from TopoJSON: arcs that neighbours share, so that borders fit. */

/** As far as maps of countries use the format (TopoJSON 1.0, quantized). */
export type Topology = {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
  /** Points as differences from the one before. */
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly (Area & {
        readonly id?: string
        readonly properties?: { readonly name?: string }
      })[]
    }
  }
}
type Area =
  | { readonly type: 'Polygon'; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly (readonly number[])[])[] }

/** Longitude and latitude, in degrees. */
export type Place = readonly [longitude: number, latitude: number]

/** A closed line: the first point is not said again. */
export type Ring = readonly Place[]

export type Land = {
  /** ISO 3166-1 alpha-2; undefined for land that has no code there. */
  readonly code: string | undefined
  /** Its parts; of each the outer line first, then what is cut out of it. */
  readonly parts: readonly (readonly Ring[])[]
}

/** Every land of a map. What has a name and no code, such as Kosovo, is found in `named`. */
export function readLands(topology: Topology, named: Readonly<Record<string, string>> = {}): Land[] {
  const arcs = topology.arcs.map((arc) => unpack(arc, topology.transform))
  return topology.objects.countries.geometries.map((area) => {
    const parts = area.type === 'Polygon' ? [area.arcs] : area.arcs
    return {
      code: area.id === undefined ? named[area.properties?.name ?? ''] : codeOf(area.id),
      parts: parts.map((rings) => rings.map((ring) => joined(ring, arcs))),
    }
  })
}

/** `404` → `KE`: ISO's numbers are names for the same regions. */
function codeOf(number: string): string | undefined {
  const { region } = new Intl.Locale(`und-${number.padStart(3, '0')}`)
  return region && /^[A-Z]{2}$/.test(region) ? region : undefined
}

function unpack(arc: Topology['arcs'][number], { scale, translate }: Topology['transform']): Place[] {
  let [x, y] = [0, 0]
  return arc.map(([dx, dy]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

/** `~n` is the arc `n` backwards. Each begins where the one before ended. */
function joined(ring: readonly number[], arcs: readonly (readonly Place[])[]): Ring {
  return ring.flatMap((n) => {
    const arc = n < 0 ? (arcs[~n] ?? []).toReversed() : (arcs[n] ?? [])
    return arc.slice(0, -1)
  })
}

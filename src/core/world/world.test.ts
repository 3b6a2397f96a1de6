import assert from 'node:assert/strict'
import { test } from 'node:test'
import { equalEarth } from './equal-earth.ts'
import type { Topology } from './topology.ts'
import { drawWorld } from './world.ts'

/** Two squares that share a border, one with a lake; a tiny island; land without a code; one across the date line. */
const drawn: Topology = {
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs: [
    // The border from (10,0) to (10,20), and each one's own rest.
    [
      [10, 0],
      [0, 20],
    ],
    [
      [10, 20],
      [-20, 0],
      [0, -20],
      [20, 0],
    ],
    [
      [10, 20],
      [20, 0],
      [0, -20],
      [-20, 0],
    ],
    [
      [0, 5],
      [0, 5],
      [5, 0],
      [0, -5],
      [-5, 0],
    ],
    [
      [50, 50],
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ],
    [
      [60, -20],
      [0, 20],
      [20, 0],
      [0, -20],
      [-20, 0],
    ],
    [
      [170, 60],
      [20, 0],
      [0, 10],
      [-20, 0],
      [0, -10],
    ],
  ],
  objects: {
    countries: {
      geometries: [
        { type: 'Polygon', id: '404', arcs: [[0, 1], [3]] },
        { type: 'Polygon', id: '800', arcs: [[~0, ~2]] },
        { type: 'MultiPolygon', id: '470', arcs: [[[4]]] },
        { type: 'Polygon', properties: { name: 'Nowhere' }, arcs: [[5]] },
        { type: 'Polygon', id: '643', arcs: [[6]] },
        { type: 'Polygon', id: '010', arcs: [[6]] },
      ],
    },
  },
}
const nothing: Topology = { ...drawn, objects: { countries: { geometries: [] } } }

/** The corners of an outline, counted from its steps. */
function corners(path: string): [number, number][][] {
  return path
    .split('M')
    .slice(1)
    .map((ring) => {
      const [start = '', steps = ''] = ring.replace('z', '').split('l')
      let [x = 0, y = 0] = start.split(' ').map(Number)
      const numbers = steps.match(/-?\d+/g)?.map(Number) ?? []
      const found: [number, number][] = [[x, y]]
      for (let i = 0; i < numbers.length; i += 2) {
        x += numbers[i] ?? 0
        y += numbers[i + 1] ?? 0
        found.push([x, y])
      }
      return found
    })
}

test('countries are drawn by their codes, with what is cut out of them, and neighbours share their border', () => {
  const { outlines } = drawWorld(drawn, nothing)
  assert.deepEqual([...outlines.keys()], ['KE', 'UG', 'MT', '', 'RU'])
  const [kenya = [], lake = []] = corners(outlines.get('KE') ?? '')
  const [uganda = []] = corners(outlines.get('UG') ?? '')
  assert.deepEqual([kenya.length, lake.length, uganda.length], [4, 4, 4])
  const shared = kenya.filter(([x, y]) => uganda.some(([otherX, otherY]) => x === otherX && y === otherY))
  assert.equal(shared.length, 2)
})

test('north is up, east is right, and nobody is cut at the edge of the map', () => {
  const { outlines, width, height } = drawWorld(drawn, nothing)
  const all = [...outlines.values()].flatMap((path) => corners(path).flat())
  assert.ok(all.every(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height))
  const [russia = []] = corners(outlines.get('RU') ?? '')
  assert.ok(Math.max(...russia.map(([x]) => x)) - Math.min(...russia.map(([x]) => x)) < width / 10)
  const [kenya = []] = corners(outlines.get('KE') ?? '')
  assert.ok(Math.max(...kenya.map(([, y]) => y)) > Math.max(...russia.map(([, y]) => y)))
})

test('countries too small to hit have a point, and so have those the outlines leave out', () => {
  assert.ok(drawWorld(drawn, nothing).points.has('MT'))
  assert.ok(!drawWorld(drawn, nothing).points.has('KE'))
  const { outlines, points } = drawWorld(nothing, drawn)
  assert.deepEqual(outlines, new Map())
  assert.ok(points.has('UG') && points.has('RE') && !points.has('AQ'))
})

test('areas are true: a degree of the equator covers what a degree of the far north covers, per square kilometre', () => {
  const area = (latitude: number) => {
    const [left] = equalEarth([0, latitude])
    const [right] = equalEarth([1, latitude])
    const [, top] = equalEarth([0, latitude + 0.5])
    const [, bottom] = equalEarth([0, latitude - 0.5])
    return ((right - left) * (bottom - top)) / Math.cos((latitude * Math.PI) / 180)
  }
  for (const latitude of [-50, 20, 45, 70]) assert.ok(Math.abs(area(latitude) / area(0) - 1) < 0.001)
})

/** The map of the world, drawn once when the first page asks for it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Topology } from '../core/world/topology.ts'
import { drawWorld, type World } from '../core/world/world.ts'

let drawn: World | undefined

export function world(): World {
  drawn ??= drawWorld(read('countries-110m.json'), read('countries-50m.json'))
  return drawn
}

function read(file: string): Topology {
  return JSON.parse(readFileSync(require.resolve(`world-atlas/${file}`), 'utf8')) as Topology
}

const require = createRequire(import.meta.url)

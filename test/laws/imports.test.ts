import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sources } from './code.ts'

const rooms = ['ingest', 'membership', 'reader', 'syndication']
const cellar = ['core', 'db', 'wire', 'net', 'web', 'jobs', 'host']

/** What each part of the house may import of the others. `config` only for its type. */
const may: Readonly<Record<string, readonly string[]>> = {
  core: [],
  db: ['core'],
  net: ['core', 'config.ts'],
  web: ['core', 'db', 'routes.ts', 'config.ts'],
  jobs: ['core', 'db'],
  wire: ['core', 'db', 'jobs'],
  host: ['core', 'db', 'config.ts'],
  ...Object.fromEntries(rooms.map((room) => [room, [...cellar, 'routes.ts', 'config.ts']])),
  'config.ts': ['core'],
  'routes.ts': ['core'],
  commands: [...cellar, ...rooms, 'routes.ts', 'config.ts', 'app.ts'],
  'app.ts': [...cellar, ...rooms, 'routes.ts', 'config.ts'],
  'main.ts': [...cellar, ...rooms, 'routes.ts', 'config.ts', 'app.ts', 'commands'],
}

const partOf = (path: string) => path.split('/')[1] ?? ''

test('every part of the house imports only what it may', () => {
  const wrong = sources().flatMap(({ path, imports }) =>
    imports
      .filter((name) => name.startsWith('src/'))
      .map(partOf)
      .filter((part) => part !== partOf(path) && !may[partOf(path)]?.includes(part))
      .map(
        (part) =>
          `${path} imports ${part}/: ${partOf(path)}/ may import ${may[partOf(path)]?.join(', ') || 'nothing else'} (ARCHITECTURE.md). Move the code to where it belongs, or pass the part in from app.ts.`,
      ),
  )
  assert.deepEqual(wrong, [])
})

test('web knows of the database only how to listen to it', () => {
  const wrong = sources('src/web/**/*.ts').flatMap(({ path, text }) =>
    [...text.matchAll(/^import (type )?.*from '([^']*\/db\/[^']*)'/gm)]
      .filter(([, type, from = '']) => type === undefined && !from.endsWith('notify.ts'))
      .map(([, , from]) => `${path} imports ${from}: pages read in rooms, web only renders and serves.`),
  )
  assert.deepEqual(wrong, [])
})

test('no files import each other in a circle', () => {
  const graph = new Map(sources().map(({ path, text }) => [path, staticImports(path, text)]))
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) {
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
      done.add(path)
    }
  }
  for (const path of graph.keys()) walk(path, [])
  assert.deepEqual(circles, [], 'break the circle: move what both need into a file of its own')
})

/** Imports that exist when the program runs; types vanish. */
function staticImports(path: string, text: string): string[] {
  const kept = text.replace(/^import type [^;]*?from '[^']*'$/gm, '')
  const base = new URL(`file:///${path}`)
  return [...kept.matchAll(/^(?:import|export) [^'"]*?from '(\.[^']*)'/gm)].map(([, name = '']) =>
    new URL(name, base).pathname.slice(1),
  )
}

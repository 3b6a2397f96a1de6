import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCountry } from '../core/country.ts'
import { world } from './world.ts'

test('the map has every country there is, under its own code', () => {
  const { outlines, points } = world()
  const drawn = new Set([...outlines.keys(), ...points.keys()].filter(Boolean))
  assert.ok([...drawn].every(isCountry))
  for (const code of 'AF BR CN DE EH FJ GL IN KE MT NZ PS RU SG SS TV TW US VA XK ZA'.split(' '))
    assert.ok(drawn.has(code), code)
  assert.ok(drawn.size > 240)
})

test('no outline is torn over the edge of the map', () => {
  for (const [code, path] of world().outlines)
    for (const ring of path.split('M').slice(1)) {
      const steps = (ring.split('l')[1] ?? '').match(/-?\d+/g)?.map(Number) ?? []
      const across = steps.filter((_, i) => i % 2 === 0)
      assert.ok(Math.max(...across.map(Math.abs)) < 150, code)
    }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markup } from '../../../test/support/markup.ts'
import { withoutLines } from './cut.ts'
import { linesOf } from './lines.ts'
import { sanitise } from './sanitise.ts'

test('what is left when lines are taken out is what sanitising all of it would leave', () => {
  fc.assert(
    fc.property(markup('any'), fc.infiniteStream(fc.boolean()), (html, goes) => {
      const safe = sanitise(html)
      const pieces = linesOf(safe)
        .filter(({ whole }) => whole && goes.next().value)
        .map(({ start, end }) => [start, end] as const)
      if (pieces.length === 0) return
      const rest = withoutLines(safe, pieces)
      assert.equal(rest, sanitise(rest))
    }),
    { numRuns: 2000, seed: 2026 },
  )
})

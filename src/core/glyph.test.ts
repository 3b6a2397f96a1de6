import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outlineOf } from './glyph.ts'

const words = (...values: number[]) => Uint8Array.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]))

/** A font of three glyphs: nothing, a square for A, and two of that square for B. */
function font(): Map<string, Uint8Array> {
  const square = Uint8Array.from([
    ...words(1, 0, 0, 100, 100, 3, 0),
    // Four points on the line, each told by words.
    ...[1, 1, 1, 1],
    ...words(0, 0, 100, 0, 0, 100, 0, -100),
  ])
  const twice = words(-1, 0, 0, 100, 300, 0x0023, 1, 0, 0, 0x0003, 1, 0, 200)
  const even = (bytes: Uint8Array) => Uint8Array.from([...bytes, ...(bytes.length % 2 === 1 ? [0] : [])])
  const [one, two] = [even(square), even(twice)]
  const head = new Uint8Array(54)
  const cmap = Uint8Array.from([
    ...words(0, 1, 3, 1, 0, 12),
    ...words(4, 32, 0, 4, 0, 0, 0, 0x42, 0xffff, 0, 0x41, 0xffff, 1 - 0x41, 1, 0, 0),
  ])
  return new Map([
    ['head', head],
    ['cmap', cmap],
    ['loca', words(0, 0, one.length / 2, (one.length + two.length) / 2)],
    ['glyf', Uint8Array.from([...one, ...two])],
  ])
}

test('a letter is its points, one line after the other', () => {
  const outline = outlineOf(font(), 0x41)
  assert.equal(outline?.path, 'M0 0L0 100L100 100L100 0L0 0Z')
  assert.deepEqual([outline?.left, outline?.bottom, outline?.right, outline?.top], [0, 0, 100, 100])
})

test('a letter made of others has each in its place', () => {
  const outline = outlineOf(font(), 0x42)
  assert.equal(outline?.path, 'M0 0L0 100L100 100L100 0L0 0ZM0 200L0 300L100 300L100 200L0 200Z')
  assert.equal(outline?.top, 300)
})

test('what a font has not is not drawn', () => {
  assert.equal(outlineOf(font(), 0x43), undefined)
  assert.equal(outlineOf(font(), 0x1f600), undefined)
  assert.equal(outlineOf(new Map(), 0x41), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { colourOf, contrast, type Rgb, readable, readColour, writeColour } from './colour.ts'

const white: Rgb = [255, 255, 255]
const paper: Rgb = [0xfb, 0xfa, 0xf6]
const night: Rgb = [0x13, 0x12, 0x11]
const colours = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255))

test('contrast is as WCAG tells it', () => {
  assert.equal(contrast(white, [0, 0, 0]), 21)
  assert.equal(contrast(white, white), 1)
  assert.ok(Math.abs(contrast(white, [0x76, 0x76, 0x76]) - 4.54) < 0.01)
})

test('a colour is read as it is written, and what is none is none', () => {
  assert.deepEqual(readColour('#7a1f6b'), [0x7a, 0x1f, 0x6b])
  assert.deepEqual(readColour('fff'), white)
  assert.equal(readColour('red'), undefined)
  assert.equal(readColour('#12345'), undefined)
  fc.assert(fc.property(colours, (colour) => assert.deepEqual(readColour(writeColour(colour)), colour)))
})

test('any colour becomes readable on paper and at night, and a readable one stays', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      assert.ok(contrast(readable(colour, [paper], 4.5), paper) >= 4.5)
      assert.ok(contrast(readable(colour, [night], 7), night) >= 7)
    }),
  )
  assert.deepEqual(readable([0x7a, 0x1f, 0x6b], [paper], 4.5), [0x7a, 0x1f, 0x6b])
})

test('a name has one colour, for ever, and white is readable on it', () => {
  assert.deepEqual(colourOf('upande-press'), colourOf('upande-press'))
  assert.notDeepEqual(colourOf('upande-press'), colourOf('casa-abierta'))
  fc.assert(fc.property(fc.string(), (name) => assert.ok(contrast(colourOf(name), white) >= 4.5)))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { pack, unpack } from './packed.ts'

test('what is packed is unpacked as it was, whatever it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 5_000 }), (raw) => {
      assert.equal(unpack(pack(raw)), raw)
    }),
  )
  const long = '<item><title>Ferry sails again</title></item>\n'.repeat(10_000)
  assert.equal(unpack(pack(long)), long)
  assert.ok(pack(long).length * 20 < long.length)
})

test('what was packed before, as raw deflate, is unpacked, too', () => {
  for (const raw of ['', 'x', '<item/>', 'Ferry sails again. '.repeat(500), '(µ/ý', '\u0000'.repeat(70_000)])
    for (const level of [0, 1, 3, 9]) assert.equal(unpack(deflateRawSync(raw, { level })), raw)
})

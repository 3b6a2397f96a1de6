import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withoutPackedText } from './png-text.ts'

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const chunk = (name: string, body: string) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(name + body, 'latin1'), Buffer.from('sum!')])
}
const png = (...chunks: Buffer[]) => Buffer.concat([signature, ...chunks])

test('text goes, what is read of a picture and what it shows stay', () => {
  const head = chunk('IHDR', 'thirteen byte')
  const xmp = chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0<x/>')
  const [data, end] = [chunk('IDAT', 'pixels'), chunk('IEND', '')]
  const packedXmp = chunk('iTXt', 'XML:com.adobe.xmp\0\x01\0\0\0packed')
  const given = png(head, chunk('tEXt', 'a'), chunk('zTXt', 'b'), packedXmp, xmp, data, end)
  assert.deepEqual(withoutPackedText(given), png(head, xmp, data, end))
})

test('what is no PNG, or broken off, comes back as it is', () => {
  const broken = png(chunk('IHDR', 'thirteen byte'), chunk('IDAT', 'pixels').subarray(0, 9))
  assert.deepEqual(Buffer.from(withoutPackedText(broken)), broken)
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) =>
      assert.deepEqual(Buffer.from(withoutPackedText(bytes)), Buffer.from(bytes)),
    ),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { Invalid } from '../core/errors.ts'
import { makeRenditions } from './renditions.ts'

const plain = (width: number, height: number, background = '#7a1f6b') =>
  sharp({ create: { width, height, channels: 3, background } })

const refused = (bytes: Uint8Array, why: RegExp) =>
  assert.rejects(makeRenditions(bytes), (error) => error instanceof Invalid && why.test(error.message))

test('a picture is written anew at a few widths, with its colour and its size', async () => {
  const { made, width, height, colour } = await makeRenditions(await plain(2000, 1000).jpeg().toBuffer())
  assert.deepEqual([width, height], [2000, 1000])
  assert.match(colour, /^#7[0-9a-f]1[0-9a-f]6[0-9a-f]$/)
  assert.deepEqual(
    made.map((one) => `${one.type} ${one.width}×${one.height}`),
    [
      ...['image/avif 480×240', 'image/webp 480×240', 'image/avif 960×480', 'image/webp 960×480'],
      ...['image/avif 1600×800', 'image/webp 1600×800', 'image/jpeg 1200×600'],
    ],
  )
  for (const { bytes, type, width: across } of made) {
    const read = await sharp(bytes).metadata()
    assert.deepEqual([read.width, type], [across, `image/${read.format === 'heif' ? 'avif' : read.format}`])
  }
})

test('one that is smaller is made no larger', async () => {
  const { made } = await makeRenditions(await plain(300, 200).png().toBuffer())
  assert.deepEqual(
    made.map((one) => `${one.type} ${one.width}`),
    ['image/avif 300', 'image/webp 300', 'image/jpeg 300'],
  )
})

test('what the file said is read, and nothing of it is served', async () => {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Findable Agency"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Boats</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`
  const given = await plain(600, 400)
    .withExif({ IFD0: { Artist: 'Findable Maker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1' } })
    .withXmp(xmp)
    .jpeg()
    .toBuffer()
  assert.ok(given.includes('Findable'))
  const { made, said } = await makeRenditions(given)
  assert.deepEqual(said, { creator: 'Findable Maker', credit: 'Findable Agency', copyright: '', caption: 'Boats' })
  for (const { bytes } of made) {
    assert.ok(!Buffer.from(bytes).includes('Findable'))
    const { exif, iptc, xmp: left, icc } = await sharp(bytes).metadata()
    assert.deepEqual([exif, iptc, left, icc], [undefined, undefined, undefined, undefined])
  }
})

test('a picture taken upright stands upright', async () => {
  const given = await plain(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { width, height, made } = await makeRenditions(given)
  assert.deepEqual([width, height], [400, 600])
  assert.ok(made.every((one) => one.height > one.width))
})

test('what moves is shown by its first frame', async () => {
  const frames = await Promise.all(['#ff0000', '#0000ff'].map((colour) => plain(200, 200, colour).png().toBuffer()))
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const { made, height, colour } = await makeRenditions(gif)
  assert.equal(height, 200)
  assert.match(colour, /^#f/)
  for (const { bytes } of made) assert.equal((await sharp(bytes).metadata()).pages ?? 1, 1)
})

test('a drawing, a document, a page and a broken picture are refused, each with its reason', async () => {
  await refused(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'),
    /no picture of a kind/,
  )
  await refused(Buffer.from('<!doctype html><title>Login</title>'), /no picture of a kind/)
  await refused(Buffer.from('%PDF-1.7'), /no picture of a kind/)
  await refused(new Uint8Array(), /no picture of a kind/)
  const tiff = await plain(400, 400).tiff().toBuffer()
  await refused(tiff, /no picture of a kind/)
  const jpeg = await sharp({
    create: {
      width: 900,
      height: 900,
      channels: 3,
      background: '#123',
      noise: { type: 'gaussian', mean: 90, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer()
  await refused(jpeg.subarray(0, jpeg.length / 3), /broken/)
  await refused(
    Buffer.concat([Buffer.from('GIF89a'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]),
    /broken|not what/,
  )
  await refused(await plain(1, 1).gif().toBuffer(), /only 1 × 1/)
  await refused(await plain(2000, 110).png().toBuffer(), /a strip/)
})

test('what stands behind a picture in its file does not come out again', async () => {
  const polyglot = Buffer.concat([
    await plain(400, 400).jpeg().toBuffer(),
    Buffer.from('<script>alert(1)</script>PK\x03\x04'),
  ])
  const { made } = await makeRenditions(polyglot)
  for (const { bytes } of made) assert.ok(!Buffer.from(bytes).includes('script'))
})

test('a small file that unpacks to a billion pixels is refused before it is unpacked', async () => {
  await refused(bomb(40_000, 40_000), /50 million pixels/)
})

/** A PNG that says it is so large. */
function bomb(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc((width / 8 + 1) * 200))
  const parts = [['IHDR', head] as const, ['IDAT', data] as const, ['IEND', Buffer.alloc(0)] as const]
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...parts.map(([name, body]) => {
      const chunk = Buffer.concat([Buffer.from(name), body])
      const length = Buffer.alloc(4)
      length.writeUInt32BE(body.length)
      const sum = Buffer.alloc(4)
      sum.writeUInt32BE(crc32(chunk))
      return Buffer.concat([length, chunk, sum])
    }),
  ])
}

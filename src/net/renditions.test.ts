import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { makeRenditions } from './renditions.ts'

const plain = (width: number, height: number, background = '#7a1f6b') =>
  sharp({ create: { width, height, channels: 3, background } })

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

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { creditIn, readPictureData } from './picture-data.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const none = { creator: '', credit: '', copyright: '', caption: '' }

function iim(...sets: [record: number, dataset: number, value: string | Uint8Array][]): Uint8Array {
  return Buffer.concat(
    sets.map(([record, dataset, value]) => {
      const body = typeof value === 'string' ? bytes(value) : value
      return Buffer.concat([Uint8Array.of(0x1c, record, dataset, body.length >> 8, body.length & 255), body])
    }),
  )
}

const said = [
  [2, 80, 'Jane Doe'],
  [2, 110, 'Harbour Times'],
  [2, 116, '© 2026 Harbour Times'],
  [2, 120, 'Boats in the harbour'],
] as const
const words = {
  creator: 'Jane Doe',
  credit: 'Harbour Times',
  copyright: '© 2026 Harbour Times',
  caption: 'Boats in the harbour',
}

test('IPTC says who made a picture, whose it is and what it shows', () => {
  const block = iim(...said.map((set) => [...set] as [number, number, string]))
  assert.deepEqual(readPictureData({ iptc: block }), words)
  const head = Buffer.concat([
    bytes('Photoshop 3.0\0'),
    bytes('8BIM'),
    Uint8Array.of(4, 4, 0, 0, 0, 0, 0, block.length),
  ])
  assert.deepEqual(readPictureData({ iptc: Buffer.concat([head, block]) }), words)
})

test('IPTC in UTF-8 and in a Western code page reads the same', () => {
  const utf8 = iim([1, 90, Uint8Array.of(0x1b, 0x25, 0x47)], [2, 80, 'Zoë Müller'])
  const western = iim([2, 80, Uint8Array.from([...'Zoë Müller'].map((c) => c.charCodeAt(0)))])
  for (const iptc of [utf8, western]) assert.equal(readPictureData({ iptc }).creator, 'Zoë Müller')
})

test('XMP says it as elements and as attributes, and what names faces and places is not read', () => {
  const xmp =
    bytes(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description photoshop:Credit="Harbour Times" exif:GPSLatitude="52,30N">
<dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li><rdf:li>Kim Osei</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Harbour Times</rdf:li><rdf:li xml:lang="fr">tous droits</rdf:li></rdf:Alt></dc:rights>
<mwg-rs:Regions><rdf:li mwg-rs:Name="Secret Name">Secret Name</rdf:li></mwg-rs:Regions>
<dc:description><rdf:Alt><rdf:li>Boats &amp; sails</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`)
  assert.deepEqual(readPictureData({ xmp }), {
    creator: 'Jane Doe, Kim Osei',
    credit: 'Harbour Times',
    copyright: '© Harbour Times',
    caption: 'Boats & sails',
  })
})

test('EXIF says it in either order of bytes; a camera’s words are no caption', () => {
  for (const little of [true, false]) {
    const exif = tiff(little, [
      [0x010e, 'OLYMPUS DIGITAL CAMERA'],
      [0x013b, 'Jane Doe'],
      [0x8298, 'Harbour Times'],
    ])
    assert.deepEqual(readPictureData({ exif }), { ...none, creator: 'Jane Doe', copyright: 'Harbour Times' })
  }
})

test('the credit line names maker and publisher once each', () => {
  assert.equal(creditIn({ ...none, creator: 'Jane Doe', credit: 'AFP' }), 'Jane Doe/AFP')
  assert.equal(creditIn({ ...none, creator: 'Jane Doe', credit: 'Jane Doe / AFP' }), 'Jane Doe / AFP')
  assert.equal(creditIn({ ...none, copyright: '© Harbour Times' }), 'Harbour Times')
  assert.equal(creditIn(none), '')
})

test('whatever bytes stand there, words come out or nothing, short and without controls', () => {
  const start = fc.constantFrom(
    [],
    [0x1c, 2, 80],
    [...bytes('8BIM')],
    [...bytes('Exif\0\0II*\0\b\0\0\0\xff\xff')],
    [...bytes('<dc:creator><rdf:li>')],
  )
  const block = fc.tuple(start, fc.uint8Array({ maxLength: 400 })).map(([a, b]) => Uint8Array.from([...a, ...b]))
  fc.assert(
    fc.property(block, (any) => {
      for (const data of [{ iptc: any }, { xmp: any }, { exif: any }])
        for (const text of Object.values(readPictureData(data))) assert.match(text, /^[^\p{Cc}\p{Cs}]{0,1000}$/u)
    }),
    { numRuns: 500 },
  )
})

test('a block of a megabyte, nested a hundred thousand deep, is read or left', () => {
  assert.deepEqual(readPictureData({ xmp: bytes('<dc:creator>'.repeat(100_000)) }), none)
  assert.deepEqual(readPictureData({ iptc: bytes('8BIM'.repeat(250_000)) }), none)
  const long = readPictureData({ xmp: bytes(`<dc:creator><rdf:li>${'x'.repeat(1_000_000)}`) })
  assert.ok(long.creator.length <= 200)
})

function tiff(little: boolean, entries: [tag: number, text: string][]): Uint8Array {
  const data = 8 + 2 + entries.length * 12 + 4
  const texts = entries.map(([, text]) => bytes(`${text}\0`))
  const view = new DataView(new ArrayBuffer(data + texts.reduce((sum, one) => sum + one.length, 0)))
  view.setUint16(0, little ? 0x4949 : 0x4d4d)
  view.setUint16(2, 42, little)
  view.setUint32(4, 8, little)
  view.setUint16(8, entries.length, little)
  let at = data
  entries.forEach(([tag], i) => {
    const [entry, text] = [10 + i * 12, texts[i] ?? new Uint8Array()]
    view.setUint16(entry, tag, little)
    view.setUint16(entry + 2, 2, little)
    view.setUint32(entry + 4, text.length, little)
    view.setUint32(entry + 8, at, little)
    new Uint8Array(view.buffer).set(text, at)
    at += text.length
  })
  return new Uint8Array(view.buffer)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { secrets, tracedPicture } from '../../test/support/traced-pictures.ts'
import { prepareLogo, preparePicture } from './images.ts'
import { makeRenditions } from './renditions.ts'

/** In whatever letters: as they are, and two bytes to each. */
function find(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes)
  return [...Object.values(secrets), 'Findable', 'FINDABLE', 'Exif', 'xpacket', '8BIM', 'ICC_PROFILE'].filter(
    (secret) => file.includes(secret) || file.includes(Buffer.from(secret, 'utf16le')),
  )
}

test('of a place, a serial number, faces, thumbnails, profiles, comments and trailers nothing comes out again', async () => {
  const given = await tracedPicture({ exif: [[0x013b, 'Jane Doe']] })
  const there = find(given)
  for (const secret of Object.values(secrets)) assert.ok(there.includes(secret), `the picture lacks "${secret}"`)
  const { made } = await makeRenditions(given)
  assert.equal(made.length, 5)
  for (const bytes of [
    ...made.map((rendition) => rendition.bytes),
    (await preparePicture(given)).bytes,
    (await prepareLogo(given)).bytes,
  ]) {
    const left = find(bytes)
    const { exif, iptc, xmp, icc, comments } = await sharp(bytes).metadata()
    assert.deepEqual(
      [left, exif, iptc, xmp, icc, comments],
      [[], undefined, undefined, undefined, undefined, undefined],
    )
  }
})

const western = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
const words = {
  creator: 'Zoë Müller',
  credit: 'Hafenzeitung',
  copyright: '© 2026 Hafenzeitung',
  caption: 'Boote im Hafen, Südseite',
}

test('maker, credit, copyright and caption are read from IPTC, XMP and EXIF, in the letters each is written in', async () => {
  const { creator, credit, copyright, caption } = words
  const sets = [
    [80, creator],
    [110, credit],
    [116, copyright],
    [120, caption],
  ] as const
  const element = (name: string, text: string) =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></${name}>`
  const written = {
    'IPTC that says it is UTF-8': { iptc: sets, iptcIsUtf8: true },
    'IPTC that says nothing': { iptc: sets },
    'IPTC in a Western code page': { iptc: sets.map(([set, text]) => [set, western(text)] as const) },
    'XMP as elements': {
      xmp: `${element('dc:creator', creator)}<photoshop:Credit>${credit}</photoshop:Credit>${element('dc:rights', copyright)}${element('dc:description', caption)}`,
    },
    'XMP with references': {
      xmp: `${element('dc:creator', 'Zo&#235; M&#xfc;ller')}<photoshop:Credit>${credit}</photoshop:Credit>${element('dc:rights', '&#169; 2026 Hafenzeitung')}${element('dc:description', caption)}`,
    },
  }
  for (const [how, block] of Object.entries(written))
    assert.deepEqual((await makeRenditions(await tracedPicture(block))).said, words, how)
  for (const littleEndian of [true, false])
    for (const code of [(text: string) => text, western]) {
      const exif = [
        [0x010e, code(caption)],
        [0x013b, code(creator)],
        [0x8298, code(copyright)],
      ] as const
      const { said } = await makeRenditions(await tracedPicture({ littleEndian, exif }))
      assert.deepEqual(said, { ...words, credit: '' })
    }
})

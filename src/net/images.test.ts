import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { photograph } from '../../test/support/releases.ts'
import { Invalid } from '../core/errors.ts'
import { prepareLogo, preparePicture, UnusablePicture } from './images.ts'

const square = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: '#c00' } })
const svg = (inside: string, prolog = '') =>
  Buffer.from(
    `${prolog}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64">${inside}</svg>`,
  )

test('a logo becomes WebP of at most 512 pixels a side, without what the picture said of its maker', async () => {
  const exif = { IFD0: { Artist: 'Somebody Findable', Copyright: 'Nairobi' } }
  const given = await square(900).withExif(exif).jpeg().toBuffer()
  assert.ok(given.includes('Somebody Findable'))
  const { bytes, type, width, height } = await prepareLogo(given)
  assert.deepEqual([type, width, height], ['image/webp', 512, 512])
  assert.ok(!Buffer.from(bytes).includes('Somebody Findable'))
  assert.equal((await sharp(bytes).metadata()).exif, undefined)
})

test('a drawing is painted, and reads nothing of this machine while it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wireroom images '))
  const secret = join(folder, 'secret.png')
  await writeFile(secret, await square(64).png().toBuffer())
  const address = `file://${secret.replaceAll(' ', '%20')}`
  const white = '<rect width="64" height="64" fill="#fff"/>'
  for (const hostile of [
    svg(`${white}<image width="64" height="64" href="${address}"/>`),
    svg(`${white}<image width="64" height="64" xlink:href="${secret}"/>`),
    svg(`${white}<style>@import url("${address}");</style><script>alert(1)</script>`),
  ]) {
    const { bytes } = await prepareLogo(hostile)
    const { dominant } = await sharp(bytes).stats()
    assert.ok(dominant.g > 200, 'the picture on the disk was painted')
  }
  const entity = svg('<text y="20">&file;</text>', `<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/hostname">]>`)
  const painted = await prepareLogo(entity).then(
    async ({ bytes }) => (await sharp(bytes).stats()).channels.at(-1)?.max,
    () => 0,
  )
  assert.equal(painted, 0, 'a file was read into the text')
  await rm(folder, { recursive: true })
})

test('what is no picture, too large or too many pixels is refused with what to do', async () => {
  const bomb = svg('<rect width="9" height="9"/>')
    .toString()
    .replace('width="64" height="64"', 'width="30000" height="30000"')
  for (const [bytes, says] of [
    [Buffer.from('not a picture'), /no picture that can be read/],
    [Buffer.alloc(10 * 1024 * 1024 + 1), /larger than 10 MB/],
    [Buffer.from(bomb), /too many pixels/],
    [Buffer.from('%PDF-1.4 '), /no picture that can be read/],
  ] as const)
    await assert.rejects(
      prepareLogo(bytes),
      (error) => error instanceof Invalid && says.test(error.message),
      String(says),
    )
})

test('a picture is written anew: smaller if need be, without what the camera noted', async () => {
  const { bytes, type, width, height } = await preparePicture(await photograph())
  assert.deepEqual([type, width, height], ['image/webp', 60, 40])
  const { exif, xmp, iptc } = await sharp(bytes).metadata()
  assert.deepEqual([exif, xmp, iptc], [undefined, undefined, undefined])
  const large = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const smaller = await preparePicture(large)
  assert.deepEqual([smaller.width, smaller.height], [2000, 1000])
})

test('a picture taken on its side stands upright', async () => {
  const turned = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#000' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { width, height } = await preparePicture(turned)
  assert.deepEqual([width, height], [40, 60])
})

test('the same picture is the same bytes again', async () => {
  const picture = await photograph()
  assert.deepEqual((await preparePicture(picture)).bytes, (await preparePicture(picture)).bytes)
})

test('what cannot be taken whole is refused with a reason', async () => {
  const frames = await sharp(Buffer.concat([Buffer.alloc(20 * 20 * 3, 0), Buffer.alloc(20 * 20 * 3, 255)]), {
    raw: { width: 20, height: 40, channels: 3, pageHeight: 20 },
  })
    .gif({ delay: [100, 100], loop: 0 })
    .toBuffer()
  await assert.rejects(preparePicture(frames), /several frames/)
  await assert.rejects(preparePicture(new TextEncoder().encode('no picture')), /no picture that can be read/)
  await assert.rejects(preparePicture(new Uint8Array(10 * 1024 * 1024 + 1)), /larger than 10 MB/)
})

test('it tells what a picture carried and what size it had, and keeps none of it', async () => {
  const exif = {
    IFD0: { Make: 'Canon', Artist: 'Somebody' },
    IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '1/1 17/1 0/1' },
  }
  const given = await square(900).withExif(exif).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').jpeg().toBuffer()
  const prepared = await prepareLogo(given)
  assert.deepEqual(prepared.given, { width: 900, height: 900, traces: ['place', 'camera', 'author', 'notes'] })
  const { exif: left, xmp } = await sharp(prepared.bytes).metadata()
  assert.deepEqual([left, xmp], [undefined, undefined])
  const plain = await prepareLogo(await square(64).png().toBuffer())
  assert.deepEqual(plain.given.traces, [])
})

test('every ordinary kind of picture is taken', async () => {
  for (const kind of ['png', 'jpeg', 'webp', 'gif', 'avif', 'tiff'] as const)
    assert.equal((await prepareLogo(await square(64).toFormat(kind).toBuffer())).width, 64, kind)
})

test('what is two things at once comes out as the picture alone', async () => {
  const script = '<script>alert("polyglot")</script>PK\u0003\u0004'
  const png = await square(64).png().toBuffer()
  // A GIF whose comment is a program, and pictures with a page or an archive behind their end.
  const gif = await square(64).gif().toBuffer()
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, script.length]), Buffer.from(script), Buffer.from([0])])
  const withComment = Buffer.concat([gif.subarray(0, 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1)), comment])
  const rest = gif.subarray(withComment.length - comment.length)
  for (const polyglot of [Buffer.concat([png, Buffer.from(script)]), Buffer.concat([withComment, rest])]) {
    assert.ok(polyglot.includes('polyglot'))
    const { bytes, type } = await prepareLogo(polyglot)
    assert.equal(type, 'image/webp')
    assert.equal((await sharp(bytes).metadata()).format, 'webp')
    assert.ok(!Buffer.from(bytes).includes('polyglot'))
  }
})

test('a small file that claims to be huge is refused before it is unpacked, and so is a drawing that grows', async () => {
  const png = await square(64).png().toBuffer()
  const bomb = Buffer.from(png)
  bomb.writeUInt32BE(100_000, 16)
  bomb.writeUInt32BE(100_000, 20)
  const header = Buffer.from(bomb.subarray(12, 29))
  bomb.writeUInt32BE(crc32(header), 29)
  const laughs = `<!DOCTYPE svg [<!ENTITY a "${'ha'.repeat(20)}">${[...'bcdefghij'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`
  for (const [bytes, why] of [
    [bomb, /pixels|unreadable/],
    [svg('<text>&j;</text>', laughs), /unreadable|pixels/],
    [Buffer.concat([svg(''), Buffer.alloc(1024 * 1024, ' ')]), /large/],
    [Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /heic/],
    [Buffer.concat([Buffer.from('BM'), Buffer.alloc(64)]), /unreadable/],
    [png.subarray(0, 60), /unreadable/],
  ] as const) {
    const started = performance.now()
    await assert.rejects(
      prepareLogo(bytes),
      (error) => error instanceof UnusablePicture && why.test(error.why),
      String(why),
    )
    assert.ok(performance.now() - started < 10_000)
  }
})

test('a drawing asks nobody on the network while it is painted', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await prepareLogo(
    svg(
      `<rect width="64" height="64" fill="#fff"/><image width="9" height="9" href="${at}/a.png"/><style>@import url(${at}/b.css);@font-face{font-family:x;src:url(${at}/c.woff)}</style><text font-family="x">x</text><use href="${at}/d.svg#x"/>`,
      `<?xml-stylesheet href="${at}/e.css"?>`,
    ),
  )
  server.close()
  assert.deepEqual(asked, [])
})

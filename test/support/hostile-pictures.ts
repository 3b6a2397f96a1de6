/** Files that pretend to be pictures, or are pictures that want to do harm. */
import { crc32, deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'

export const plain = (width = 400, height = 300, background = '#7a1f6b') =>
  sharp({ create: { width, height, channels: 3, background } })

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>alert(1)</script></svg>'

/** A PNG of these chunks. */
function png(...chunks: readonly (readonly [name: string, body: Uint8Array])[]): Buffer {
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...chunks.map(([name, body]) => {
      const chunk = Buffer.concat([Buffer.from(name), body])
      const length = Buffer.alloc(4)
      length.writeUInt32BE(body.length)
      const sum = Buffer.alloc(4)
      sum.writeUInt32BE(crc32(chunk))
      return Buffer.concat([length, chunk, sum])
    }),
  ])
}

function pngHead(width: number, height: number, bits = 1): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([bits, 0, 0, 0, 0], 8)
  return head
}

/** A GIF that shows the same frame so many times. */
async function movingGif(frames: number): Promise<Buffer> {
  const one = await plain(200, 200).gif().toBuffer()
  // The head, then the table of colours it speaks of.
  const flags = one[10] ?? 0
  const from = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const frame = one.subarray(from, -1)
  return Buffer.concat([one.subarray(0, from), ...Array.from({ length: frames }, () => frame), one.subarray(-1)])
}

export async function movingWebp(): Promise<Buffer> {
  const frames = await Promise.all(['#f00', '#00f', '#0f0'].map((colour) => plain(200, 200, colour).png().toBuffer()))
  return await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
}

/** An AVIF that says it has these dimensions (ISO 23008-12, 6.5.3). */
async function boastfulAvif(side: number): Promise<Buffer> {
  const file = await plain().avif({ effort: 0 }).toBuffer()
  const at = file.indexOf('ispe')
  file.writeUInt32BE(side, at + 8)
  file.writeUInt32BE(side, at + 12)
  return file
}

/** A JPEG whose frame says it is so large. */
async function boastfulJpeg(side: number): Promise<Buffer> {
  const file = await plain().jpeg().toBuffer()
  const at = file.indexOf(Uint8Array.of(0xff, 0xc0))
  file.writeUInt16BE(side, at + 5)
  file.writeUInt16BE(side, at + 7)
  return file
}

async function noise(): Promise<Buffer> {
  return await sharp({
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
}

type Hostile = Readonly<Record<string, { readonly make: () => Promise<Uint8Array> | Uint8Array; readonly why: RegExp }>>

/** What is refused, and the reason staff read. */
export const refusedPictures: Hostile = {
  'a drawing': { make: () => Buffer.from(svg), why: /no picture of a kind that is taken/ },
  'a drawing behind a mark of its letters': {
    make: () => Buffer.from(`\ufeff<?xml version="1.0"?>${svg}`),
    why: /no picture of a kind/,
  },
  'a packed drawing': { make: () => gzipSync(svg), why: /no picture of a kind/ },
  'a page': { make: () => Buffer.from('<!doctype html><title>Sign in</title>'), why: /no picture of a kind/ },
  'a page behind the first bytes of a JPEG': {
    make: () => Buffer.from('\xff\xd8\xff<!doctype html><script>alert(1)</script>', 'latin1'),
    why: /broken|only looks/,
  },
  'a script that begins like a GIF': {
    make: () => Buffer.from(`${'GIF89a=1;/*'.padEnd(500, ' ')}*/alert(1)`),
    why: /broken|only looks/,
  },
  'a packed folder': { make: () => Buffer.from('PK\x03\x04'.padEnd(300, '\0'), 'latin1'), why: /no picture of a kind/ },
  'a document': { make: () => Buffer.from('%PDF-1.7\n'), why: /no picture of a kind/ },
  nothing: { make: () => new Uint8Array(), why: /no picture of a kind/ },
  'a TIFF': { make: () => plain().tiff().toBuffer(), why: /no picture of a kind/ },
  'half a JPEG': { make: async () => (await noise()).subarray(0, 40_000), why: /broken/ },
  'the head of a PNG': { make: async () => (await plain().png().toBuffer()).subarray(0, 60), why: /broken/ },
  'a PNG of 50,000 × 50,000 in a few bytes': {
    make: () =>
      png(['IHDR', pngHead(50_000, 50_000)], ['IDAT', deflateSync(Buffer.alloc(100_000))], ['IEND', Buffer.alloc(0)]),
    why: /more than 50 million pixels/,
  },
  'a JPEG that says it has 65,000 × 65,000': {
    make: () => boastfulJpeg(65_000),
    why: /more than 50 million pixels|broken/,
  },
  'an AVIF that says it has 60,000 × 60,000': {
    make: () => boastfulAvif(60_000),
    why: /more than 50 million pixels|broken/,
  },
  'a GIF of a hundred megabytes': {
    make: () => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(100 * 1024 * 1024)]),
    why: /larger than 15 MB/,
  },
  'one pixel': { make: () => plain(1, 1).gif().toBuffer(), why: /only 1 × 1 pixels/ },
  'a strip': { make: () => plain(2_000, 110).png().toBuffer(), why: /a strip of 2000 × 110/ },
}

/** Bytes that mean something to somebody else, behind a picture that is one. */
export const payload = '<script>alert(1)</script>*/=1;/*PK\x03\x04'

/** What is taken, and comes out as a plain picture of this colour. */
export const tamedPictures: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'a JPEG with a page behind it': async () => Buffer.concat([await plain().jpeg().toBuffer(), Buffer.from(payload)]),
  'a GIF with a script in its comment': async () => {
    const file = await plain().gif().toBuffer()
    const comment = Buffer.concat([
      Uint8Array.of(0x21, 0xfe, payload.length),
      Buffer.from(payload, 'latin1'),
      Uint8Array.of(0),
    ])
    return Buffer.concat([file.subarray(0, -1), comment, file.subarray(-1)])
  },
  'a PNG with fifty megabytes of text, packed': async () => {
    const file = await plain().png().toBuffer()
    const text = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(50_000_000, payload))])
    const chunk = png(['zTXt', text]).subarray(8)
    return Buffer.concat([file.subarray(0, 33), chunk, file.subarray(33)])
  },
  'a GIF of five thousand frames': () => movingGif(5_000),
  'a CMYK JPEG': () => plain().toColourspace('cmyk').jpeg().toBuffer(),
  'a PNG of sixteen bits': () => plain().toColourspace('rgb16').png().toBuffer(),
  'a PNG with a palette and a clear colour': () => plain().ensureAlpha().png({ palette: true }).toBuffer(),
  'a picture in another colour space': () => plain().withIccProfile('p3').jpeg().toBuffer(),
  'a picture with a broken colour profile': async () => {
    const file = await plain().withIccProfile('p3').jpeg().toBuffer()
    const at = file.indexOf('ICC_PROFILE')
    return Buffer.from(file).fill(0xff, at + 14 + 40, at + 14 + 300)
  },
  'a picture that says it is turned a ninth way': () =>
    plain()
      .withExif({ IFD0: { Orientation: '9' } })
      .jpeg()
      .toBuffer(),
  'an AVIF': () => plain().avif({ effort: 0 }).toBuffer(),
}

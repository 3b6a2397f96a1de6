/**
 * Pictures of strangers, written anew at a few widths: nothing of the file that came is served, and nothing it said of
 * its maker, place or device. What it is, is told by its first bytes and by the decoder alike; no other decoder is asked.
 */
import sharp, { type Sharp } from 'sharp'
import { Invalid } from '../core/errors.ts'
import { type PictureData, readPictureData } from '../core/formats/picture-data.ts'
import { withoutPackedText } from '../core/formats/png-text.ts'

export type MadeRendition = {
  readonly bytes: Uint8Array
  readonly type: string
  readonly width: number
  readonly height: number
}

export type Renditions = {
  /** The smallest first, each width in every format. */
  readonly made: readonly MadeRendition[]
  readonly width: number
  readonly height: number
  /** `#7a1f6b` */
  readonly colour: string
  readonly said: PictureData
}

const largestFile = 15 * 1024 * 1024
const mostPixels = 50_000_000
/** Smaller ones are marks, or count readers. Pixels a side. */
const smallestSide = 100
/** A picture ten times as long as wide is a strip of something. */
const mostStretch = 10
/** Decoding takes this long at most, in seconds, whatever a file makes of it. */
const longest = 20

const widths = [480, 960, 1600] as const
/** What feeds, previews and old browsers are given. */
const plainWidth = 1200

/** Throws Invalid with the reason, a sentence for staff. */
export async function makeRenditions(bytes: Uint8Array): Promise<Renditions> {
  const kind = kindOf(bytes)
  if (kind === undefined) throw new Invalid('It is no picture of a kind that is taken (JPEG, PNG, WebP, GIF, AVIF).')
  if (bytes.length > largestFile) throw new Invalid('It is larger than 15 MB.')
  try {
    return await made(withoutPackedText(bytes), kind)
  } catch (error) {
    if (error instanceof Invalid) throw error
    const { message } = error as Error
    if (/pixel limit/i.test(message)) throw new Invalid('It has more than 50 million pixels.')
    throw new Invalid(
      /timeout/i.test(message) ? 'It takes too long to read.' : 'It is broken, or only looks like a picture.',
    )
  }
}

async function made(bytes: Uint8Array, kind: string): Promise<Renditions> {
  // Of what moves the first frame alone is ever decoded.
  const open = () =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 }).timeout({ seconds: longest })
  const { format, width: across = 0, height: down = 0, orientation = 1, exif, iptc, xmp } = await open().metadata()
  if (format !== kind) throw new Invalid('It is not what its first bytes say.')
  const [width, height] = orientation >= 5 ? [down, across] : [across, down]
  if (width < smallestSide || height < smallestSide) throw new Invalid(`It has only ${width} × ${height} pixels.`)
  if (Math.max(width / height, height / width) > mostStretch)
    throw new Invalid(`It is a strip of ${width} × ${height} pixels.`)
  // Decoded once, upright, in sRGB, on white where it lets the page through; what is written is made of these pixels alone.
  const { data, info } = await open()
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: Math.max(...widths), height: 2400, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const { dominant } = await pixels().stats()
  const list: MadeRendition[] = []
  for (const side of [...new Set(widths.map((side) => Math.min(side, info.width)))]) {
    const scaled = () => pixels().resize({ width: side })
    list.push(await written(scaled().avif({ quality: 52, effort: 2 }), 'image/avif'))
    list.push(await written(scaled().webp({ quality: 76 }), 'image/webp'))
  }
  const plain = pixels().resize({ width: plainWidth, withoutEnlargement: true })
  list.push(await written(plain.jpeg({ quality: 80, mozjpeg: true }), 'image/jpeg'))
  return { made: list, width, height, colour: hex(dominant), said: readPictureData({ exif, iptc, xmp }) }
}

async function written(image: Sharp, type: string): Promise<MadeRendition> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return { bytes: data, type, width: info.width, height: info.height }
}

/** What the first bytes say it is, in the decoder's word. A drawing (SVG) is a program, a TIFF or PDF a document. */
function kindOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  return /^ftyp(?:avif|avis|mif1)/.test(head.slice(4)) ? 'heif' : undefined
}

function hex({ r, g, b }: { r: number; g: number; b: number }): string {
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

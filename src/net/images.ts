/** Pictures people give us: read whatever an ordinary program wrote, written anew without what it says of its maker. */
import type { Sharp } from 'sharp'
import { Invalid } from '../core/errors.ts'
import { type Trace, traces, tracesInExif } from '../core/exif.ts'
import { withoutPackedText } from '../core/formats/png-text.ts'
import { makeMark } from './mark.ts'
import { UnusablePicture } from './unusable.ts'

export type Prepared = {
  readonly bytes: Uint8Array
  readonly type: string
  readonly width: number
  readonly height: number
  /** What was given: its size, and what it carried beside what it shows, which is gone. */
  readonly given: { readonly width: number; readonly height: number; readonly traces: readonly Trace[] }
}

export { UnusablePicture }

const formats = new Set(['png', 'jpeg', 'webp', 'gif', 'avif', 'heif', 'svg', 'tiff'])
const largestFile = 10 * 1024 * 1024
/** A drawing in words grows as it is read. */
const largestDrawing = 1024 * 1024
const mostPixels = 50_000_000
/** Nobody's honest picture takes longer. Seconds. */
const longest = 20
/** Enough for a printed page's width; larger originals are their makers' to give. */
const pictureSide = 2000

/** A logo as a mark (mark.ts): a square of at most 512 pixels as WebP, without its metadata. Throws UnusablePicture. */
export function prepareLogo(bytes: Uint8Array): Promise<Prepared> {
  return prepare(bytes, makeMark)
}

/** A story's picture, of at most 2,000 pixels a side; else as a logo. Throws UnusablePicture. */
export function preparePicture(bytes: Uint8Array): Promise<Prepared> {
  return prepare(bytes, (image) =>
    image
      .resize({ width: pictureSide, height: pictureSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80, alphaQuality: 90 })
      .timeout({ seconds: longest })
      .toBuffer({ resolveWithObject: true }),
  )
}

type Written = { readonly data: Uint8Array; readonly info: { readonly width: number; readonly height: number } }

async function prepare(bytes: Uint8Array, write: (image: Sharp) => Promise<Written>): Promise<Prepared> {
  if (bytes.length > largestFile)
    throw new UnusablePicture('large', 'This picture is larger than 10 MB: save it smaller.')
  try {
    const { default: sharp } = await import('sharp')
    const bare = withoutPackedText(bytes)
    const image = sharp(bare, { limitInputPixels: mostPixels, failOn: 'error', density: 144 })
    const { format, pages = 1, autoOrient, exif, xmp, iptc, comments } = await image.metadata()
    if (!formats.has(format ?? ''))
      throw new UnusablePicture('kind', `Pictures of the kind "${format}" are not taken: save it as PNG or JPEG.`)
    if (format === 'svg' && bytes.length > largestDrawing)
      throw new UnusablePicture('large', 'This drawing is larger than 1 MB: save it as PNG.')
    if (pages > 1)
      throw new UnusablePicture('frames', 'This picture has several frames or pages: save the one that is meant.')
    const { data, info } = await write(image.rotate())
    const isNoted = bare.length < bytes.length || (comments?.length ?? 0) > 0
    const hasNotes = xmp !== undefined || iptc !== undefined || isNoted
    const carried = new Set([...(exif ? tracesInExif(exif) : []), ...(hasNotes ? (['notes'] as const) : [])])
    const given = { ...autoOrient, traces: traces.filter((trace) => carried.has(trace)) }
    return { bytes: data, type: 'image/webp', width: info.width, height: info.height, given }
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw unusable(bytes, (error as Error).message)
  }
}

function unusable(bytes: Uint8Array, said: string): UnusablePicture {
  if (/pixel limit|timeout|too large/i.test(said))
    return new UnusablePicture('pixels', 'This picture has too many pixels: save it smaller.')
  // ISO 14496-12: a box of this name comes first. What telephones write in HEVC is patented, and not read here.
  if (/^ftyp(?:he[iv][cxms]|mif1|msf1)/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1')))
    return new UnusablePicture(
      'heic',
      'HEIC pictures cannot be read here: save it as JPEG, or send a screenshot of it.',
    )
  return new UnusablePicture('unreadable', 'This is no picture that can be read: save it as PNG or JPEG.')
}

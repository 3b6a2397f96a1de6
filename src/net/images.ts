/** Pictures people give us: read whatever an ordinary program wrote, written anew without what it says of its maker. */
import sharp from 'sharp'
import { Invalid } from '../core/errors.ts'

export type Prepared = {
  readonly bytes: Uint8Array
  readonly type: string
  readonly width: number
  readonly height: number
}

const formats = new Set(['png', 'jpeg', 'webp', 'gif', 'avif', 'heif', 'svg', 'tiff'])
const largestFile = 10 * 1024 * 1024
const mostPixels = 50_000_000
const logoSide = 512
/** Enough for a printed page's width; larger originals are their makers' to give. */
const pictureSide = 2000

/** A logo of at most 512 pixels a side as WebP, stripped of metadata, turned upright. Throws Invalid with the reason. */
export function prepareLogo(bytes: Uint8Array): Promise<Prepared> {
  return prepare(bytes, logoSide, 85)
}

/** A story's picture, of at most 2,000 pixels a side; else as a logo. Throws Invalid with the reason. */
export function preparePicture(bytes: Uint8Array): Promise<Prepared> {
  return prepare(bytes, pictureSide, 80)
}

async function prepare(bytes: Uint8Array, side: number, quality: number): Promise<Prepared> {
  if (bytes.length > largestFile) throw new Invalid('This picture is larger than 10 MB: save it smaller.')
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', density: 144 })
    const { format, pages = 1 } = await image.metadata()
    if (!formats.has(format ?? ''))
      throw new Invalid(`Pictures of the kind "${format}" are not taken: save it as PNG or JPEG.`)
    if (pages > 1) throw new Invalid('This picture has several frames or pages: save the one that is meant.')
    const { data, info } = await image
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality, alphaQuality: 90 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, type: 'image/webp', width: info.width, height: info.height }
  } catch (error) {
    if (error instanceof Invalid) throw error
    const pixels = /pixel limit/i.test((error as Error).message)
    throw new Invalid(
      pixels
        ? 'This picture has too many pixels: save it smaller.'
        : 'This is no picture that can be read: save it as PNG or JPEG.',
    )
  }
}

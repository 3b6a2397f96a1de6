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

/** A logo of at most 512 pixels a side as WebP, stripped of metadata, turned upright. Throws Invalid with the reason. */
export async function prepareLogo(bytes: Uint8Array): Promise<Prepared> {
  if (bytes.length > largestFile) throw new Invalid('This picture is larger than 10 MB: save it smaller.')
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', density: 144 })
    const { format } = await image.metadata()
    if (!formats.has(format ?? ''))
      throw new Invalid(`Pictures of the kind "${format}" are not taken: save it as PNG or JPEG.`)
    const { data, info } = await image
      .rotate()
      .resize({ width: logoSide, height: logoSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 85, alphaQuality: 90 })
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

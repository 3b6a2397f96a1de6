/**
 * A member's logo as a mark: a square that looks made for its place, whatever came. Empty borders go, what is not square
 * is set in the middle of one, and what would vanish on light or on dark paper gets a ground of its own.
 */
import type { Sharp } from 'sharp'
import { clear, type Ink, inkOf } from '../core/ink.ts'
import { UnusablePicture } from './unusable.ts'

/** Enough for the largest place there is on the finest screen. */
const largest = 512
/** Smaller ones are made larger pixel by pixel: blurred, they would look broken. */
const tiny = 64
const sideOfTiny = 128
/** Seconds. */
const longest = 20

type Pixels = { readonly data: Buffer; readonly info: { readonly width: number; readonly height: number } }

/** `image` must stand upright. A WebP. */
export async function makeMark(image: Sharp): Promise<Pixels> {
  const { default: sharp } = await import('sharp')
  // Twice the size is enough to find its borders by.
  const { data, info } = await image
    .clone()
    .toColourspace('srgb')
    .ensureAlpha()
    .resize({ width: 2 * largest, height: 2 * largest, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: longest })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const ink = inkOf(data, info.width, info.height)
  if (ink.kind === 'blank') throw new UnusablePicture('unreadable', 'This picture shows nothing: send one that does.')
  if (ink.kind === 'picture') return await cut(image)
  const { left, top, width, height } = ink.box
  const share = 1 - 2 * paddingOf(ink)
  const isTiny = Math.max(width, height) < tiny
  const side = isTiny ? sideOfTiny : Math.min(largest, Math.round(Math.max(width, height) / share))
  const scale = Math.round(side * share) / Math.max(width, height)
  const times = isTiny ? Math.max(1, Math.floor(scale)) : scale
  const drawn = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .extract({ left, top, width, height })
    .resize({
      width: Math.max(1, Math.round(width * times)),
      height: Math.max(1, Math.round(height * times)),
      fit: 'fill',
      kernel: isTiny ? 'nearest' : 'lanczos3',
    })
    .png()
    .toBuffer()
  return await sharp({ create: { width: side, height: side, channels: 4, background: ink.ground } })
    .composite([{ input: drawn, gravity: 'centre' }])
    .webp({ quality: 90, alphaQuality: 100, smartSubsample: true })
    .timeout({ seconds: longest })
    .toBuffer({ resolveWithObject: true })
}

/** A photograph fills its square; what stands out of it stays. */
async function cut(image: Sharp): Promise<Pixels> {
  return await image
    .resize({ width: largest, height: largest, fit: 'cover', position: 'attention' })
    .webp({ quality: 85 })
    .timeout({ seconds: longest })
    .toBuffer({ resolveWithObject: true })
}

/** Of a side: what stands on a ground needs some of it around. */
function paddingOf({ kind, ground, box }: Ink): number {
  if (kind === 'whole') return 0
  // A long name needs all the width there is.
  return ground === clear || box.width > 3 * box.height ? 0.03 : 0.1
}

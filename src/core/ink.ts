/** Where a picture has something to show, and on which ground it can be seen: for marks that stand on light and on dark paper. */
import { contrast, type Rgb, writeColour } from './colour.ts'

export type Ink = {
  /** What there is to see, without empty borders. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  /** What to set it on: a colour, or `clear` where any paper will do. */
  readonly ground: string
  /** `whole`: it fills its place already; `picture`: it has no ground of its own, as a photograph; `blank`: nothing is there. */
  readonly kind: 'shape' | 'whole' | 'picture' | 'blank'
}

export const clear = '#00000000'

/** The papers of the pages, and the grounds that lie on them without a seam. */
const light: Rgb = [251, 250, 246]
const dark: Rgb = [19, 18, 17]
/** Below this contrast a shape is gone, above it one that is not text can be made out (WCAG 2.2, 1.4.11 asks for 3). */
const lost = 2.5
/** So much of it may be gone: edges, shades, a highlight. */
const bearable = 0.15
/** Squarer than this is square. */
const square = 1.25

type Pixel = { readonly colour: Rgb; readonly alpha: number }

/** `pixels` are red, green, blue and alpha, row by row. */
export function inkOf(pixels: Uint8Array, width: number, height: number): Ink {
  const at = (x: number, y: number): Pixel => {
    const i = 4 * (y * width + x)
    return { colour: [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0], alpha: pixels[i + 3] ?? 0 }
  }
  const ground = groundOf(at, width, height)
  const isInk = ({ colour, alpha }: Pixel) =>
    ground === undefined || (ground === 'clear' ? alpha > 16 : alpha > 16 && distance(colour, ground) > 40)
  const box = boxOf(at, isInk, width, height)
  if (ground === undefined) return { box: whole(width, height), ground: clear, kind: 'picture' }
  if (ground === 'clear')
    return box
      ? { box, ground: groundFor(at, box), kind: 'shape' }
      : { box: whole(width, height), ground: clear, kind: 'blank' }
  if (!box) return { box: whole(width, height), ground: writeColour(ground), kind: 'whole' }
  // A square that its maker filled well is as it should be.
  const isSquare = Math.max(width / height, height / width) <= square
  const isFilled = isSquare && Math.max(box.width / width, box.height / height) > 0.55
  return isFilled
    ? { box: whole(width, height), ground: writeColour(ground), kind: 'whole' }
    : { box, ground: writeColour(ground), kind: 'shape' }
}

function whole(width: number, height: number) {
  return { left: 0, top: 0, width, height }
}

/** What its edge shows: nothing, in its corners one colour, or (undefined) the picture itself. */
function groundOf(at: (x: number, y: number) => Pixel, width: number, height: number): Rgb | 'clear' | undefined {
  let [edge, empty] = [0, 0]
  for (let i = 0; i < width + height; i += 1) {
    const [x, y] = i < width ? [i, 0] : [0, i - width]
    for (const pixel of [at(x, y), at(width - 1 - x, height - 1 - y)]) {
      edge += 1
      if (pixel.alpha < 32) empty += 1
    }
  }
  if (empty > edge / 4) return 'clear'
  const corners = [at(0, 0), at(width - 1, 0), at(0, height - 1), at(width - 1, height - 1)]
  const [first = { colour: light, alpha: 0 }] = corners
  return corners.every(({ colour, alpha }) => alpha > 223 && distance(colour, first.colour) < 24)
    ? first.colour
    : undefined
}

function distance(a: Rgb, b: Rgb): number {
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))))
}

function boxOf(at: (x: number, y: number) => Pixel, isInk: (pixel: Pixel) => boolean, width: number, height: number) {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (!isInk(at(x, y))) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 }
}

/** None where it can be seen on both papers; else the paper on which less of it is lost. */
function groundFor(at: (x: number, y: number) => Pixel, box: Ink['box']): string {
  // Some ten thousand places tell as much as all.
  const step = Math.max(1, Math.floor(Math.sqrt((box.width * box.height) / 10_000)))
  let [seen, lostOnLight, lostOnDark] = [0, 0, 0]
  for (let y = box.top; y < box.top + box.height; y += step)
    for (let x = box.left; x < box.left + box.width; x += step) {
      const { colour, alpha } = at(x, y)
      if (alpha < 128) continue
      seen += 1
      if (contrast(colour, light) < lost) lostOnLight += 1
      if (contrast(colour, dark) < lost) lostOnDark += 1
    }
  if (Math.max(lostOnLight, lostOnDark) <= bearable * seen) return clear
  return writeColour(lostOnLight > lostOnDark ? dark : light)
}

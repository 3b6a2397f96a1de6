/**
 * A face cut down to what pages set of it: the characters it is asked for, the weights there are rules for, kerning and
 * ligatures. No hints (screens are fine enough, and what draws without them is alike everywhere), no small capitals, no
 * fractions. About half of its bytes go. Where letters join, nothing is cut: there every table is needed.
 */
import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { inNormalForm } from '../core/normal-form.ts'
import type { Face } from './fonts.ts'

/** OpenType's names of what is kept: joining, kerning, marks, forms by language, figures of one width. */
const features = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'lnum', 'locl', 'mark', 'mkmk', 'rlig', 'tnum']

/** As WOFF2. Takes the processor for some tenths of a second: cut-faces.ts does it beside the process. */
export async function cutFace({ path, range, weight }: Face): Promise<Uint8Array> {
  const [min = Number.NaN, max] = weight.split(' ').map(Number)
  const characters = charactersIn(range)
  // A letter a face does not have is set of its parts (Ḕ of E and two accents), which may be out of its range.
  return await subsetFont(await readFile(path), characters + inNormalForm(characters, 'NFD'), {
    ...{ targetFormat: 'woff2', keepFeatures: features, noHinting: true },
    ...(max !== undefined && { variationAxes: { wght: { min, max } } }),
  })
}

/** Those a `unicode-range` names: `U+41-43,U+20AC` → `ABC€`. */
export function charactersIn(range: string): string {
  return range
    .split(',')
    .map((part) => {
      const [first = 0, last = first] = part
        .trim()
        .replace(/^U\+/i, '')
        .split('-')
        .map((digits) => Number.parseInt(digits, 16))
      return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i))
    })
    .join('')
}

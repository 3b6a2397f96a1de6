/**
 * Colours by calculation: a network's accent made readable on light and on dark paper, and a member's own colour for
 * the mark it has no logo for. Contrast as WCAG 2.2 defines it; lightness as in Oklab (Björn Ottosson, 2020).
 */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Reads `#7a1f6b` or `#fff`. Undefined for anything else. */
export function readColour(text: string): Rgb | undefined {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]
  if (!hex) return undefined
  const full = hex.length === 3 ? [...hex].map((c) => c + c).join('') : hex
  const at = (i: number) => Number.parseInt(full.slice(i, i + 2), 16)
  return [at(0), at(2), at(4)]
}

export function writeColour([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((v) => v.toString(16).padStart(2, '0')).join('')}`
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The same hue, as near as possible in lightness, with at least `ratio` against all of `papers`. */
export function readable(colour: Rgb, papers: readonly Rgb[], ratio: number): Rgb {
  const enough = (candidate: Rgb) => papers.every((paper) => contrast(candidate, paper) >= ratio)
  if (enough(colour)) return colour
  const { lightness, chroma, hue } = toOklch(colour)
  const towards = papers.reduce((sum, paper) => sum + luminance(paper), 0) / papers.length > 0.18 ? -1 : 1
  for (let step = 1; step <= 100; step += 1) {
    const next = lightness + towards * step * 0.01
    if (next <= 0 || next >= 1) break
    const candidate = fromOklch(next, chroma, hue)
    if (enough(candidate)) return candidate
  }
  return towards < 0 ? [0, 0, 0] : [255, 255, 255]
}

/** A colour of one's own from one's name: always the same, and white letters are readable on it. */
export function colourOf(name: string): Rgb {
  let hash = 2_166_136_261
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 16_777_619) >>> 0
  const hue = (hash % 360) * (Math.PI / 180)
  const chroma = 0.07 + ((hash >>> 9) % 50) / 1000
  return readable(fromOklch(0.44, chroma, hue), [[255, 255, 255]], 5.5)
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((v) => toLinear(v / 255)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function toLinear(v: number): number {
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
}

function toGamma(v: number): number {
  const bounded = Math.min(1, Math.max(0, v))
  return Math.round(255 * (bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055))
}

function toOklch(colour: Rgb): { lightness: number; chroma: number; hue: number } {
  const [r, g, b] = colour.map((v) => toLinear(v / 255)) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(x, y),
    hue: Math.atan2(y, x),
  }
}

function fromOklch(lightness: number, chroma: number, hue: number): Rgb {
  const x = chroma * Math.cos(hue)
  const y = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3
  const m = (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3
  const s = (lightness - 0.0894841775 * x - 1.291485548 * y) ** 3
  return [
    toGamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toGamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toGamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

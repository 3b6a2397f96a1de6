/** The network's one colour, as a stylesheet of its own: no inline style, so that the page's policy can forbid them. */
import { contrast, type Rgb, readable, readColour, writeColour } from '../core/colour.ts'

/** What the accent stands on: paper and wash of wire.css, light and dark. */
const light: readonly Rgb[] = [
  [0xfb, 0xfa, 0xf6],
  [0xf4, 0xf0, 0xe7],
]
const dark: readonly Rgb[] = [
  [0x13, 0x12, 0x11],
  [0x1b, 0x19, 0x17],
]
const white: Rgb = [255, 255, 255]

/**
 * A stylesheet that sets `--accent` so that text in it reads on light and on dark paper at 4.5 : 1 or better
 * (WCAG 2.2, 1.4.3); on dark paper it glows only when it is well above. `colour` as `7a1f6b`, with or without `#`. Undefined when it is no colour.
 */
export function accentSheet(colour: string): string | undefined {
  const given = readColour(colour)
  if (!given) return undefined
  const onLight = readable(given, light, 4.5)
  const onDark = readable(given, dark, 7)
  const both = `light-dark(${writeColour(onLight)},${writeColour(onDark)})`
  return `:root{--accent:${writeColour(onLight)}}@supports (color:light-dark(#000,#fff)){:root{--accent:${both}}}\n`
}

/** The little picture of a browser's tab: the network's first letter on its colour. */
export function faviconSvg(name: string, colour: string, initial: (name: string) => string): string {
  const ground = readColour(colour) ?? [0x19, 0x16, 0x13]
  const ink = contrast(white, ground) >= 3 ? '#fff' : '#191613'
  const letter = initial(name).replace(/[<>&"']/g, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${writeColour(ground)}"/><text x="16" y="23" text-anchor="middle" font-family="Charter, Georgia, serif" font-size="21" font-weight="700" fill="${ink}">${letter}</text></svg>\n`
}

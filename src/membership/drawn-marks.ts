/** Marks we draw for who has none: a letter or a pattern in colours of their own, the same on the page and in the picture. */
import { colourOf, readable, writeColour } from '../core/colour.ts'
import { type Html, html, render } from '../web/html.ts'
import { letterOf } from './letter-outline.ts'

const letters = ['letter', 'seal'] as const
const patterns = ['arches', 'rings', 'waves', 'tiles', 'rays', 'steps'] as const
type Pattern = (typeof patterns)[number]
/** `letter`: the first of the name; `seal`: the same in a ring. */
export type Drawing = (typeof letters)[number] | Pattern

/** Whose mark it is: `seed` makes the colour, so that two who draw the same have not the same mark. */
export type Drawn = { readonly seed: string; readonly name: string }

/** Those that can be drawn: the letter only of a name that has one we can draw. */
export function drawingsFor(name: string): readonly Drawing[] {
  return letterOf(name) ? [...letters, ...patterns] : patterns
}

export function readDrawing(text: string | null, name: string): Drawing | undefined {
  return drawingsFor(name).find((drawing) => drawing === text)
}

/** What it shows: a pattern, or the letter of this name. */
export function shownBy(drawing: Drawing, name: string): { readonly pattern: Pattern } | { readonly letter: string } {
  return isLetter(drawing) ? { letter: letterOf(name)?.letter ?? '' } : { pattern: drawing }
}

/** In a square of 96. */
export function drawnMark(drawing: Drawing, { seed, name }: Drawn): Html {
  const ground = colourOf(`${drawing} ${seed}`)
  const fill = writeColour(readable(colourOf(`${seed} ${drawing}`), [ground], 3.2))
  const shape = isLetter(drawing) ? letterIn(drawing, name, fill) : shapes[drawing](fill)
  return html`<svg class="logo" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96" aria-hidden="true"><rect width="96" height="96" fill="${writeColour(ground)}"/>${shape}</svg>`
}

/** The same as a file that can be painted. */
export function drawnFile(drawing: Drawing, drawn: Drawn): Uint8Array {
  return new TextEncoder().encode(render(drawnMark(drawing, drawn)))
}

function isLetter(drawing: Drawing): drawing is (typeof letters)[number] {
  return letters.some((letter) => letter === drawing)
}

/** Drawn as large as its place allows, in the middle of it, and the right way up: in fonts y grows upwards. */
function letterIn(drawing: (typeof letters)[number], name: string, fill: string): Html | undefined {
  const found = letterOf(name)
  if (!found) return undefined
  const { path, left, bottom, right, top } = found.outline
  const isSeal = drawing === 'seal'
  const [wide, high] = isSeal ? [40, 40] : [60, 56]
  const scale = Math.min(wide / (right - left), high / (top - bottom))
  const place = `translate(48 48) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)}) translate(${-(left + right) / 2} ${-(bottom + top) / 2})`
  return html`${isSeal && html`<circle cx="48" cy="48" r="37" fill="none" stroke="${fill}" stroke-width="4"/>`}<path d="${path}" transform="${place}" fill="${isSeal ? fill : '#fff'}"/>`
}

const shapes: Readonly<Record<Pattern, (fill: string) => Html>> = {
  arches: (fill) =>
    html`${[34, 23, 12].map((r) => html`<path d="M${48 - r} 70a${r} ${r} 0 0 1 ${2 * r} 0" fill="none" stroke="${fill}" stroke-width="6"/>`)}<circle cx="48" cy="70" r="4" fill="${fill}"/>`,
  rings: (fill) =>
    html`${[34, 23].map((r) => html`<circle cx="48" cy="48" r="${r}" fill="none" stroke="${fill}" stroke-width="6"/>`)}<circle cx="48" cy="48" r="11" fill="${fill}"/>`,
  waves: (fill) =>
    html`${[30, 48, 66].map((y) => html`<path d="M12 ${y}q9-12 18 0t18 0 18 0 18 0" fill="none" stroke="${fill}" stroke-width="6"/>`)}`,
  tiles: (fill) =>
    html`${[0, 1, 2].flatMap((row) => [0, 1, 2].filter((column) => (row + column) % 2 === 0).map((column) => html`<rect x="${15 + column * 22}" y="${15 + row * 22}" width="22" height="22" fill="${fill}"/>`))}`,
  rays: (fill) =>
    html`${[0, 30, 60, 90, 120, 150].map((turn) => html`<rect x="45" y="14" width="6" height="68" fill="${fill}" transform="rotate(${turn} 48 48)"/>`)}`,
  steps: (fill) =>
    html`${[0, 1, 2, 3].map((step) => html`<rect x="${16 + step * 16}" y="${66 - step * 16}" width="16" height="${14 + step * 16}" fill="${fill}"/>`)}`,
}

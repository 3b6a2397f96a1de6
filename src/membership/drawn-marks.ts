/** Marks we draw for who has none: patterns in a colour of their own, the same on the page and in the picture. */
import { colourOf, readable, writeColour } from '../core/colour.ts'
import { type Html, html, render } from '../web/html.ts'

export const drawings = ['arches', 'rings', 'waves', 'tiles', 'rays', 'steps'] as const
export type Drawing = (typeof drawings)[number]

export function readDrawing(text: string | null): Drawing | undefined {
  return drawings.find((drawing) => drawing === text)
}

/** In a square of 96. `seed` makes the colour: two who draw the same have not the same mark. */
export function drawnMark(drawing: Drawing, seed: string): Html {
  const ground = colourOf(`${drawing} ${seed}`)
  const fill = writeColour(readable(colourOf(`${seed} ${drawing}`), [ground], 3.2))
  return html`<svg class="logo" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96" aria-hidden="true"><rect width="96" height="96" fill="${writeColour(ground)}"/>${shapes[drawing](fill)}</svg>`
}

/** The same as a file that can be painted. */
export function drawnFile(drawing: Drawing, seed: string): Uint8Array {
  return new TextEncoder().encode(render(drawnMark(drawing, seed)))
}

const shapes: Readonly<Record<Drawing, (fill: string) => Html>> = {
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

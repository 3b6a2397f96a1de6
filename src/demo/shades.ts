/** Shades of an outlet's colour, so that its pictures and its logo go together. Colours are `#rrggbb`. */

/** `part` 0 is the first colour, 1 the second. */
export function mix(a: string, b: string, part: number): string {
  const channel = (colour: string, i: number) => Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16)
  const mixed = [0, 1, 2].map((i) => Math.round(channel(a, i) * (1 - part) + channel(b, i) * part))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export type Shades = {
  readonly ink: string
  readonly deep: string
  readonly main: string
  readonly soft: string
  readonly pale: string
  readonly warm: string
}

export function shadesOf(colour: string): Shades {
  return {
    ink: mix(colour, '#10131c', 0.8),
    deep: mix(colour, '#1b2233', 0.5),
    main: colour,
    soft: mix(colour, '#f4ede1', 0.45),
    pale: mix(colour, '#fbf7ef', 0.82),
    warm: mix(colour, '#f2b25c', 0.8),
  }
}

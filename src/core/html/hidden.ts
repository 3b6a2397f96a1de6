/**
 * Text that is not meant to be seen is not read either: what `style` hides, whether for tracking, for search engines
 * or to slip past whoever checks. Some of it a descendant can show again (newsletters set `font-size:0` around
 * everything), so that is a state, not a verdict.
 */
import { type Attribute, attribute } from './sink.ts'

/** Reasons for which text is unseen here; bits. */
export const unseenBySize = 1
export const unseenByVisibility = 2
export const unseenByColour = 4

/** What an element makes of the reasons it stands in; undefined: it is not shown, nor anything in it. */
export function sightOf(name: string, attributes: readonly Attribute[], unseen: number): number | undefined {
  let style: string | undefined
  let open = false
  for (const { name: given, value } of attributes) {
    if (given === 'hidden') return undefined
    if (given === 'style') style = value
    else if (given === 'open') open = true
  }
  if (name === 'dialog' && !open) return undefined
  return style === undefined || !suspicious.test(style) ? unseen : sightOfStyle(style, unseen)
}
const suspicious = /display|visib|font|opacity|color|clip|indent|position|overflow|mso-hide|transform|scale|zoom|\\/i

/** A picture or a player of a pixel or two is seen by nobody: it tells somebody that a text was read. */
export function isPixel(attributes: readonly Attribute[]): boolean {
  return isTiny(attribute(attributes, 'width')) || isTiny(attribute(attributes, 'height'))
}

function isTiny(side: string | undefined): boolean {
  return side !== undefined && /^\s*\d+(?:\.\d+)?(?:px)?\s*$/.test(side) && Number.parseFloat(side) < 3
}

function sightOfStyle(style: string, unseen: number): number | undefined {
  const rules = declarations(style)
  if (isGone(rules)) return undefined
  let now = unseen
  const put = (reason: number, holds: boolean | undefined) => {
    if (holds !== undefined) now = holds ? now | reason : now & ~reason
  }
  put(unseenBySize, hidesBySize(rules))
  const visibility = rules.get('visibility')
  if (visibility !== undefined) put(unseenByVisibility, /^(?:hidden|collapse)$/.test(visibility))
  put(unseenByColour, hidesByColour(rules))
  return now
}

/** Those that can hide. The last of a name counts, unless an important one came before. */
function declarations(style: string): ReadonlyMap<string, string> {
  const rules = new Map<string, string>()
  let important: Set<string> | undefined
  for (const declaration of unescaped(style).split(';')) {
    const colon = declaration.indexOf(':')
    const name = colon < 0 ? '' : declaration.slice(0, colon).trim().toLowerCase()
    if (!hiding.has(name)) continue
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    const mark = value.indexOf('!')
    const marked = mark >= 0 && /^!\s*important$/.test(value.slice(mark))
    if (important?.has(name) && !marked) continue
    if (marked) important = (important ?? new Set()).add(name)
    rules.set(name, marked ? value.slice(0, mark).trimEnd() : value)
  }
  return rules
}
const hiding: ReadonlySet<string> = new Set(
  `display visibility content-visibility mso-hide opacity transform scale zoom clip clip-path position left right top
  bottom text-indent overflow height max-height width max-width font font-size color background background-color
  background-clip -webkit-background-clip`.split(/\s+/),
)

function unescaped(style: string): string {
  if (!style.includes('\\') && !style.includes('/*')) return style
  return style
    .replace(/\/\*.*?(?:\*\/|$)/gs, ' ')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replaceAll('\\', '')
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

function isGone(rules: ReadonlyMap<string, string>): boolean {
  const is = (name: string, what: RegExp) => {
    const value = rules.get(name)
    return value !== undefined && what.test(value)
  }
  if (is('display', /^none$/) || is('content-visibility', /^hidden$/) || is('mso-hide', /^all$/)) return true
  const opacity = rules.get('opacity')
  if (opacity !== undefined && share(opacity) <= 0.05) return true
  if (is('transform', /\bscale[xy3d]*\(\s*0(?:\.0+)?\s*[,)]/) || is('scale', /^0(?:\.0+)?$/) || is('zoom', /^0/))
    return true
  if (is('clip-path', /^(?:inset\(\s*(?:50|[6-9]\d|100)%|circle\(\s*0)/)) return true
  const away = is('position', /^(?:absolute|fixed)$/)
  if (away && is('clip', /^rect\(\s*[01](?:px)?[\s,]/)) return true
  if (away && ['left', 'right', 'top', 'bottom'].some((side) => pixels(rules.get(side)) <= -500)) return true
  if (pixels(rules.get('text-indent')) <= -200) return true
  return is('overflow', /^(?:hidden|clip)/) && sides.some((side) => Math.abs(pixels(rules.get(side)) - 0.5) <= 0.5)
}
const sides = ['height', 'max-height', 'width', 'max-width']

function hidesBySize(rules: ReadonlyMap<string, string>): boolean | undefined {
  const size = rules.get('font-size') ?? /(?:^|\s)([\d.]+[a-z%]*)(?:\/|\s)/.exec(rules.get('font') ?? '')?.[1]
  if (size === undefined) return undefined
  if (/^0*(?:\.0+)?(?:[a-z]+|%)?$/.test(size) && /\d/.test(size)) return true
  const relative = /^([\d.]+)(em|%)$/.exec(size)
  // What is relative to nothing stays nothing.
  if (relative) return Number(relative[1]) / (relative[2] === '%' ? 100 : 1) < 0.1 ? true : undefined
  return pixels(size) <= 1
}

function hidesByColour(rules: ReadonlyMap<string, string>): boolean | undefined {
  const colour = rules.get('color')
  if (colour === undefined) return undefined
  // Letters cut out of a background are seen.
  if (/text/.test(rules.get('background-clip') ?? rules.get('-webkit-background-clip') ?? '')) return undefined
  const clear = /^transparent$|^(?:rgb|hsl)a?\(.*[,/]\s*0(?:\.0+)?%?\s*\)$|^#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)$/.test(
    colour,
  )
  return clear || colour === (rules.get('background-color') ?? rules.get('background'))
}

/** A length in pixels, about; NaN where there is none. */
function pixels(length: string | undefined): number {
  const found = /^(-?[\d.]+)(px|pt|em|rem|ex|ch|vw|vh|%)?$/.exec(length ?? '')
  if (!found) return Number.NaN
  const each = { px: 1, pt: 1.33, '%': 10 }[found[2] ?? 'px'] ?? 16
  return Number(found[1]) * each
}

function share(value: string): number {
  return Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)
}

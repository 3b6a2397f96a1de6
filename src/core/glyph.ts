/** The outline of a letter in a TrueType font (OpenType 1.9: cmap, loca, glyf), for who paints without fonts. */

/** The tables of a font by their names, unpacked. */
export type FontTables = ReadonlyMap<string, Uint8Array>

export type Outline = {
  /** As SVG draws it; y grows upwards, as in fonts. */
  readonly path: string
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** Undefined where the font has no such letter, or nothing to paint for it. */
export function outlineOf(tables: FontTables, codePoint: number): Outline | undefined {
  const font = readFont(tables)
  const glyph = font && glyphOf(font.cmap, codePoint)
  if (!font || !glyph) return undefined
  const contours = contoursOf(font, glyph, 0)
  const points = contours.flat()
  if (points.length === 0) return undefined
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return {
    path: contours.map(drawn).join(''),
    left: Math.min(...xs),
    bottom: Math.min(...ys),
    right: Math.max(...xs),
    top: Math.max(...ys),
  }
}

type Font = { readonly cmap: DataView; readonly glyf: DataView; readonly loca: DataView; readonly isLong: boolean }
type Point = { readonly x: number; readonly y: number; readonly isOn: boolean }

function readFont(tables: FontTables): Font | undefined {
  const view = (name: string) => {
    const bytes = tables.get(name)
    return bytes && new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  const [cmap, glyf, loca, head] = ['cmap', 'glyf', 'loca', 'head'].map(view)
  return cmap && glyf && loca && head ? { cmap, glyf, loca, isLong: head.getInt16(50) === 1 } : undefined
}

/** By the table for the characters of the Basic Multilingual Plane (format 4). 0 is what stands for a missing letter. */
function glyphOf(cmap: DataView, codePoint: number): number {
  const tables = Array.from({ length: cmap.getUint16(2) }, (_, i) => cmap.getUint32(4 + i * 8 + 4))
  const at = tables.find((start) => cmap.getUint16(start) === 4)
  if (at === undefined || codePoint > 0xffff) return 0
  const twice = cmap.getUint16(at + 6)
  for (let i = 0; i < twice; i += 2) {
    const end = cmap.getUint16(at + 14 + i)
    if (codePoint > end) continue
    const start = cmap.getUint16(at + 16 + twice + i)
    if (codePoint < start) return 0
    const delta = cmap.getUint16(at + 16 + 2 * twice + i)
    const rangeAt = at + 16 + 3 * twice + i
    const range = cmap.getUint16(rangeAt)
    if (range === 0) return (codePoint + delta) & 0xffff
    const glyph = cmap.getUint16(rangeAt + range + (codePoint - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

function contoursOf(font: Font, glyph: number, depth: number): Point[][] {
  const place = (n: number) => (font.isLong ? font.loca.getUint32(n * 4) : font.loca.getUint16(n * 2) * 2)
  const at = place(glyph)
  if (place(glyph + 1) === at) return []
  const count = font.glyf.getInt16(at)
  if (count >= 0) return simple(font.glyf, at + 10, count)
  // Parts of parts of parts: no honest letter goes deeper.
  return depth > 3 ? [] : composed(font, at + 10, depth)
}

function simple(glyf: DataView, at: number, count: number): Point[][] {
  const ends = Array.from({ length: count }, (_, i) => glyf.getUint16(at + i * 2))
  const length = (ends.at(-1) ?? -1) + 1
  let next = at + count * 2 + 2 + glyf.getUint16(at + count * 2)
  const flags: number[] = []
  while (flags.length < length) {
    const flag = glyf.getUint8(next++)
    const times = flag & 8 ? glyf.getUint8(next++) : 0
    for (let i = 0; i <= times; i += 1) flags.push(flag)
  }
  /** `short`: one byte, its sign by `same`; else two, or none where it is `same` as the one before. */
  const coordinates = (short: number, same: number) => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += glyf.getUint8(next++) * (flag & same ? 1 : -1)
      else if (!(flag & same)) {
        value += glyf.getInt16(next)
        next += 2
      }
      return value
    })
  }
  const xs = coordinates(2, 16)
  const ys = coordinates(4, 32)
  const points = flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, isOn: (flag & 1) === 1 }))
  return ends.map((end, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end + 1))
}

/** A letter made of others, each moved to its place; none is turned in the fonts we have. */
function composed(font: Font, from: number, depth: number): Point[][] {
  const { glyf } = font
  const contours: Point[][] = []
  for (let at = from, hasMore = true; hasMore; ) {
    const flags = glyf.getUint16(at)
    const glyph = glyf.getUint16(at + 2)
    const isWide = (flags & 1) !== 0
    const dx = isWide ? glyf.getInt16(at + 4) : glyf.getInt8(at + 4)
    const dy = isWide ? glyf.getInt16(at + 6) : glyf.getInt8(at + 5)
    const part = contoursOf(font, glyph, depth + 1)
    contours.push(...part.map((points) => points.map((point) => ({ ...point, x: point.x + dx, y: point.y + dy }))))
    at += (isWide ? 8 : 6) + (flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
    hasMore = (flags & 0x20) !== 0
  }
  return contours
}

/** Between two points off the line one in the middle is on it. */
function drawn(points: readonly Point[]): string {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return ''
  const start = first.isOn ? first : last.isOn ? last : middle(first, last)
  let path = `M${start.x} ${start.y}`
  let bend: Point | undefined
  for (const point of [...(first.isOn ? points.slice(1) : points), start]) {
    const isOn = point.isOn || point === start
    if (bend) {
      const to = isOn ? point : middle(bend, point)
      path += `Q${bend.x} ${bend.y} ${to.x} ${to.y}`
    } else if (isOn) path += `L${point.x} ${point.y}`
    bend = isOn ? undefined : point
  }
  return `${path}Z`
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, isOn: true }
}

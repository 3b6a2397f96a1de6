/** What a camera wrote into a picture (Exif 3.0, CIPA DC-008): only which kinds of things it tells, never what it says. */

export const traces = ['place', 'camera', 'author', 'time', 'notes'] as const
/** `notes`: anything else, such as captions, names of people in it, or the program it was made with. */
export type Trace = (typeof traces)[number]

/** Of the bytes of an Exif block, with or without `Exif\0\0` before it. Broken ones tell as much as can be read. */
export function tracesInExif(bytes: Uint8Array): Trace[] {
  const start = bytes[0] === 0x45 ? 6 : 0
  const view = new DataView(bytes.buffer, bytes.byteOffset + Math.min(start, bytes.length))
  const size = bytes.length - start
  if (size < 8) return []
  const isLittle = view.getUint16(0) === 0x4949
  const found = new Set<Trace>()
  const directories = [view.getUint32(4, isLittle)]
  // A block that leads in circles is left after a few.
  for (let at = directories.shift(), seen = 0; at !== undefined && seen < 8; at = directories.shift(), seen += 1)
    for (const { tag, value } of entriesAt(view, size, at, isLittle)) {
      if (tag === gps && entriesAt(view, size, value, isLittle).length > 0) found.add('place')
      else if (tag === exif) directories.push(value)
      else {
        const trace = traceOf.get(tag)
        if (trace) found.add(trace)
      }
    }
  return traces.filter((trace) => found.has(trace))
}

const exif = 0x8769
const gps = 0x8825

const traceOf: ReadonlyMap<number, Trace> = new Map(
  (
    [
      // Make, model, owner's name, serial numbers, lens.
      ['camera', [0x010f, 0x0110, 0xa431, 0xa433, 0xa434, 0xa435, 0xc62f]],
      // Artist, copyright, camera's owner, author as Windows writes it.
      ['author', [0x013b, 0x8298, 0xa430, 0x9c9d]],
      ['time', [0x0132, 0x9003, 0x9004]],
      // Description, program, maker's note, comments.
      ['notes', [0x010e, 0x0131, 0x927c, 0x9286, 0x9c9b, 0x9c9c, 0x9c9e, 0x9c9f]],
    ] as const
  ).flatMap(([trace, tags]) => tags.map((tag) => [tag, trace] as const)),
)

function entriesAt(view: DataView, size: number, at: number, isLittle: boolean): { tag: number; value: number }[] {
  if (at + 2 > size) return []
  const count = Math.min(view.getUint16(at, isLittle), Math.floor((size - at - 2) / 12))
  return Array.from({ length: count }, (_, i) => {
    const entry = at + 2 + i * 12
    return { tag: view.getUint16(entry, isLittle), value: view.getUint32(entry + 8, isLittle) }
  })
}

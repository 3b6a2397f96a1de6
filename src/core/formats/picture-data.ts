/**
 * What a picture's own data say of it in words: IPTC-IIM, XMP and EXIF, as photographers' programs and agencies write
 * them. Of all that stands there only who made it, whose it is and what it shows is read; places, times, devices and the
 * names of faces are never looked for.
 */
import { Parser } from 'htmlparser2'

/** The blocks as they stand in the file. */
export type PictureBlocks = {
  readonly iptc?: Uint8Array | undefined
  readonly xmp?: Uint8Array | undefined
  readonly exif?: Uint8Array | undefined
}

/** Plain text, '' where nothing is said. */
export type PictureData = {
  readonly creator: string
  readonly credit: string
  readonly copyright: string
  readonly caption: string
}

type Field = keyof PictureData
type Found = Partial<Record<Field, string>>

/** Never throws; what is broken or too long says nothing. What newer programs write goes before what older ones did. */
export function readPictureData({ iptc, xmp, exif }: PictureBlocks): PictureData {
  const found = [xmp && readXmp(xmp), iptc && readIptc(iptc), exif && readExif(exif)]
  const first = (field: Field, longest: number) => {
    for (const one of found) {
      const words = tidy(one?.[field] ?? '', longest)
      if (words !== '' && !(field === 'caption' && written.test(words))) return words
    }
    return ''
  }
  return {
    creator: first('creator', 200),
    credit: first('credit', 200),
    copyright: first('copyright', 200),
    caption: first('caption', 1_000),
  }
}

/** The line that credits a picture by its own data. */
export function creditIn({ creator, credit, copyright }: PictureData): string {
  if (credit === '') return creator || copyright.replace(/^(?:©|\(c\)|copyright)\s*/i, '')
  return creator === '' || credit.toLowerCase().includes(creator.toLowerCase()) ? credit : `${creator}/${credit}`
}

/** What cameras and programs write of themselves where a caption would stand. */
const written =
  /^(?:olympus digital camera|sony dsc|samsung.{0,30}|konica minolta.{0,30}|minolta digital camera|dcim.{0,30}|digital camera|default|untitled|screenshot|image|created with .{0,60}|processed with .{0,60}|vsco.{0,30})$/i

function tidy(words: string, longest: number): string {
  const plain = words
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufffd]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** IIM 4.2: records of five bytes of head, of which record 2 is what is said. */
const iptcFields: Readonly<Record<number, Field>> = { 80: 'creator', 110: 'credit', 116: 'copyright', 120: 'caption' }

function readIptc(block: Uint8Array): Found {
  const bytes = iimOf(block)
  const found: Found = {}
  let utf8 = false
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === 0x1c; ) {
    const [record, dataset] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]
    const length = twoBytes(bytes, at + 3)
    // Longer ones say how long their length is: none of what is wanted ever is.
    if (length > 0x7fff || at + 5 + length > bytes.length) break
    const value = bytes.subarray(at + 5, at + 5 + length)
    if (record === 1 && dataset === 90) utf8 = value[0] === 0x1b && value[1] === 0x25 && value[2] === 0x47
    const field = record === 2 ? iptcFields[dataset] : undefined
    if (field)
      found[field] = found[field] ? `${found[field]}, ${textOf(value, utf8)}`.slice(0, 5_000) : textOf(value, utf8)
    at += 5 + length
  }
  return found
}

/** Photoshop keeps the block among its own resources. */
function iimOf(block: Uint8Array): Uint8Array {
  let at = ascii(block, 0, 13) === 'Photoshop 3.0' ? 14 : 0
  while (at + 12 <= block.length && ascii(block, at, 4) === '8BIM') {
    const id = twoBytes(block, at + 4)
    const name = (block[at + 6] ?? 0) + 1
    const size = at + 6 + name + (name % 2)
    if (size + 4 > block.length) break
    const length = twoBytes(block, size) * 65_536 + twoBytes(block, size + 2)
    if (id === 0x0404) return block.subarray(size + 4, size + 4 + length)
    at = size + 4 + length + (length % 2)
  }
  return block
}

/** TIFF 6.0: the first directory alone. */
const exifFields: Readonly<Record<number, Field>> = { 270: 'caption', 315: 'creator', 33432: 'copyright' }
const mostEntries = 256

function readExif(block: Uint8Array): Found {
  const bytes = ascii(block, 0, 4) === 'Exif' ? block.subarray(6) : block
  const order = ascii(bytes, 0, 2)
  if (bytes.length < 14 || (order !== 'II' && order !== 'MM')) return {}
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = order === 'II'
  const start = view.getUint32(4, little)
  if (start + 2 > bytes.length) return {}
  const found: Found = {}
  const entries = Math.min(view.getUint16(start, little), mostEntries)
  for (let i = 0; i < entries; i += 1) {
    const at = start + 2 + i * 12
    if (at + 12 > bytes.length) break
    const field = exifFields[view.getUint16(at, little)]
    const length = view.getUint32(at + 4, little)
    if (!field || view.getUint16(at + 2, little) !== 2) continue
    const from = length <= 4 ? at + 8 : view.getUint32(at + 8, little)
    if (from + length > bytes.length || length > 20_000) continue
    // A photographer's and an editor's copyright stand one after the other, a zero between them.
    found[field] = textOf(bytes.subarray(from, from + length), false)
  }
  return found
}

const xmpFields: Readonly<Record<string, Field>> = {
  'dc:creator': 'creator',
  'dc:rights': 'copyright',
  'dc:description': 'caption',
  'photoshop:Credit': 'credit',
}
/** Longer ones hold previews and the history of their editing. Characters. */
const longestXmp = 400_000

function readXmp(block: Uint8Array): Found {
  const found: Found = {}
  let field: Field | undefined
  let items = 0
  let depth = 0
  let text = ''
  const keep = () => {
    const words = text.trim()
    text = ''
    if (!field || words === '') return
    // Of one text in several languages the first, which is the default; of several makers all.
    if (found[field] === undefined) found[field] = words
    else if (field === 'creator' && items < 10) found[field] += `, ${words}`
    items += 1
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        // No packet is so deep; reading one that is takes the square of its depth.
        if (depth > 100) parser.pause()
        const opened = xmpFields[name]
        if (opened) {
          ;[field, items, text] = [opened, 0, '']
          // What an earlier description said is not said twice.
          if (found[opened] !== undefined) field = undefined
        }
        if (name === 'rdf:li') text = ''
        if (name !== 'rdf:Description') return
        for (const [attribute, value] of Object.entries(attributes)) {
          const said = xmpFields[attribute]
          if (said) found[said] ??= value
        }
      },
      ontext(words) {
        if (field && text.length < 5_000) text += words
      },
      onclosetag(name) {
        depth -= 1
        if (name === 'rdf:li') keep()
        if (!xmpFields[name]) return
        keep()
        field = undefined
      },
    },
    { xmlMode: true },
  )
  parser.end(textOf(block.subarray(0, longestXmp), true))
  return found
}

/** What says that it is UTF-8 is; what says nothing is if it can be. */
function textOf(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder().decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}

function twoBytes(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
}

/** Pictures that carry everything a picture can carry beside what it shows, built segment by segment. */
import sharp from 'sharp'

type Entry = readonly [tag: number, value: string | Uint8Array | { readonly ifd: keyof Directories }]
type Directories = {
  readonly main: readonly Entry[]
  readonly exif: readonly Entry[]
  readonly gps: readonly Entry[]
  readonly thumbnail: readonly Entry[]
}

/** What must never come out again, whatever block it stood in. */
export const secrets = {
  place: 'Findable Clinic Street 12',
  serial: 'SERIAL-0815-4711',
  owner: 'Findable Owner',
  face: 'Findable Face',
  thumbnail: 'FINDABLE-THUMBNAIL',
  profile: 'Findable Profile',
  comment: 'Findable Comment',
  history: 'C:\\Users\\Findable',
  trailer: 'FINDABLE-TRAILER',
} as const

/** A JPEG with all of it, and with these words where photographers put them. */
export async function tracedPicture(words: {
  readonly exif?: readonly (readonly [tag: number, text: string | Uint8Array])[]
  readonly iptc?: readonly (readonly [dataset: number, text: string | Uint8Array])[]
  readonly iptcIsUtf8?: boolean
  readonly xmp?: string
  readonly littleEndian?: boolean
}): Promise<Buffer> {
  const plain = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#7a1f6b' } })
    .jpeg()
    .toBuffer()
  const exif = tiff(words.littleEndian ?? true, {
    main: [[0x010f, 'Findable Maker'], ...(words.exif ?? []), [0x8769, { ifd: 'exif' }], [0x8825, { ifd: 'gps' }]],
    exif: [
      [0x9286, `ASCII\0\0\0${secrets.comment}`],
      [0xa430, secrets.owner],
      [0xa431, secrets.serial],
      [0xa435, secrets.serial],
    ],
    gps: [
      [0x0001, 'N'],
      [0x001c, secrets.place],
    ],
    thumbnail: [[0x0201, Buffer.from(`\xff\xd8${secrets.thumbnail}\xff\xd9`, 'latin1')]],
  })
  const iptc = Buffer.concat([
    ...(words.iptcIsUtf8 ? [dataset(1, 90, Buffer.from('\x1b%G', 'latin1'))] : []),
    ...(words.iptc ?? []).map(([number, text]) => dataset(2, number, text)),
    dataset(2, 92, secrets.place),
  ])
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, 'Exif\0\0', exif),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp(words.xmp ?? '')),
    segment(0xed, 'Photoshop 3.0\0', resource(0x0404, iptc)),
    segment(0xe2, 'ICC_PROFILE\0\x01\x01', await namedProfile()),
    segment(0xfe, '', Buffer.from(secrets.comment)),
    plain.subarray(2),
    Buffer.from(secrets.trailer),
  ])
}

/** Faces by name, the places of editing and the history of the file, around what is meant to be read. */
function xmp(inside: string): Buffer {
  return Buffer.from(
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,30N" photoshop:City="${secrets.place}">${inside}
<mwg-rs:Regions xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"><mwg-rs:RegionList><rdf:Bag><rdf:li mwg-rs:Name="${secrets.face}" mwg-rs:Type="Face"/></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
<Iptc4xmpExt:PersonInImage xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><rdf:Bag><rdf:li>${secrets.face}</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
<xmpMM:History xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"><rdf:Seq><rdf:li>${secrets.history}</rdf:li></rdf:Seq></xmpMM:History>
<xmp:Thumbnails xmlns:xmp="http://ns.adobe.com/xap/1.0/"><rdf:Alt><rdf:li>${secrets.thumbnail}</rdf:li></rdf:Alt></xmp:Thumbnails></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
  )
}

/** A profile that works, with a name of its own where it is described. */
async function namedProfile(): Promise<Buffer> {
  const { icc } = await sharp(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .withIccProfile('p3')
      .png()
      .toBuffer(),
  ).metadata()
  const profile = Buffer.from(icc ?? [])
  // Behind its last tag, where readers that go by its table do not look.
  const named = Buffer.concat([profile, Buffer.from(secrets.profile)])
  named.writeUInt32BE(named.length, 0)
  return named
}

function segment(marker: number, name: string, body: Uint8Array): Buffer {
  const head = Buffer.from(name, 'latin1')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(2 + head.length + body.length)
  return Buffer.concat([Uint8Array.of(0xff, marker), length, head, body])
}

function resource(id: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(12)
  head.write('8BIM', 'latin1')
  head.writeUInt16BE(id, 4)
  head.writeUInt32BE(body.length, 8)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

function dataset(record: number, number: number, text: string | Uint8Array): Buffer {
  const body = Buffer.from(text)
  return Buffer.concat([Uint8Array.of(0x1c, record, number, body.length >> 8, body.length & 255), body])
}

/** TIFF 6.0: the directories one after another, each with its values behind it. */
function tiff(little: boolean, directories: Directories): Buffer {
  const names = ['main', 'exif', 'gps', 'thumbnail'] as const
  const starts = {} as Record<keyof Directories, number>
  let end = 8
  for (const name of names) {
    starts[name] = end
    end += sizeOf(directories[name])
  }
  const out = Buffer.alloc(end)
  const view = new DataView(out.buffer, out.byteOffset, out.byteLength)
  out.write(little ? 'II' : 'MM', 'latin1')
  view.setUint16(2, 42, little)
  view.setUint32(4, starts.main, little)
  for (const name of names) {
    const entries = written(directories[name])
    let at = starts[name]
    let free = at + 2 + entries.length * 12 + 4
    view.setUint16(at, entries.length, little)
    at += 2
    for (const { tag, type, count, bytes, ifd, isOffset } of entries) {
      view.setUint16(at, tag, little)
      view.setUint16(at + 2, type, little)
      view.setUint32(at + 4, count, little)
      if (ifd !== undefined) view.setUint32(at + 8, starts[ifd], little)
      else if (bytes.length <= 4 && !isOffset) out.set(bytes, at + 8)
      else {
        view.setUint32(at + 8, free, little)
        out.set(bytes, free)
        free += bytes.length
      }
      at += 12
    }
    view.setUint32(at, name === 'main' ? starts.thumbnail : 0, little)
  }
  return out
}

type Written = {
  tag: number
  type: number
  count: number
  bytes: Uint8Array
  ifd?: keyof Directories
  isOffset?: boolean
}

function written(entries: readonly Entry[]): Written[] {
  return entries.flatMap(([tag, value]): Written[] => {
    if (tag === 0x0201 && value instanceof Uint8Array)
      return [
        { tag, type: 4, count: 1, bytes: value, isOffset: true },
        { tag: 0x0202, type: 3, count: 1, bytes: Uint8Array.of(value.length, 0, 0, 0) },
      ]
    if (typeof value === 'object' && 'ifd' in value)
      return [{ tag, type: 4, count: 1, bytes: new Uint8Array(4), ifd: value.ifd }]
    const bytes = Buffer.concat([typeof value === 'string' ? Buffer.from(value) : value, Buffer.alloc(1)])
    return [{ tag, type: 2, count: bytes.length, bytes }]
  })
}

function sizeOf(entries: readonly Entry[]): number {
  const all = written(entries)
  return (
    2 +
    all.length * 12 +
    4 +
    all.reduce((sum, { bytes, isOffset }) => sum + (bytes.length > 4 || isOffset ? bytes.length : 0), 0)
  )
}

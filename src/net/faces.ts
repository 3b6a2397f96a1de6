/**
 * Our own faces for pictures made of words. The packages bring them as WOFF (or WOFF2, chinese-faces.ts), which the
 * library that sets the words does not read: they are unpacked once into the data directory. What each covers is read from the face itself, so that no
 * word is ever set in whatever the machine has, or in empty boxes.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { chineseFaces } from './chinese-faces.ts'
import { type Face, keepFace } from './kept-faces.ts'

type Wanted = {
  readonly pack: string
  readonly part: string
  readonly weight: 500 | 600
  readonly family: string
  /** Letters that call for it. */
  readonly script: RegExp
}

const serif = (part: string, script: RegExp): Wanted => ({
  ...{ pack: 'source-serif-4', part, weight: 600, family: 'Source Serif 4 SemiBold', script },
})
const sans = (name: string, part: string, title: string, script: RegExp): Wanted => ({
  ...{ pack: `ibm-plex-sans-${name}`, part, weight: 600, family: `IBM Plex Sans ${title} SemiBold`, script },
})
const mono = (part: string, script: RegExp): Wanted => ({
  ...{ pack: 'ibm-plex-mono', part, weight: 500, family: 'IBM Plex Mono Medium', script },
})

const latin = /[\s\S]/
const extended = /[^\0-\u00ff]/
const scripts: readonly Wanted[] = [
  sans('arabic', 'arabic', 'Arabic', /\p{Script=Arabic}/u),
  sans('hebrew', 'hebrew', 'Hebrew', /\p{Script=Hebrew}/u),
  sans('devanagari', 'devanagari', 'Devanagari', /\p{Script=Devanagari}/u),
  sans('thai', 'thai', 'Thai', /\p{Script=Thai}/u),
  sans('kr', 'korean', 'KR', /\p{Script=Hangul}/u),
  sans('jp', 'japanese', 'JP', /[\p{Script=Hiragana}\p{Script=Katakana}]/u),
]
/** Its Han letters, which are not quite those of China. */
const japanese = sans('jp', 'japanese', 'JP', /\p{Script=Han}/u)
const voices = {
  serif: [
    serif('latin', latin),
    serif('latin-ext', extended),
    serif('vietnamese', /[\u0300-\u0309\u1ea0-\u1ef9\u20ab]/),
    serif('greek', /\p{Script=Greek}/u),
    serif('cyrillic', /\p{Script=Cyrillic}/u),
    serif('cyrillic-ext', /\p{Script=Cyrillic}/u),
    ...scripts,
  ],
  mono: [mono('latin', latin), mono('latin-ext', extended), mono('cyrillic', /\p{Script=Cyrillic}/u), ...scripts],
} as const
export type Voice = keyof typeof voices

const loaded = new Map<string, Promise<Face>>()

/** The faces that set these words of a text in this language; undefined where some character is in none of ours. */
export async function facesFor(
  words: string,
  voice: Voice,
  { folder, language }: { readonly folder: string; readonly language: string },
): Promise<Face[] | undefined> {
  const wanted = voices[voice].filter(({ script }) => script.test(words))
  const faces = await Promise.all(wanted.map((one) => loadedOnce(one, folder)))
  const lacking = () =>
    [...words].filter(
      (letter) => !/[\s\p{Cf}]/u.test(letter) && !faces.some(({ covers }) => covers(letter.codePointAt(0) ?? 0)),
    )
  // What the one country's face lacks the other's may have.
  const isJapanese = /^(?:ja|ko)\b/.test(language) || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)
  for (const of of isJapanese ? (['jp', 'sc'] as const) : (['sc', 'jp'] as const)) {
    if (!lacking().some((letter) => great.test(letter))) break
    if (of === 'sc') faces.push(...(await chineseFaces(lacking().join(''), folder)))
    else faces.push(await loadedOnce(japanese, folder))
  }
  return lacking().length === 0 ? faces : undefined
}

/** Letters and signs that only the great faces have. */
const great = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

function loadedOnce(wanted: Wanted, folder: string): Promise<Face> {
  const name = `${wanted.pack}-${wanted.part}-${wanted.weight}`
  const face = loaded.get(name) ?? load(wanted, name, folder)
  loaded.set(name, face)
  // What could not be read or written now may be another time.
  face.catch(() => loaded.delete(name))
  return face
}

async function load({ pack, part, weight, family }: Wanted, name: string, folder: string): Promise<Face> {
  const packed = fileURLToPath(import.meta.resolve(`@fontsource/${pack}/files/${pack}-${part}-${weight}-normal.woff`))
  const font = unpackWoff(await readFile(packed))
  return { file: await keepFace(folder, name, font), family, covers: coverage(font) }
}

/** WOFF 1.0 as the font it holds. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('This is no WOFF 1.0.')
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  const tables: Buffer[] = [head]
  let at = head.length
  for (let i = 0; i < count; i += 1) {
    const entry = 44 + 20 * i
    const [from, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(from, from + packed)
    const to = 12 + 16 * i
    woff.copy(head, to, entry, entry + 4)
    woff.copy(head, to + 4, entry + 16, entry + 20)
    head.writeUInt32BE(at, to + 8)
    head.writeUInt32BE(length, to + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    tables.push(packed < length ? inflateSync(bytes) : bytes, padding)
    at += length + padding.length
  }
  return Buffer.concat(tables)
}

/** Which characters a font has, by its `cmap` (OpenType 1.9, formats 4 and 12). */
function coverage(font: Buffer): (character: number) => boolean {
  const tables = font.readUInt16BE(4)
  const entry = Array.from({ length: tables }, (_, i) => 12 + 16 * i).find(
    (at) => font.toString('latin1', at, at + 4) === 'cmap',
  )
  if (entry === undefined) return () => false
  const cmap = font.subarray(font.readUInt32BE(entry + 8))
  const ranges: [number, number][] = []
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4))
    const format = table.readUInt16BE(0)
    if (format === 12)
      for (let g = 0; g < table.readUInt32BE(12); g += 1)
        ranges.push([table.readUInt32BE(16 + 12 * g), table.readUInt32BE(20 + 12 * g)])
    if (format !== 4) continue
    const segments = table.readUInt16BE(6) / 2
    for (let s = 0; s < segments; s += 1)
      ranges.push([table.readUInt16BE(16 + 2 * segments + 2 * s), table.readUInt16BE(14 + 2 * s)])
  }
  return (character) => ranges.some(([first, last]) => character >= first && character <= last && last !== 0xffff)
}

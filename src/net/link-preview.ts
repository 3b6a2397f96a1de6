/**
 * The picture that stands for a story where its link is passed on: its headline, genre, publisher and date, set in our
 * type. Made of words the gate lets a preview carry, and of nothing else.
 */
import sharp from 'sharp'
import { Unavailable } from '../core/errors.ts'
import { previewSize } from '../core/story/preview-words.ts'
import { facesFor, type Voice } from './faces.ts'
import type { Face } from './kept-faces.ts'

export type PreviewWords = {
  readonly network: string
  readonly date: string
  readonly genre: string
  readonly headline: string
  readonly publisher: string
  /** Of the headline: Han letters differ by country. */
  readonly language: string
  /** Whether a headline is read from the right. */
  readonly fromRight: boolean
  /** `#7a1f6b` */
  readonly accent: string
  /** A release is unmistakably a release. */
  readonly isRelease: boolean
}

const edge = 72
const measure = previewSize.width - 2 * edge
const colours = { paper: '#fbfaf6', ink: '#191613', soft: '#645d54', line: '#d9d3c7' } as const
/** A headline is set as large as it fits, in pixels. */
const headlineSizes = [76, 66, 58, 50, 44] as const
const headlineRoom = 258

/** Pictures being made and waiting: more at once are an attack, or a robot in a hurry. */
const mostWaiting = 40
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** A PNG; undefined where our faces lack a character of it. One is made at a time. `folder` keeps the faces. Throws Unavailable. */
export async function linkPreview(words: PreviewWords, folder: string): Promise<Uint8Array | undefined> {
  if (waiting >= mostWaiting) throw new Unavailable('Too many previews are asked for at once.')
  waiting += 1
  const made = last
    .then(() => compose(words, folder))
    .finally(() => {
      waiting -= 1
    })
  last = made.catch(() => undefined)
  return await made
}

async function compose(words: PreviewWords, folder: string): Promise<Uint8Array | undefined> {
  const { fromRight, isRelease, accent, language } = words
  const faces = { folder, language }
  const line = (text: string, voice: Voice, size: number, colour: string, width: number = measure) =>
    set({ text, voice, size, colour, width, faces, lines: 1 })
  const [network, date, publisher, headline, genre] = await Promise.all([
    line(words.network, 'serif', 38, colours.ink, 600),
    line(words.date, 'mono', 24, colours.soft, 430),
    line(words.publisher, 'serif', 34, colours.ink, 900),
    fitted(words.headline, faces),
    line(words.genre, 'mono', 22, isRelease ? colours.paper : colours.soft, 500),
  ])
  if (!network || !date || !publisher || !headline || !genre) return undefined
  const start = (width: number) => (fromRight ? previewSize.width - edge - width : edge)
  const end = (width: number) => (fromRight ? edge : previewSize.width - edge - width)
  const mark = { x: start(genre.width + 28), width: genre.width + 28 }
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><path fill="${colours.paper}" d="M0 0h1200v630H0z"/>
<path fill="${colours.ink}" d="M${edge} 128h${measure}v5H${edge}z"/><path fill="${accent}" d="M${edge} 524h${measure}v6H${edge}z"/>
<rect x="${mark.x + 1}" y="165" width="${mark.width - 2}" height="42" fill="${isRelease ? colours.ink : 'none'}" stroke="${isRelease ? colours.ink : colours.line}" stroke-width="2"/></svg>`
  const middle = (part: Set, centre: number) => Math.round(centre - part.height / 2)
  return await sharp(Buffer.from(ground))
    .composite([
      { input: network.bytes, left: start(network.width), top: middle(network, 88) },
      { input: date.bytes, left: end(date.width), top: middle(date, 90) },
      { input: genre.bytes, left: mark.x + 14, top: middle(genre, 186) },
      { input: headline.bytes, left: start(headline.width), top: 238 },
      { input: publisher.bytes, left: start(publisher.width), top: middle(publisher, 574) },
    ])
    .png({ palette: true, colours: 64 })
    .toBuffer()
}

type Set = { readonly bytes: Buffer; readonly width: number; readonly height: number }

async function fitted(headline: string, faces: Setting['faces']): Promise<Set | undefined> {
  let text = headline
  const at = (size: number) => set(settingOf(text, size, faces))
  const fits = (found: Set) => found.height <= headlineRoom && found.width <= measure
  for (const size of headlineSizes) {
    const found = await at(size)
    if (!found) return undefined
    if (fits(found)) return await balanced(found, (width) => set({ ...settingOf(text, size, faces), width }))
  }
  // Even the longest headline has a beginning.
  const size = headlineSizes.at(-1) ?? 44
  for (; text.length > 20; text = `${text.slice(0, Math.floor(text.length * 0.85)).trimEnd()}…`) {
    const found = await at(size)
    if (!found || fits(found)) return found
  }
  return undefined
}

function settingOf(text: string, size: number, faces: Setting['faces']): Setting {
  return { text, voice: 'serif', size, colour: colours.ink, width: measure, faces }
}

/** The same lines about equally long: the narrowest that takes no more of them. No word stands alone below the others. */
async function balanced(found: Set, narrower: (width: number) => Promise<Set | undefined>): Promise<Set> {
  let best = found
  let [least, most] = [Math.floor(measure / 2), found.width]
  for (let i = 0; i < 4 && most - least > 24; i += 1) {
    const width = Math.floor((least + most) / 2)
    const tried = await narrower(width)
    if (tried && tried.height <= found.height && tried.width <= width + 8) [best, most] = [tried, width]
    else least = width
  }
  return best
}

type Setting = {
  readonly text: string
  readonly voice: Voice
  readonly size: number
  readonly colour: string
  readonly width: number
  readonly faces: { readonly folder: string; readonly language: string }
  /** Words that must stand in one line are cut until they do. */
  readonly lines?: 1
}

/** Words as a picture without ground, as wide and high as they are. */
async function set(setting: Setting): Promise<Set | undefined> {
  const { voice, size, colour, width, lines } = setting
  let { text } = setting
  const faces = await facesFor(text, voice, setting.faces)
  if (!faces) return undefined
  await known(faces)
  // The comma ends the names: a word such as "Medium" would be read as a wish.
  const font = `${[...new Set(faces.map(({ family }) => family))].join(', ')}, ${size}`
  for (;;) {
    const weight = voice === 'serif' ? 600 : 500
    const markup = `<span foreground="${colour}" weight="${weight}">${escaped(breakable(text))}</span>`
    const { data, info } = await sharp({
      text: {
        text: markup,
        font,
        rgba: true,
        dpi: 72,
        spacing: Math.round(size * 0.08),
        wrap: 'word-char',
        ...(lines ? {} : { width }),
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true })
    if (!lines || info.width <= width || text.length < 4) return { bytes: data, width: info.width, height: info.height }
    text = `${text.slice(0, Math.floor(text.length * 0.9)).trimEnd()}…`
  }
}

/** A face is known to the library from the first time it is named by its file. */
const named = new Set<string>()
async function known(faces: readonly Face[]): Promise<void> {
  for (const { file, family } of faces) {
    if (named.has(file)) continue
    await sharp({ text: { text: 'a', font: `${family}, 12`, fontfile: file, dpi: 72 } })
      .png()
      .toBuffer()
    named.add(file)
  }
}

/**
 * Where lines may end, in scripts that do not tell it by spaces: after a Thai word, and not within one of the others. Said
 * by signs nobody sees.
 */
function breakable(text: string): string {
  if (!joined.test(text)) return text
  return [...words.segment(text)]
    .map(({ segment }) => {
      if (/\p{Script=Thai}/u.test(segment)) return `${segment}\u200b`
      return joined.test(segment) ? [...segment].join('\u2060') : segment
    })
    .join('')
}
const words = new Intl.Segmenter('th', { granularity: 'word' })
const joined = /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

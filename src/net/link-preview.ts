/**
 * The picture that stands for a story where its link is passed on: its headline, genre, publisher and date, set in our
 * type. Made of words the gate lets a preview carry, and of nothing else.
 */
import sharp from 'sharp'
import { Unavailable } from '../core/errors.ts'
import { previewSize } from '../core/story/preview-words.ts'
import { type Face, facesFor, type Voice } from './faces.ts'

export type PreviewWords = {
  readonly network: string
  readonly date: string
  readonly genre: string
  readonly headline: string
  readonly publisher: string
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
const headlineRoom = 270

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
  const { fromRight, isRelease, accent } = words
  const line = (text: string, voice: Voice, size: number, colour: string, width: number = measure) =>
    set({ text, voice, size, colour, width, folder, lines: 1 })
  const [network, date, publisher, headline, genre] = await Promise.all([
    line(words.network, 'serif', 38, colours.ink, 600),
    line(words.date, 'mono', 24, colours.soft, 430),
    line(words.publisher, 'serif', 34, colours.ink, 900),
    fitted(words.headline, folder),
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
      { input: headline.bytes, left: start(headline.width), top: 232 },
      { input: publisher.bytes, left: start(publisher.width), top: middle(publisher, 574) },
    ])
    .png({ palette: true, colours: 64 })
    .toBuffer()
}

type Set = { readonly bytes: Buffer; readonly width: number; readonly height: number }

async function fitted(headline: string, folder: string): Promise<Set | undefined> {
  let text = headline
  for (const size of headlineSizes) {
    const found = await set({ text, voice: 'serif', size, colour: colours.ink, width: measure, folder })
    if (!found || (found.height <= headlineRoom && found.width <= measure)) return found
  }
  // Even the longest headline has a beginning.
  const size = headlineSizes.at(-1) ?? 44
  for (; text.length > 20; text = `${text.slice(0, Math.floor(text.length * 0.85)).trimEnd()}…`) {
    const found = await set({ text, voice: 'serif', size, colour: colours.ink, width: measure, folder })
    if (!found || (found.height <= headlineRoom && found.width <= measure)) return found
  }
  return undefined
}

type Setting = {
  readonly text: string
  readonly voice: Voice
  readonly size: number
  readonly colour: string
  readonly width: number
  readonly folder: string
  /** Words that must stand in one line are cut until they do. */
  readonly lines?: 1
}

/** Words as a picture without ground, as wide and high as they are. */
async function set(setting: Setting): Promise<Set | undefined> {
  const { voice, size, colour, width, folder, lines } = setting
  let { text } = setting
  const faces = await facesFor(text, voice, folder)
  if (!faces) return undefined
  await known(faces)
  // The comma ends the names: a word such as "Medium" would be read as a wish.
  const font = `${[...new Set(faces.map(({ family }) => family))].join(', ')}, ${size}`
  for (;;) {
    const markup = `<span foreground="${colour}">${escaped(text)}</span>`
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

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

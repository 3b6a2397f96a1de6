/** The first sentences of a text, for lists and previews: plain text on one line, never markup. */
import { hasNoBreak, withMeant } from '../spaces.ts'
import { linesOf } from './lines.ts'
import { type SafeHtml, sanitise } from './sanitise.ts'

/**
 * The first whole sentences that fit into `most` characters; when even the first does not, as many of its words as do,
 * with an ellipsis. Never cut inside a word, an address, a link's words, an emoji, or a phrase of the other direction.
 */
export function excerpt(html: SafeHtml, { most }: { most: number }, again = 3): string {
  const { text, ties } = prose(beginning(html))
  // Markup that was escaped once too often is still markup to a reader.
  if (again > 0 && markup.test(text)) return excerpt(sanitise(text), { most }, again - 1)
  if (tag.test(text)) return excerpt(sanitise(text.replace(/[<>]/g, ' ')), { most }, 0)
  if (text.length <= most) return openEnded(text)
  const near = text.slice(0, most * 3)
  const hard = addresses(near)
  // What alone is longer than the excerpt must be cut somewhere.
  const soft = [...ties, ...foreignRuns(near)].filter((tie) => tie.to - tie.from <= most)
  const sentence = lastSentence(text, most, (at) => isFree(at, hard) && isFree(at, soft))
  if (sentence !== undefined) return openEnded(closed(text.slice(0, sentence)))
  const words = text.slice(0, lastWord(text, most - 1, hard, soft)).replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:.…]+$/u, '')
  return openEnded(`${closed(words)}…`)
}

/** What ends with an ellipsis has no comma, colon, dash or opening bracket left hanging before it. */
export function openEnded(text: string): string {
  const end = /(?:…|\.\.\.)$/.exec(text.slice(-3))
  if (!end) return text
  const before = text.slice(0, text.length - end[0].length)
  // Quotation marks and marks of direction may close what the comma ended.
  const closing = /[\s\p{Pf}"\u202c\u2069]{0,5}$/u.exec(before.slice(-5))?.[0] ?? ''
  const words = before.slice(0, before.length - closing.length)
  const last = words.slice(-20).search(hanging)
  return last < 0 ? text : `${words.slice(0, words.length - Math.min(20, words.length) + last)}${closing.trim()}…`
}
const hanging = /[\s\p{Pd}\p{Ps}\p{Pi},;:،؛、，；：]*[\p{Pd}\p{Ps}\p{Pi},;:،؛、，；：]$/u

function isFree(at: number, ties: readonly Tie[]): boolean {
  return ties.every((tie) => at <= tie.from || at >= tie.to)
}

/** Enough of a long text, up to the end of a tag. */
function beginning(html: SafeHtml): SafeHtml {
  return html.length < 8_000 ? html : (html.slice(0, html.lastIndexOf('>', 8_000) + 1 || 8_000) as SafeHtml)
}

const tag = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]*)?\/?>/i
const markup = new RegExp(`${tag.source}|&(?:#\\d{2,6}|#x[0-9a-f]{2,6}|[a-z]{2,8});`, 'i')

type Tie = { readonly from: number; readonly to: number }

/** What is told in sentences: not headings, captions, lists and tables, unless there is nothing else. */
function prose(html: SafeHtml): { text: string; ties: Tie[] } {
  const keeps = hasNoBreak(html)
  const lines = linesOf(html, keeps ? 'asWritten' : 'ordinary')
  const told = lines.filter((line) => line.text !== '')
  const spoken = told.filter((line) => paragraphs.has(line.name))
  const some =
    spoken.some((line) => ending.test(line.text)) || spoken.reduce((sum, line) => sum + line.text.length, 0) > 60
      ? spoken
      : told
  // A byline, a place or a label may stand before the first sentence.
  const first = some.findIndex((line) => ending.test(line.text) || line.text.length > 80)
  let text = ''
  const ties: Tie[] = []
  for (const line of some.slice(Math.max(0, first))) {
    if (text !== '') text += ' '
    for (const { from, to } of line.links) ties.push({ from: text.length + from, to: text.length + to })
    text += line.text
    if (text.length > 3_000) break
  }
  return { text: keeps ? withMeant(text) : text, ties }
}
const paragraphs: ReadonlySet<string> = new Set(['', 'p', 'div', 'blockquote', 'dd', 'details'])
const ending = /[.!?…。！？؟।۔։።]["'”’»)\]]*$/u

/** After the last sentence that fits. One short sentence out of a long text tells too little. */
function lastSentence(text: string, most: number, isFree: (at: number) => boolean): number | undefined {
  let end = 0
  for (const { segment, index } of sentences.segment(text.slice(0, most * 2))) {
    const stop = index + segment.trimEnd().length
    if (stop > most) break
    if (isFree(stop) && ending.test(text.slice(0, stop)) && !abbreviation.test(text.slice(0, stop))) end = stop
  }
  return end > most / 3 ? end : undefined
}

/** After the last word that ends at `most` or before, or the last character a reader would see as one. */
function lastWord(text: string, most: number, hard: readonly Tie[], soft: readonly Tie[]): number {
  let free = 0
  let any = 0
  for (const { index, segment } of words.segment(text.slice(0, most + 60))) {
    const stop = index + segment.length
    if (stop > most) break
    if (!isFree(stop, hard)) continue
    any = stop
    if (isFree(stop, soft)) free = stop
  }
  if (free > most / 4) return free
  if (any > 0) return any
  let end = 0
  for (const { index } of characters.segment(text.slice(0, most + 60))) if (index <= most) end = index
  return end
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const words = new Intl.Segmenter('en', { granularity: 'word' })
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A full stop that ends no sentence, in the languages that abbreviate with one. */
const abbreviation =
  /(?:^|[\s(«“"„])(?:(?:\p{L}\.){1,5}|(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Ste|Sr|Jr|Rev|Hon|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|vs|No|Nr|Nos|Inc|Ltd|Corp|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|bzw|ca|Abs|Art|Bd|Str|Tel|Hrsg|Mme|Mlle|Sra|Srta|Dra|Ud|Uds|pág|núm|Sig|Dott|avv|ing|mln|mld|ul|св|ул|стр|им|гг?|руб|млн|млрд)\.)$/u

function addresses(text: string): Tie[] {
  return [
    ...text.matchAll(/(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/\S+/gi),
  ].map(tieOf)
}

/** Phrases that run against the direction of the text around them. */
function foreignRuns(text: string): Tie[] {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return [...text.matchAll(rightToLeft.test(first) ? leftRuns : rightRuns)].map(tieOf)
}
const right = String.raw`[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]`
const left = String.raw`(?!${right})\p{L}`
const rightToLeft = new RegExp(right, 'u')
const rightRuns = new RegExp(`${right}(?:(?:(?!${left}).)*${right})?`, 'gsu')
const leftRuns = new RegExp(`${left}(?:(?:(?!${right}).)*${left})?`, 'gsu')

function tieOf(match: RegExpExecArray): Tie {
  return { from: match.index, to: match.index + match[0].length }
}

/** Marks of direction that open a run close it too, so that nothing after it is turned around. */
function closed(text: string): string {
  const open: string[] = []
  for (const mark of text.match(/[\u202a-\u202e\u2066-\u2069]/g) ?? []) {
    if (mark === '\u202c' || mark === '\u2069') {
      if (open.at(-1) === mark) open.pop()
    } else open.push(mark >= '\u2066' ? '\u2069' : '\u202c')
  }
  return text + open.reverse().join('')
}

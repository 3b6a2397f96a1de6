/** Plain text of markup. */
import { decodeHTML } from 'entities/decode'
import { hasNoBreak, isOneSpace, withMeant, withRuns } from '../spaces.ts'
import { blocks, dropped } from './allowed.ts'
import { sightOf } from './hidden.ts'
import { readHtml } from './read.ts'
import { SafeTags } from './safe-tags.ts'
import type { SafeHtml } from './sanitise.ts'
import type { Attribute, Sink } from './sink.ts'

/** Readable text with a blank line between paragraphs and none of the markup. */
export function plainText(html: string): string {
  return tidy(/[<&]/.test(html) ? readHtml(html, new TextWriter()).words : html)
}

/** As `plainText`, of what `sanitise` wrote: nothing in it is hidden. */
export function textOfSafe(html: SafeHtml): string {
  if (!/[<&]/.test(html)) return tidy(html)
  // Most texts have none, and looking for them in every piece is dear.
  const keeps = hasNoBreak(html)
  const text = new SpacedText(keeps)
  const tags = new SafeTags(html)
  let told = 0
  while (tags.next()) {
    const { name, closes, start, end } = tags
    text.add(html.slice(told, start))
    told = end
    if (blocks.has(name)) text.breakLine(2)
    else if (name === 'br') text.breakLine(1)
    else if (closes && (name === 'td' || name === 'th')) text.add(' ')
  }
  text.add(html.slice(told))
  return keeps ? withMeant(text.words) : text.words
}
const oddSpace = /[^\S ]/
const runs = /\s+/g

/** Words as they come, one space between them, at most one empty line between lines. */
class SpacedText {
  words = ''
  #lines = 0
  /** The space that what comes next is set apart by: none, an ordinary one, or one that does not break. */
  #space = ''
  readonly #keeps: boolean

  constructor(keepsNoBreak: boolean) {
    this.#keeps = keepsNoBreak
  }

  add(piece: string): void {
    if (piece === '') return
    const plain = piece.includes('&') ? decodeHTML(piece) : piece
    const isEven = !plain.includes('  ') && !oddSpace.test(plain)
    const words = isEven ? plain : this.#keeps ? withRuns(plain, runs) : plain.replace(runs, ' ')
    if (isOneSpace(words.charCodeAt(0))) this.#set(words.charAt(0))
    const said = words.trim()
    if (said === '') return
    if (this.words !== '') this.words += this.#lines > 0 ? '\n\n'.slice(0, this.#lines) : this.#space
    this.words += said
    this.#lines = 0
    this.#space = isOneSpace(words.charCodeAt(words.length - 1)) ? words.charAt(words.length - 1) : ''
  }

  #set(space: string): void {
    this.#space = this.#space === '' ? space : ' '
  }

  breakLine(lines: number): void {
    this.#lines += lines
  }
}

class TextWriter implements Sink {
  words = ''
  #marked = ''
  #muted = 0
  readonly #open: { readonly name: string; readonly unseen: number }[] = []

  open(name: string, attributes: readonly Attribute[]): void {
    const outer = this.#open.at(-1)?.unseen ?? 0
    const unseen =
      this.#muted > 0 || dropped.has(name) || silent.has(name) ? undefined : sightOf(name, attributes, outer)
    if (unseen === undefined) {
      this.#muted += 1
      return
    }
    if (blocks.has(name)) this.words += '\n\n'
    else if (name === 'br') this.words += '\n'
    this.#open.push({ name, unseen })
  }

  text(text: string): void {
    if (this.#muted === 0 && (this.#open.at(-1)?.unseen ?? 0) === 0) this.words += withRuns(text, /\s{2,}|[^\S ]/g)
  }

  close(): void {
    if (this.#muted > 0) {
      this.#muted -= 1
      return
    }
    const name = this.#open.pop()?.name ?? ''
    if (blocks.has(name)) this.words += '\n\n'
    else if (name === 'td' || name === 'th') this.words += ' '
  }

  mark(): void {
    this.#marked = this.words
  }

  rewind(): void {
    this.words = this.#marked
    this.#muted = 0
    this.#open.length = 0
  }
}

/** What they hold is for who cannot play them. */
const silent: ReadonlySet<string> = new Set(['iframe', 'video', 'audio'])

function tidy(text: string): string {
  const even = withRuns(text.replace(/[\0\u00ad]/g, ''), /[^\S\n]{2,}|[^\S\n ]/g)
  return withMeant(
    even
      .replace(/[^\S\n]?\n[^\S\n]?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
}

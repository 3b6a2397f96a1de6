/** Plain text of markup: whole, in a line, or its first sentences. */
import { blocks, dropped } from './allowed.ts'
import { sightOf } from './hidden.ts'
import { readHtml } from './read.ts'
import type { Attribute, Sink } from './sink.ts'

/** Readable text with a blank line between paragraphs and none of the markup. */
export function plainText(html: string): string {
  return tidy(/[<&]/.test(html) ? readHtml(html, new TextWriter()).words : html)
}

/** Text on one line, e.g. of a title that holds markup or entities. */
function inlineText(markup: string): string {
  return plainText(markup).replace(/\s+/g, ' ').trim()
}

/**
 * The first whole sentences that fit into `most` characters; when even the first does not, as many of its words as do,
 * with an ellipsis. Never cut inside a word, an emoji or a run of marks. Plain text, one line.
 */
export function excerpt(html: string, { most }: { most: number }): string {
  const text = inlineText(html)
  if (text.length <= most) return text
  let end = 0
  for (const { segment, index } of sentences.segment(text.slice(0, most * 3))) {
    const stop = index + segment.trimEnd().length
    if (stop > most) break
    end = stop
  }
  // One short sentence out of a long text tells too little: words then fill the room.
  if (end > most / 3) return text.slice(0, end)
  let cut = 0
  for (const { index, segment } of words.segment(text.slice(0, most + 40))) {
    if (index + segment.length > most - 1) break
    cut = index + segment.length
  }
  return `${text.slice(0, cut).replace(/[\s\p{P}]+$/u, '')}…`
}
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

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
    if (this.#muted === 0 && (this.#open.at(-1)?.unseen ?? 0) === 0) this.words += text.replace(/\s+/g, ' ')
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
  return text
    .replace(/[\0\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

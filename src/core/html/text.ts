/** Plain text of markup. */
import { blocks, dropped } from './allowed.ts'
import { sightOf } from './hidden.ts'
import { readHtml } from './read.ts'
import type { Attribute, Sink } from './sink.ts'

/** Readable text with a blank line between paragraphs and none of the markup. */
export function plainText(html: string): string {
  return tidy(/[<&]/.test(html) ? readHtml(html, new TextWriter()).words : html)
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

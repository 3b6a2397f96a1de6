/**
 * Writes safe HTML of what a reader tells: the one place that decides what of foreign markup stays. Nothing is passed
 * through as it came; tags, attributes and text are all written anew.
 */
import { escapeAttribute, escapeText, writtenAttributes } from './attributes.ts'
import { type Embed, embedOf, embedSource, embedWords, isPost, postTarget } from './embeds.ts'
import { type Fate, fateOf } from './fates.ts'
import { sightOf, unseenByVisibility } from './hidden.ts'
import { hasInvisible, withoutInvisible } from './invisible.ts'
import { Nesting, type Tag } from './nesting.ts'
import { pictureOf } from './pictures.ts'
import { type Attribute, attribute, type Sink } from './sink.ts'
import { isShareBar } from './widgets.ts'

type Frame = {
  /** The nearest element that is written, itself or one around it; empty at the top. */
  readonly name: string
  /** Undefined where its own tags are not written. */
  readonly fate: Fate | undefined
  /** How many pieces there were before it. */
  readonly at: number
  readonly base: string | undefined
  readonly unseen: number
  readonly inLink: boolean
  /** How many written elements it stands in, itself included. */
  readonly depth: number
  readonly embed: Embed | undefined
  /** Where the post is that a script was to fetch. */
  readonly post: string | undefined
}

/** Deeper than this nobody writes; what is deeper is kept as if its elements were not there. */
const deepest = 80
/** Links are their writers' word, not the network's: no search engine should take them for its own. */
const linkRel = ' rel="nofollow noopener ugc"'

export class SafeWriter implements Sink {
  readonly #out: string[] = []
  readonly #frames: Frame[] = []
  #top: Frame
  /** How many elements are open from the one on that is not written at all. */
  #muted = 0
  /** Text that no tag has ended yet. */
  #words = ''
  readonly #tags = new Tags()
  #nesting = new Nesting(this.#tags)
  #certain = true
  #marked = { pieces: 0, words: '', certain: true }

  constructor(base: string | undefined) {
    const none = { embed: undefined, post: undefined }
    this.#top = { name: '', fate: undefined, at: 0, base, unseen: 0, inLink: false, depth: 0, ...none }
  }

  mark(): void {
    this.#marked = { pieces: this.#out.length, words: this.#words, certain: this.#certain }
  }

  rewind(): void {
    this.#out.length = this.#marked.pieces
    this.#words = this.#marked.words
    this.#certain = this.#marked.certain
    this.#top = this.#frames[0] ?? this.#top
    this.#frames.length = 0
    this.#muted = 0
    this.#nesting = new Nesting(this.#tags)
  }

  get html(): string {
    this.#endText()
    return this.#out.join('').trim()
  }

  /** Whether a reader will be told what was written, no more and no less: cleaned again, it stays the same. */
  get certain(): boolean {
    return this.#certain
  }

  text(text: string): void {
    if (this.#muted === 0 && this.#top.unseen === 0) this.#words += text
  }

  open(name: string, attributes: readonly Attribute[]): void {
    if (this.#muted > 0) this.#muted += 1
    else if (!this.#enter(name, attributes)) this.#muted = 1
  }

  close(): void {
    if (this.#muted > 0) {
      this.#muted -= 1
      return
    }
    const frame = this.#top
    this.#top = this.#frames.pop() ?? frame
    if (frame.embed) this.#closeEmbed(frame, frame.embed)
    else if (frame.fate) this.#closeElement(frame, frame.fate)
  }

  /** False where neither the element nor anything in it is written, or all of it already was. */
  #enter(name: string, attributes: readonly Attribute[]): boolean {
    const { base: outerBase, unseen: outerUnseen, depth, inLink } = this.#top
    const plain = attributes.length === 0
    const unseen = plain && name !== 'dialog' ? outerUnseen : sightOf(name, attributes, outerUnseen)
    if (unseen === undefined || (!plain && isShareBar(name, attributes))) return false
    const base = plain ? outerBase : baseOf(attributes, outerBase)
    const fate = fateOf(name)
    switch (fate.what) {
      case 'image':
        return this.#image(attributes, unseen, base)
      case 'embed':
        return this.#openEmbed(embedOf(name, attributes, base), unseen, base)
      case 'dropped':
        return this.#drop(name, attributes, unseen, base)
      case 'unwrapped':
        return this.#unwrap(unseen, base)
    }
    const isLink = fate.what === 'link'
    if (depth >= deepest || (isLink && inLink)) return this.#unwrap(unseen, base)
    const written = plain ? '' : writtenAttributes(fate.tag.name, fate.attributes, attributes, base)
    if (isLink && !written.includes(' href=')) return this.#unwrap(unseen, base)
    const at = this.#tag(fate.tag, `<${fate.tag.name}${written}${isLink ? linkRel : ''}>`, fate.what === 'void')
    if (fate.what === 'void') return false
    const post = !plain && isPost(name, attribute(attributes, 'class')) ? postTarget(attributes, base) : undefined
    const within = { inLink: inLink || isLink, depth: depth + 1 }
    return this.#push({ name: fate.tag.name, fate, at, base, unseen, ...within, embed: undefined, post })
  }

  #push(frame: Frame): true {
    this.#frames.push(this.#top)
    this.#top = frame
    return true
  }

  /** What is in it is written, it is not. */
  #unwrap(unseen: number, base: string | undefined): true {
    return this.#push({ ...this.#top, fate: undefined, unseen, base, embed: undefined })
  }

  /** Words on a button that is a link are the link's. */
  #drop(name: string, attributes: readonly Attribute[], unseen: number, base: string | undefined): boolean {
    if (name === 'button' && this.#top.inLink) return this.#unwrap(unseen, base)
    if (this.#top.embed) embedSource(this.#top.embed, name, attributes, base)
    return false
  }

  #image(attributes: readonly Attribute[], unseen: number, base: string | undefined): false {
    if ((unseen & unseenByVisibility) !== 0) return false
    const picture = pictureOf(attributes, base)
    if (typeof picture === 'string') this.text(picture)
    else if (picture) {
      const { src, alt, width, height } = picture
      const size = `${width ? ` width="${width}"` : ''}${height ? ` height="${height}"` : ''}`
      this.#tag(img, `<img src="${escapeAttribute(src)}" alt="${escapeAttribute(alt)}"${size} loading="lazy">`, true)
    }
    return false
  }

  /** Writes a start tag and tells where it stands. */
  #tag(tag: Tag, written: string, isVoid = false): number {
    this.#endText()
    const told = this.#tags.told
    if (!this.#nesting.start(tag, none) || this.#tags.told - told !== (isVoid ? 2 : 1)) this.#certain = false
    return this.#out.push(written) - 1
  }

  #endTag(tag: Tag): void {
    const told = this.#tags.told
    if (!this.#nesting.end(tag) || this.#tags.told - told !== 1) this.#certain = false
  }

  #endText(): void {
    if (this.#words === '') return
    const seen = escapeText(withoutInvisible(this.#words))
    this.#words = ''
    if (seen === '') return
    // What nobody sees was judged by its neighbours: with others it may be judged otherwise.
    const before = this.#out.at(-1)
    if (before !== undefined && !before.startsWith('<') && hasInvisible(before + seen)) this.#certain = false
    this.#out.push(seen)
    if (!this.#nesting.takesText && /\S/.test(seen)) this.#certain = false
  }

  #closeElement(frame: Frame, fate: Fate): void {
    const { name } = fate.tag
    const { at, post, inLink } = frame
    this.#endText()
    const out = this.#out
    if (post !== undefined && !inLink && !out.slice(at).some((piece) => piece.startsWith('<a ')))
      this.#link(post, embedWords({ name, title: '', target: post }), frame)
    this.#endTag(fate.tag)
    if (fate.pointless && this.#isBlank(at + 1)) {
      // Between words, white space without its element is still white space.
      if (fate.apart) out.length = at
      else out.splice(at, 1)
      return
    }
    if (name === 'pre' && out[at + 1]?.startsWith('\n')) out[at + 1] = `\n${out[at + 1]}`
    out.push(`</${name}>`)
  }

  #openEmbed(embed: Embed, unseen: number, base: string | undefined): true {
    this.#endText()
    return this.#push({ ...this.#top, fate: undefined, at: this.#out.length, unseen, base, embed })
  }

  /** The link takes the place of everything in it, which was for who cannot play it. */
  #closeEmbed({ at, unseen, inLink }: Frame, embed: Embed): void {
    this.#endText()
    const { target } = embed
    const isShown = target !== undefined && !inLink && (unseen & unseenByVisibility) === 0
    if (isShown || !/^(?:object|applet)$/.test(embed.name)) this.#out.length = at
    if (isShown) this.#link(target, embedWords(embed), this.#top)
  }

  /** A link of our own: a paragraph where it would else run into its neighbours. */
  #link(target: string, words: string, { name, depth }: Frame): void {
    if (depth > deepest - 2) return
    const apart = containers.has(name)
    if (apart) this.#tag(paragraph, '<p>')
    this.#tag(anchor, `<a href="${escapeAttribute(target)}"${linkRel}>`)
    this.#out.push(escapeText(words), '</a>')
    this.#endTag(anchor)
    if (!apart) return
    this.#out.push('</p>')
    this.#endTag(paragraph)
  }

  #isBlank(from: number): boolean {
    for (let at = from; at < this.#out.length; at += 1) {
      const piece = this.#out[at] ?? ''
      if (piece !== '<br>' && /\S/.test(piece)) return false
    }
    return true
  }
}

/** Counts what a reader of our tags would be told. */
class Tags implements Sink {
  told = 0
  open(): void {
    this.told += 1
  }
  close(): void {
    this.told += 1
  }
  text(): void {}
  mark(): void {}
  rewind(): void {}
}

const none: readonly Attribute[] = []
const img: Tag = { name: 'img', role: 'void' }
const anchor: Tag = { name: 'a', role: 'link' }
const paragraph: Tag = { name: 'p', role: 'block' }

/** Where a link in place of a player stands on its own. */
const containers: ReadonlySet<string> = new Set(['', 'div', 'figure', 'blockquote', 'aside', 'details', 'td'])

function baseOf(attributes: readonly Attribute[], outer: string | undefined): string | undefined {
  const own = attribute(attributes, 'xml:base')
  return own === undefined ? outer : (URL.parse(own, outer)?.href ?? outer)
}

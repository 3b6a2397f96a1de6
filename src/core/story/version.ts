/** When a text is a new version: when readers would see a difference. */
import { inNormalForm } from '../normal-form.ts'
import type { BackMatter } from './back-matter.ts'
import type { Picture } from './story.ts'

/** All of a version that readers may meet. */
export type Said = {
  readonly headline: string
  readonly standfirst: string
  readonly excerpt: string
  readonly body: string
  readonly byline: string
  readonly language: string
  readonly located: string
  readonly pictures: readonly Picture[]
  readonly backMatter?: BackMatter | null
}

/** What readers see of a text: two that read the same are the same, however they are written down. */
export function seenIn(said: Said): string {
  const { headline, standfirst, excerpt, body, byline, language, located, pictures, backMatter } = said
  return JSON.stringify([
    ...[headline, standfirst, excerpt, written(body), byline].map(asRead),
    language,
    located,
    inOrder(pictures.map(asSeen)),
    backMatter ? inOrder(backMatter) : '',
  ])
}

/** What stands after a file's name in a publisher's address (a size, a signature that ends) shows readers nothing new. */
function asSeen(picture: Picture): Picture {
  return { ...picture, url: picture.url.replace(/(\.(?:jpe?g|png|webp|gif|avif))\?.*$/is, '$1') }
}

/** JSON whose keys have an order of their own: the database keeps them in another. */
export function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part !== 'object' || part === null || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
}

/** Spaces read alike however many and of whichever kind; a letter reads the same composed or not. */
function asRead(text: string): string {
  const spaced = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
  return plain.test(spaced) ? spaced : inNormalForm(spaced.replace(/[\u200b\u2060\ufeff\u00ad]/g, ''), 'NFC')
}

const plain = /^[\0-\x7f]*$/

/** Markup without the space around blocks, which nobody sees. */
function written(html: string): string {
  return html
    .replaceAll('&nbsp;', ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(afterBlock, '$1')
    .replace(beforeBlock, '')
}

const blocks = '<\\/?(?:p|div|ul|ol|li|h[1-6]|blockquote|figure|figcaption|table|tr|td|th|tbody|thead|br|hr|section)\\b'
const afterBlock = new RegExp(`(${blocks}[^>]*>) `, 'g')
const beforeBlock = new RegExp(` (?=${blocks})`, 'g')

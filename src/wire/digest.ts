/** What a version says, in short: the same digest again says the same; another may still read the same (`seenIn`). */
import { createHash } from 'node:crypto'
import { inOrder, type Said } from '../core/story/version.ts'

export function digestOf(said: Said): string {
  const { headline, standfirst, excerpt, body, byline, language, located, pictures, backMatter } = said
  const words = [headline, standfirst, excerpt, body, byline, language, located, inOrder(pictures)]
  if (backMatter) words.push(inOrder(backMatter))
  return createHash('sha256').update(words.join('\u0001')).digest('base64url').slice(0, 22)
}

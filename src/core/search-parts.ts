/** The words of a story that it may be found by, and what they weigh. */
import { keepPictures } from './html/keep-pictures.ts'
import type { SafeHtml } from './html/sanitise.ts'
import { textOfSafe } from './html/text.ts'
import { type Part, wordsOf } from './search-words.ts'
import type { Extent, PictureUse } from './story/gate.ts'
import { isOurs } from './story/pictures.ts'

/** The headline, and the summary where more than a headline is shown. `body` as plain text, where all is shown. */
export function partsOf(
  text: { readonly headline: string; readonly standfirst: string; readonly excerpt: string },
  shows: Extent,
  body = '',
): Part[] {
  if (shows === 'nothing') return []
  const parts: Part[] = [{ words: wordsOf(text.headline), weight: 'A' }]
  if (shows === 'headline') return parts
  if (text.standfirst !== '' && text.standfirst !== text.excerpt)
    parts.push({ words: wordsOf(text.standfirst), weight: 'B' })
  parts.push({ words: wordsOf(text.excerpt), weight: 'B' })
  if (shows === 'full' && body !== '') parts.push({ words: wordsOf(body), weight: '' })
  return parts
}

/** The text of a body as its page shows it: what stands under a picture that is not shown is not shown either. */
export function textShown(body: SafeHtml, pictureUse: PictureUse): string {
  return textOfSafe(keepPictures(body, (address) => pictureUse !== 'none' && isOurs(address)))
}

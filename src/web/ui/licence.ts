/** A story's licence in words, linked to its terms. */
import { licenceName } from '../../core/story/licence.ts'
import type { StoryLine } from '../../core/story/story.ts'
import { type Html, html, linkable } from '../html.ts'
import type { Words } from '../messages/messages.ts'
import { publisherName } from './credit.ts'

export function licenceWords(t: Words, story: StoryLine): Html {
  const { licence, licenceUrl, usageTerms } = story.origin
  const words =
    licence === 'unknown'
      ? story.genre === 'release'
        ? html`${t('licence.release')}`
        : t.rich('licence.unknown', { publisher: publisherName(story) })
      : html`${t(`licence.${licence}`)}`
  const url = linkable(licenceUrl)
  const terms = usageTerms || (url && licenceLabel(url))
  if (!terms) return words
  const linked = url ? html`<a rel="license" href="${url}"><bdi>${terms}</bdi></a>` : html`<bdi>${terms}</bdi>`
  return t.rich('licence.terms', { licence: words, terms: linked })
}

/** A licence's short name, which no line ends within: `CC BY 4.0`. */
export function licenceLabel(url: string): string {
  return licenceName(url).replaceAll(' ', '\u00a0')
}

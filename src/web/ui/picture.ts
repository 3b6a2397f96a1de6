/** A picture with its caption and credit. */
import { licenceName } from '../../core/story/licence.ts'
import type { Picture, StoryLine } from '../../core/story/story.ts'
import type { Frame } from '../context.ts'
import { type Html, html, linkable } from '../html.ts'
import type { Words } from '../messages/messages.ts'
import { textAttributes } from './language.ts'

/** `picture` must come from `shownPictures`. Its place is kept before it has loaded. */
export function figure(
  { t, textOnly }: Frame,
  story: StoryLine,
  picture: Picture,
  { eager }: { eager: boolean },
): Html {
  const { lang, dir } = textAttributes(story.language, t.language)
  const by = picture.credit || story.origin.publisher
  if (textOnly) return described(t, story, picture)
  const terms = linkable(picture.licenceUrl)
  return html`<figure><img src="${picture.url}" alt="${picture.alt}" width="${picture.width ?? 1200}" height="${picture.height ?? 800}" loading="${eager ? 'eager' : 'lazy'}" decoding="async" class="${picture.width ? undefined : 'unmeasured'}">
<figcaption>${picture.caption && html`<span lang="${lang}" dir="${dir}">${picture.caption}</span> `}${t.rich(
    picture.licence === 'free' ? 'picture.free' : 'picture.credit',
    { credit: html`<bdi>${by}</bdi>` },
  )}${terms && html` (<a rel="license" href="${terms}"><bdi>${licenceName(terms)}</bdi></a>)`}</figcaption></figure>`
}

/** In words, for the text-only edition. */
function described(t: Words, story: StoryLine, { alt, caption }: Picture): Html {
  const { lang, dir } = textAttributes(story.language, t.language)
  const text = html`<bdi lang="${lang}" dir="${dir}">${alt || caption}</bdi>`
  return html`${(alt || caption) && html`<p>${t.rich('picture.alt', { alt: text })}</p>`}`
}

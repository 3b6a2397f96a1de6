/** A picture with its caption and credit. */
import type { Picture, StoryLine } from '../../core/story/story.ts'
import type { Frame } from '../context.ts'
import { type Html, html, linkable, type PicturePlace, pictureSource } from '../html.ts'
import type { Words } from '../messages/messages.ts'
import { textAttributes } from './language.ts'
import { licenceLabel } from './licence.ts'

/** `picture` must come from `shownPictures`. Its place is kept before it has loaded. */
export function figure(
  { t, textOnly }: Frame,
  story: StoryLine,
  picture: Picture,
  { eager, place = 'text' }: { readonly eager: boolean; readonly place?: PicturePlace },
): Html {
  if (textOnly) return described(t, story, picture)
  return html`<figure>${framed(picture, eager, place)}
<figcaption>${caption(t, story, picture)}</figcaption></figure>`
}

/** What it shows, as its publisher says it, whose it is, and on which terms. */
export function caption(t: Words, story: StoryLine, picture: Picture): Html {
  const { lang, dir } = textAttributes(story.language, t.language)
  const by = picture.credit || story.origin.publisher
  const terms = linkable(picture.licenceUrl)
  return html`${picture.caption && html`<span lang="${lang}" dir="${dir}">${picture.caption}</span> `}${t.rich(
    picture.licence === 'free' ? 'picture.free' : 'picture.credit',
    { credit: html`<bdi>${by}</bdi>` },
  )}${terms && html` (<a rel="license" href="${terms}"><bdi>${licenceLabel(terms)}</bdi></a>)`}`
}

/** The image itself, in the widths and formats there are, before its own colour. */
function framed(
  { url, alt, width, height, colour, renditions = [] }: Picture,
  eager: boolean,
  place: PicturePlace,
): Html {
  const image = html`<img src="${url}" alt="${alt}" width="${width ?? 1200}" height="${height ?? 800}" loading="${eager ? 'eager' : 'lazy'}" decoding="async" fetchpriority="${eager && 'high'}" class="${width ? undefined : 'unmeasured'}">`
  const sources = ['image/avif', 'image/webp'].flatMap((type) => {
    const candidates = renditions.filter((rendition) => rendition.type === type)
    return candidates.length > 0 ? [pictureSource(type, candidates, place)] : []
  })
  if (sources.length === 0) return image
  // A drawing, because no page may carry styles of its own.
  return html`<div class="framed">${colour && width && height && html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true"><path fill="${colour}" d="M0 0h${width}v${height}H0z"/></svg>`}<picture>${sources}${image}</picture></div>`
}

/** In words, for the text-only edition: what it shows, and what its publisher says of it, such as who and when. */
function described(t: Words, story: StoryLine, { alt, caption }: Picture): Html {
  const { lang, dir } = textAttributes(story.language, t.language)
  const said = (words: string) => html`<bdi lang="${lang}" dir="${dir}">${words}</bdi>`
  const below = alt && caption !== alt ? caption : ''
  return html`${(alt || caption) && html`<p>${t.rich('picture.alt', { alt: said(alt || caption) })}${below && html`<br>${said(below)}`}</p>`}`
}

/** A picture with its caption and credit. */
import type { Picture, StoryLine } from '../../core/story/story.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import { textAttributes } from './language.ts'

/** `picture` must come from `shownPictures`. Its place is kept before it has loaded. */
export function figure({ t }: Frame, story: StoryLine, picture: Picture, { eager }: { eager: boolean }): Html {
  const { lang, dir } = textAttributes(story.language, t.language)
  const by = picture.credit || story.origin.publisher
  return html`<figure><img src="${picture.url}" alt="${picture.alt}" width="${picture.width ?? 1200}" height="${picture.height ?? 800}" loading="${eager ? 'eager' : 'lazy'}" decoding="async" class="${picture.width ? undefined : 'unmeasured'}">
<figcaption>${picture.caption && html`<span lang="${lang}" dir="${dir}">${picture.caption}</span> `}${t(
    picture.licence === 'free' ? 'picture.free' : 'picture.credit',
    { credit: by },
  )}</figcaption></figure>`
}

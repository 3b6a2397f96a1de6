/** What machines read of a story's page: description, OpenGraph and JSON-LD, no more than the gate lets a preview carry. */
import { narrow } from '../core/story/gate.ts'
import { handedOn } from '../core/story/pictures.ts'
import { previewSize, previewText } from '../core/story/preview-words.ts'
import type { Story } from '../core/story/story.ts'
import { storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { territorial } from '../web/head.ts'
import { type Html, html, jsonLd } from '../web/html.ts'
import { clip, summaryOf } from '../web/ui/story-line.ts'
import { newsArticle } from './news-article.ts'
import { previewHref } from './preview-href.ts'

export function storyMetadata(frame: Frame, story: Story): Html {
  const { network, url, t } = frame
  const preview = narrow({ ...story, licence: story.origin.licence }, 'preview')
  const here = `${url}${storyHref(story)}`
  const summary = preview.shows === 'excerpt' || preview.shows === 'full' ? clip(summaryOf(story), 200) : ''
  // A preview is a copy on somebody else's page: only what its own licence hands on.
  const pictures = preview.pictures === 'none' ? [] : handedOn(story)
  const [picture] = pictures
  const image = picture && `${url}${picture.url}`
  const drawn = picture || !previewText(story) ? undefined : previewSize
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:type', 'article'],
    ['og:site_name', network.name],
    ['og:title', story.headline],
    ['og:description', summary || undefined],
    ['og:url', here],
    ['og:locale', territorial(story.language)],
    ['og:image', image ?? (drawn && `${url}${previewHref(story)}`)],
    ['og:image:width', (picture ?? drawn)?.width?.toString()],
    ['og:image:height', (picture ?? drawn)?.height?.toString()],
    ['og:image:alt', picture ? picture.alt || undefined : drawn && story.headline],
    ['article:published_time', story.origin.publishedAt.toISOString()],
    ['article:modified_time', story.updatedAt.toISOString()],
    ['article:section', t(`genre.${story.genre}`)],
  ]
  return html`${
    summary &&
    html`<meta name="description" content="${summary}">
`
  }${properties.map(
    ([property, content]) =>
      content &&
      html`<meta property="${property}" content="${content}">
`,
  )}${
    (picture ?? drawn) &&
    html`<meta name="twitter:card" content="summary_large_image">
`
  }${jsonLd(newsArticle(frame, story, { summary, pictures, drawn: drawn && `${url}${previewHref(story)}` }))}
`
}

/** What machines read of a story's page: description, OpenGraph and JSON-LD, no more than the gate lets a preview carry. */
import { narrow } from '../core/story/gate.ts'
import { authorUri, originRecord } from '../core/story/origin.ts'
import { shownPictures } from '../core/story/pictures.ts'
import { previewSize, previewText } from '../core/story/preview-words.ts'
import type { Story } from '../core/story/story.ts'
import { storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { territorial } from '../web/head.ts'
import { type Html, html, jsonLd } from '../web/html.ts'
import { clip, summaryOf } from '../web/ui/story-line.ts'
import { previewHref } from './preview-href.ts'

export function storyMetadata({ network, url, t }: Frame, story: Story): Html {
  const preview = narrow({ ...story, licence: story.origin.licence }, 'preview')
  const here = `${url}${storyHref(story)}`
  const summary = preview.shows === 'excerpt' || preview.shows === 'full' ? clip(summaryOf(story), 200) : ''
  // A preview is a copy on somebody else's page: only what its own licence hands on.
  const [picture] = preview.pictures === 'none' ? [] : shownPictures(story).filter(({ licence }) => licence === 'free')
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
  }${jsonLd(newsArticle(network.name, url, here, story, summary, image))}
`
}

/** schema.org/NewsArticle; the origin record as interface.md asks. */
function newsArticle(
  network: string,
  url: string,
  here: string,
  story: Story,
  summary: string,
  image: string | undefined,
) {
  const origin = originRecord(story)
  const corrections = story.versions
    .filter((change) => change.kind === 'correction' && change.note)
    .map(({ note, at }) => ({ '@type': 'CorrectionComment', text: note, datePublished: at.toISOString() }))
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': here,
    headline: story.headline,
    description: summary || undefined,
    url: here,
    mainEntityOfPage: here,
    datePublished: origin.publishedAt,
    dateModified: story.updatedAt.toISOString(),
    inLanguage: origin.language,
    genre: origin.genre,
    version: origin.version,
    keywords: story.keywords.length > 0 ? story.keywords : undefined,
    image,
    author: story.byline ? { '@type': 'Person', '@id': authorUri(story), name: story.byline } : undefined,
    publisher: { '@type': 'Organization', name: origin.publisher, url: origin.publisherUrl },
    creditText: origin.publisher,
    isBasedOn: origin.url,
    license: origin.licenceUrl,
    usageInfo: origin.usageTerms,
    sdPublisher: { '@type': 'Organization', name: network, url: `${url}/` },
    contentLocation: story.located ? { '@type': 'Place', name: story.located } : undefined,
    correction: corrections.length > 0 ? corrections : undefined,
  }
}

/** A story as schema.org describes news (NewsArticle), with the record of origin as every format tells it. */
import { authorUri, originRecord } from '../core/story/origin.ts'
import { previewSize } from '../core/story/preview-words.ts'
import type { Picture, Story } from '../core/story/story.ts'
import { republishHref, routes, storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { linkable } from '../web/html.ts'
import { isMembers } from '../web/ui/credit.ts'
import { translationsOf } from '../web/ui/translations.ts'

/** What a preview may carry: its summary, pictures of ours that are free, or, without any, the one we draw. */
export type Previewed = {
  readonly summary: string
  readonly pictures: readonly Picture[]
  readonly drawn: string | undefined
}

export function newsArticle(frame: Frame, story: Story, { summary, pictures, drawn }: Previewed): object {
  const { network, url } = frame
  const here = `${url}${storyHref(story)}`
  const origin = originRecord(story)
  const publisher = publisherOf(frame, story)
  const corrections = story.versions
    .filter((change) => change.kind === 'correction' && change.note)
    .map(({ note, at }) => ({ '@type': 'CorrectionComment', text: note, datePublished: at.toISOString() }))
  const translations = translationsOf(story).map((to) => ({
    '@type': 'NewsArticle',
    '@id': url + storyHref(to),
    url: url + storyHref(to),
    headline: to.headline,
    inLanguage: to.language,
  }))
  const images = pictures.map((picture) => image(frame, story, picture))
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
    inLanguage: origin.language || undefined,
    genre: origin.genre,
    version: origin.version,
    keywords: story.keywords.length > 0 ? story.keywords : undefined,
    image: images.length > 0 ? images : drawn && [{ '@type': 'ImageObject', url: drawn, ...previewSize }],
    author: story.byline ? { '@type': 'Person', '@id': authorUri(story), name: story.byline } : publisher,
    publisher,
    creditText: origin.publisher,
    copyrightHolder: { '@type': 'Organization', name: origin.publisher },
    copyrightYear: story.origin.publishedAt.getUTCFullYear(),
    isBasedOn: origin.url,
    license: origin.licenceUrl,
    usageInfo: origin.usageTerms,
    acquireLicensePage: url + republishHref(story),
    // What is shown in part here may cost something where the whole of it is.
    isAccessibleForFree: story.shows === 'full' ? true : undefined,
    sdPublisher: { '@type': 'Organization', name: network.name, url: `${url}/` },
    contentLocation: story.located ? { '@type': 'Place', name: story.located } : undefined,
    workTranslation: translations.length > 0 ? translations : undefined,
    correction: corrections.length > 0 ? corrections : undefined,
  }
}

/** Whoever published it first; its logo where that is a member who has one. */
function publisherOf({ url }: Frame, story: Story): object {
  const { publisher, publisherUrl } = originRecord(story)
  const logo = isMembers(story) && story.member.logo
  return {
    '@type': 'Organization',
    name: publisher,
    url: publisherUrl ?? (isMembers(story) ? url + routes.member.href({ slug: story.member.slug }) : undefined),
    logo: logo ? { '@type': 'ImageObject', url: url + routes.media.href({ hash: logo }) } : undefined,
  }
}

/** With what search engines ask of a picture whose licence may be had. */
function image({ url }: Frame, story: Story, picture: Picture): object {
  const by = picture.credit || story.origin.publisher
  return {
    '@type': 'ImageObject',
    url: url + picture.url,
    width: picture.width,
    height: picture.height,
    caption: picture.caption || picture.alt || undefined,
    creditText: by,
    creator: { '@type': 'Organization', name: by },
    copyrightNotice: by,
    license: linkable(picture.licenceUrl),
    acquireLicensePage: url + republishHref(story),
  }
}

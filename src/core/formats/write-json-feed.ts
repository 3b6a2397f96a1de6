/** JSON Feed 1.1. What it has no words for stands in `_origin`, as its extensions do. */
import type { EntryOut, FeedOut } from './feed-out.ts'
import { writeJson } from './write-json.ts'

export function writeJsonFeed(feed: FeedOut): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    description: feed.subtitle || undefined,
    next_url: feed.next,
    favicon: feed.icon,
    language: feed.language,
    items: feed.entries.map(item),
    // What RFC 6721 is to Atom: these were here, and are to be taken out.
    _tombstones:
      feed.tombstones.length > 0 ? feed.tombstones.map(({ id, at }) => ({ id, at: at.toISOString() })) : undefined,
  }
  return writeJson(document)
}

function item(entry: EntryOut): object {
  const { origin } = entry
  return {
    id: entry.id,
    url: entry.url,
    external_url: origin.url,
    title: entry.title,
    // Every item needs one of the two (JSON Feed 1.1, Items).
    ...(entry.content ? { content_html: entry.content } : { content_text: entry.summary || entry.title }),
    summary: entry.summary || undefined,
    image: entry.pictures[0]?.url,
    attachments:
      entry.pictures.length > 0
        ? entry.pictures.map(({ url, type, alt, caption }) => ({
            url,
            mime_type: type,
            title: alt || caption || undefined,
          }))
        : undefined,
    date_published: entry.published.toISOString(),
    date_modified: entry.updated.toISOString(),
    authors: [
      entry.author
        ? { name: entry.author, _uri: entry.authorUri }
        : { name: origin.publisher, url: origin.publisherUrl },
    ],
    tags: entry.keywords.length > 0 ? entry.keywords : undefined,
    language: origin.language,
    _origin: {
      publisher: origin.publisher,
      publisher_url: origin.publisherUrl,
      url: origin.url,
      published: origin.publishedAt,
      licence: origin.licence,
      licence_url: origin.licenceUrl,
      usage_terms: origin.usageTerms,
      genre: origin.genre,
      version: origin.version,
      hops: origin.hops.map(({ name, url, at }) => ({ name, url: url ?? undefined, at: at?.toISOString() })),
    },
  }
}

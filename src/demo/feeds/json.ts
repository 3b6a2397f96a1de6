/** JSON Feed 1.1. */
import type { Entry, FeedWords } from './entry.ts'

export function json({ outlet, site, self, entries }: FeedWords): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: `${site}/`,
    feed_url: self,
    description: outlet.about,
    language: outlet.language,
    items: entries.map(item),
  }
  return `${JSON.stringify(feed, null, 1)}\n`
}

function item(entry: Entry): object {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    summary: entry.summary,
    content_html: entry.content,
    date_published: entry.publishedAt.toISOString(),
    date_modified: entry.changedAt.toISOString(),
    ...(entry.by ? { authors: [{ name: entry.by }] } : {}),
    tags: entry.topics,
    ...(entry.picture ? { image: entry.picture.url } : {}),
  }
}

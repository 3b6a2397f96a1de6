/** ninjs 3.1 (IPTC): news as JSON between newsrooms' programs. A list is a composite object with its stories beside it. */

import { plainText } from '../html/text.ts'
import type { EntryOut, FeedOut, PictureOut, TranslationOut } from './feed-out.ts'
import { writeJson } from './write-json.ts'

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
}

export function writeNinjs(entry: EntryOut): string {
  return writeJson({ standard, ...item(entry), bodies: bodiesOf(entry.content) })
}

/** What is left of a story that was recalled: that it must not be used any more. */
export function writeCanceledNinjs(gone: { readonly id: string; readonly at: Date }): string {
  return writeJson({
    standard,
    uri: gone.id,
    type: 'text',
    pubStatus: 'canceled',
    versionCreated: gone.at.toISOString(),
  })
}

export function writeNinjsFeed(feed: FeedOut): string {
  return writeJson({
    standard,
    uri: feed.id,
    type: 'composite',
    title: feed.title,
    language: feed.language,
    versionCreated: feed.updated.toISOString(),
    renditions: [{ name: 'web', href: feed.page, contentType: 'text/html' }],
    associations: [
      ...feed.entries.map((entry) => ({ name: 'story', ...item(entry) })),
      ...feed.tombstones.map(({ id, at }) => ({
        name: 'story',
        uri: id,
        pubStatus: 'canceled',
        versionCreated: at.toISOString(),
      })),
    ],
  })
}

function item(entry: EntryOut): object {
  const { origin } = entry
  return {
    uri: entry.id,
    type: 'text',
    representationType: entry.content ? 'full' : 'partial',
    version: String(origin.version),
    firstCreated: origin.publishedAt,
    versionCreated: entry.updated.toISOString(),
    pubStatus: 'usable',
    language: origin.language,
    genres: [{ name: origin.genre }],
    headlines: [{ role: 'main', contentType: 'text/plain', value: entry.title }],
    descriptions: entry.summary ? [{ role: 'summary', contentType: 'text/plain', value: entry.summary }] : undefined,
    bodies: entry.content ? [htmlBody(entry.content)] : undefined,
    by: entry.author || undefined,
    located: entry.located || undefined,
    copyrightHolder: origin.publisher,
    usageTerms: origin.usageTerms,
    rightsInfo: origin.licenceUrl ? { linkedRights: origin.licenceUrl } : undefined,
    infoSources: [
      { role: 'publisher', name: origin.publisher, uri: origin.publisherUrl },
      ...origin.hops.map(({ name, url }) => ({ role: 'hop', name, uri: url ?? undefined })),
      ...(entry.authorUri ? [{ role: 'author', name: entry.author, uri: entry.authorUri }] : []),
    ],
    altIds: origin.url ? [{ role: 'original', value: origin.url }] : undefined,
    subjects: entry.keywords.length > 0 ? entry.keywords.map((name) => ({ name })) : undefined,
    renditions: [{ name: 'web', href: entry.url, contentType: 'text/html' }],
    associations: associationsOf(entry),
  }
}

/** Its pictures, and itself in other languages: ninjs has no word for these of its own. */
function associationsOf({ pictures, translations = [] }: EntryOut): object[] | undefined {
  const all = [...pictures.map(picture), ...translations.map(translation)]
  return all.length > 0 ? all : undefined
}

function translation({ id, url, language, title }: TranslationOut): object {
  return {
    name: 'translation',
    uri: id,
    type: 'text',
    language,
    headlines: [{ role: 'main', contentType: 'text/plain', value: title }],
    renditions: [{ name: 'web', href: url, contentType: 'text/html' }],
  }
}

function picture({ url, type, width, height, alt, caption, credit, licenceUrl }: PictureOut): object {
  return {
    name: 'picture',
    uri: url,
    type: 'picture',
    headlines: alt ? [{ role: 'main', contentType: 'text/plain', value: alt }] : undefined,
    descriptions: caption ? [{ role: 'caption', contentType: 'text/plain', value: caption }] : undefined,
    copyrightHolder: credit,
    rightsInfo: licenceUrl ? { linkedRights: licenceUrl } : undefined,
    renditions: [{ name: 'web', href: url, contentType: type, width, height }],
  }
}

function htmlBody(value: string): object {
  return { role: 'main', contentType: 'text/html', value }
}

/** The same text twice: as it is shown, and for who wants words alone. In a list once is enough. */
function bodiesOf(content: string): object[] | undefined {
  if (content === '') return undefined
  const value = plainText(content)
  const charCount = [...value].length
  const wordCount = value.split(/\s+/).filter(Boolean).length
  return [htmlBody(content), { role: 'main', contentType: 'text/plain', charCount, wordCount, value }]
}

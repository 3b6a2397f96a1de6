/** An outlet's feed at a moment, in its format and with its fault. */
import { embargoLine } from '../embargo.ts'
import { encode } from '../encode.ts'
import { escaped, htmlOf, summaryOf } from '../markup.ts'
import type { Outlet } from '../outlet.ts'
import type { Printed } from '../printed.ts'
import { atom } from './atom.ts'
import { type Entry, steadyId } from './entry.ts'
import { json } from './json.ts'
import { rdf } from './rdf.ts'
import { rss } from './rss.ts'

const writers = { rss, atom, rdf, json }
const types = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  json: 'application/feed+json',
}
/** A feed lists so many. */
const listed = 12
/** GUIDs that change do so this often, in milliseconds. */
const guidsLast = 7 * 60_000

export type Feed = { readonly type: string; readonly bytes: Uint8Array; readonly changedAt: Date }

/** `printed` newest first; `site` without a slash at its end. */
export function feedOf(
  outlet: Outlet,
  printed: readonly Printed[],
  place: { site: string; self: string; nameOf(slug: string): string },
  now: Date,
): Feed {
  const { site, self } = place
  const standing = printed.filter(({ goneAt }) => goneAt === undefined).slice(0, listed)
  const gone = printed.flatMap((one) => (one.goneAt ? [{ id: steadyId(site, one), at: one.goneAt }] : []))
  const moments = [...standing.map(({ changedAt }) => changedAt), ...gone.map(({ at }) => at)]
  const changedAt = new Date(Math.max(0, ...moments.map((at) => at.getTime())))
  const entries = misled(
    outlet,
    standing.map((one) => entryOf(outlet, one, place)),
    { site, now },
  )
  const text = writers[outlet.format]({ outlet, site, self, updatedAt: changedAt, entries, gone })
  // A server that adds no charset leaves it to the document.
  return { type: types[outlet.format], bytes: misprinted(outlet, text), changedAt }
}

/** An article with what surrounds it on the outlet's site: picture, embargo, the credit of whoever had it first. */
export function contentOf(article: Printed, site: string, nameOf: (slug: string) => string, language: string): string {
  const { picture, embargoUntil, from } = article
  const figure = picture
    ? `<figure><img src="${site}/pictures/${picture.scene}.jpg" alt="${escaped(picture.alt)}" width="1200" height="800"></figure>\n`
    : ''
  const embargo = embargoUntil ? `<p><strong>${embargoLine(embargoUntil)}</strong></p>\n` : ''
  const credit = from
    ? `\n<p><em>${escaped((credits[language] ?? credits.en ?? '').replace('{name}', nameOf(from)))}</em></p>`
    : ''
  return `${embargo}${figure}${htmlOf(article.text)}${credit}`
}

const credits: Readonly<Record<string, string>> = {
  en: 'First published by {name}.',
  es: 'Publicado originalmente en {name}.',
  'pt-BR': 'Publicado originalmente em {name}.',
}

function entryOf(
  outlet: Outlet,
  article: Printed,
  { site, nameOf }: { site: string; nameOf(slug: string): string },
): Entry {
  const { picture, embargoUntil } = article
  return {
    id: steadyId(site, article),
    url: site + article.path,
    title: article.headline,
    summary: embargoUntil ? embargoLine(embargoUntil) : summaryOf(article.text),
    content: contentOf(article, site, nameOf, outlet.language),
    by: article.by,
    topics: article.topics,
    publishedAt: article.publishedAt,
    changedAt: article.changedAt,
    picture: picture && { url: `${site}/pictures/${picture.scene}.jpg`, alt: picture.alt },
  }
}

/** Faults of what the feed says. */
function misled(outlet: Outlet, entries: readonly Entry[], at: { site: string; now: Date }): readonly Entry[] {
  switch (outlet.fault) {
    case 'partial':
      return entries.map((entry) => ({ ...entry, content: '', summary: beginning(entry) }))
    case 'escaped-twice':
      // The writer escapes once more.
      return entries.map((entry) => ({
        ...entry,
        summary: escaped(orphaned(`<p>${entry.summary}</p>`)),
        content: orphaned(entry.content),
      }))
    case 'changing-guids':
      return withCarelessNames(entries, at)
    default:
      return entries
  }
}

function beginning({ summary, url }: Entry): string {
  const cut = summary.length > 180 ? `${summary.slice(0, summary.lastIndexOf(' ', 180))} […]` : summary
  return `<p>${escaped(cut)}</p> <p><a class="more-link" href="${url}">Lire la suite →</a></p>`
}

/** The credit line of a syndication program that knows of no origin. */
function orphaned(html: string): string {
  return `${html}<p></p><center>The post appeared first on <a title="" href="" target="_blank"></a>.</center>`
}

function withCarelessNames(entries: readonly Entry[], { site, now }: { site: string; now: Date }): Entry[] {
  const session = Math.floor(now.getTime() / guidsLast).toString(36)
  const renamed = entries.map((entry, i) => ({
    ...entry,
    id: i >= entries.length - 2 ? `${site}/nota` : `${entry.id}&s=${session}`,
  }))
  const [newest] = renamed
  return newest
    ? [newest, { ...newest, id: `${newest.id}&dup=1`, url: `${newest.url}?utm_source=rss` }, ...renamed.slice(1)]
    : renamed
}

/** Faults of how it is written down. */
function misprinted(outlet: Outlet, text: string): Uint8Array {
  switch (outlet.fault) {
    case 'broken-xml': {
      const broken = text
        .replaceAll('&amp;', '&')
        .replace(/<description>(?=[^<]{40})/g, '<description>\u000b')
        .replace(/<\/description>/g, '&nbsp;<br></description>')
      // The script that writes it ran out of time.
      return Buffer.from(broken.slice(0, broken.lastIndexOf('</item>') + '</item>'.length))
    }
    case 'wrong-encoding':
      return encode(text, 'windows-1252')
    default:
      return encode(text, outlet.encoding)
  }
}

/** Reads a list of feeds (OPML) into lines, each with what stands in its way. */
import { readDocument } from '../core/formats/read.ts'
import { canonicalLanguage } from '../core/language.ts'
import type { Member } from '../core/member/member.ts'
import type { Db } from '../db/connection.ts'
import { listMembers } from '../db/members.ts'
import type { ImportLine } from '../db/source-imports.ts'
import { findSourcesAt } from '../db/sources.ts'
import { ownersAmong } from './owner.ts'

/** Feeds one list may have. */
export const mostLines = 10_000

export type ReadList =
  | { readonly kind: 'list'; readonly title: string; readonly lines: readonly ImportLine[] }
  | { readonly kind: 'no list' | 'empty' | 'too long' }

export async function readOpmlList(db: Db, bytes: Uint8Array): Promise<ReadList> {
  const document = readDocument(bytes, { mostItems: mostLines + 1 })
  if (!document.ok || document.format !== 'opml') return { kind: 'no list' }
  if (document.items.length === 0) return { kind: 'empty' }
  if (document.items.length > mostLines) return { kind: 'too long' }
  const outlines = document.items.map(({ title = '', url, language, source }) => ({
    title: title.slice(0, 300),
    url: feedAddress(source?.url ?? ''),
    written: source?.url ?? '',
    siteUrl: siteAddress(url),
    language: canonicalLanguage(language) ?? null,
  }))
  const [there, members] = await Promise.all([
    findSourcesAt(
      db,
      outlines.flatMap(({ url }) => url ?? []),
    ),
    listMembers(db),
  ])
  const owners = ownersAmong(members)
  const seen = new Set<string>()
  const lines = outlines.map(({ url, written, ...outline }, position): ImportLine => {
    const line = { ...outline, position, url: url ?? written.slice(0, 2_000), memberId: null }
    if (url === undefined) return { ...line, outcome: 'no address' }
    if (seen.has(url)) return { ...line, outcome: 'twice' }
    seen.add(url)
    if (there.has(url)) return { ...line, outcome: 'there' }
    const owner: Member | undefined = owners.of([outline.siteUrl, url])
    return { ...line, memberId: owner?.id ?? null, outcome: 'ready' }
  })
  return { kind: 'list', title: (document.feed.title ?? '').slice(0, 200), lines }
}

/** As sources are kept: http or https, without a name and password, without what follows `#`. */
function feedAddress(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || text.length > 2_000) return undefined
  url.hash = ''
  return url.href
}

function siteAddress(text: string | undefined): string | null {
  const url = URL.parse(text ?? '')
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href.slice(0, 2_000) : null
}

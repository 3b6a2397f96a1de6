/** What the items of a feed would become, told before anything is kept. */
import type { DocumentItem, ParsedDocument } from '../core/formats/document.ts'
import type { SourceId } from '../core/id.ts'
import type { Member } from '../core/member/member.ts'
import type { Network } from '../core/network.ts'
import type { Genre, Licence, PictureUse } from '../core/story/gate.ts'
import { ourStory } from '../core/story/loop.ts'
import type { Hop, Origin } from '../core/story/story.ts'
import type { Db } from '../db/connection.ts'
import { newId } from '../db/new-id.ts'
import { draftOf } from './draft.ts'
import type { FoundFeed } from './find-feed.ts'
import { draftsFrom, knownPublishers } from './receive.ts'

/** `own`: one of our own stories come back, which becomes a pickup; `refused`: nothing to make a story of. */
export type PreviewedItem =
  | { readonly kind: 'own' | 'refused'; readonly headline: string }
  | {
      readonly kind: 'story'
      readonly headline: string
      readonly excerpt: string
      readonly language: string
      readonly genre: Genre
      readonly topics: readonly string[]
      readonly origin: Origin
      readonly hops: readonly Hop[]
      readonly publishedAt: Date
      /** The news agency whose text it is; '' where it is none's. */
      readonly agency: string
      readonly isHeld: boolean
    }

const shown = 10

/** Of the first ten items of a feed that would be this member's, its items of this genre unless they say otherwise. */
export async function previewOf(
  db: Db,
  feed: Pick<FoundFeed, 'url' | 'title' | 'siteUrl' | 'language' | 'document'>,
  would: { readonly member: Member; readonly genre: Genre },
  on: { readonly now: Date; readonly network: Network; readonly url: string },
): Promise<PreviewedItem[]> {
  const { member, genre } = would
  const source = {
    id: newId<SourceId>(on.now),
    memberId: member.id,
    memberSlug: member.slug,
    memberName: member.name,
    memberSiteUrl: member.siteUrl,
    url: feed.url,
    siteUrl: feed.siteUrl ?? null,
    title: feed.title,
    genre,
    licence: 'unknown' satisfies Licence as Licence,
    language: feed.language ?? null,
    grant: { pictures: 'none' satisfies PictureUse as PictureUse },
  }
  const document: ParsedDocument = { ...feed.document, items: feed.document.items.slice(0, shown) }
  const from = await draftsFrom(db, source, document, on)
  const items = await knownPublishers(
    db,
    document.items.map((item) => ({ item, drafted: draftOf(item, from) })),
  )
  const our = { tagAuthority: on.network.tagAuthority, url: on.url }
  return items.map(({ item, drafted }) => {
    const names = [item.id, item.url, item.originalUrl, item.via, item.source?.url, drafted.creditUrl]
    if (ourStory(our, names)) return { kind: 'own', headline: titleOf(item) }
    if (drafted.kind === 'refused') return { kind: 'refused', headline: titleOf(item) }
    const { text, story, topics, origin, hops, publishedAt, hold } = drafted.draft
    const named = new Map(drafted.topics.map(({ slug, name }) => [slug, name]))
    return {
      kind: 'story',
      headline: text.headline,
      excerpt: text.excerpt,
      language: text.language,
      genre: story.genre,
      topics: topics.map((slug) => named.get(slug) ?? slug),
      origin,
      hops,
      publishedAt,
      agency: story.agencyName,
      isHeld: hold !== undefined,
    }
  })
}

function titleOf({ title, id, url }: DocumentItem): string {
  return title ?? url ?? id ?? ''
}

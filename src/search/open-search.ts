/** How browsers find the search: each may ask it from its own field, by its user's choice. */
import { writeOpenSearch } from '../core/formats/write-open-search.ts'
import type { Db } from '../db/connection.ts'
import { routes, searchHref } from '../routes.ts'
import { type Answer, document } from '../web/answer.ts'
import type { Context } from '../web/context.ts'

export async function openSearch({ network, url }: Context<Db>): Promise<Answer> {
  const described = writeOpenSearch({
    name: network.name,
    description: network.tagline || network.name,
    page: `${url}${searchHref('')}?q={searchTerms}`,
    feed: `${url}${routes.searchFeed.href({ feed: 'feed' })}?q={searchTerms}`,
    icon: url + routes.favicon.href({}),
    language: network.languages[0] ?? 'en',
  })
  return document(described, 'application/opensearchdescription+xml; charset=utf-8', { tags: ['network'] })
}

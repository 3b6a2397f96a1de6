/** How a feed reader finds the feeds of a page. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import type { Feed } from '../web/head.ts'

/** The feeds of the whole wire or, with `member`, of one member. */
export function feedsOf({ network }: Frame, member?: { readonly slug: string; readonly name: string }): Feed[] {
  const name = member?.name ?? network.name
  const slug = member?.slug ?? ''
  const [rss, atom, json] = member
    ? [routes.memberRss.href({ slug }), routes.memberAtom.href({ slug }), routes.memberJson.href({ slug })]
    : [routes.frontRss.href({}), routes.frontAtom.href({}), routes.frontJson.href({})]
  return [
    { type: 'application/rss+xml', title: name, href: rss },
    { type: 'application/atom+xml', title: name, href: atom },
    { type: 'application/feed+json', title: name, href: json },
  ]
}

/** What machines read on the front page: whose site this is, and how it is searched. */
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, jsonLd } from '../web/html.ts'

export function siteMetadata({ network, url }: Frame): Html {
  return jsonLd({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${url}/`,
    url: `${url}/`,
    name: network.name,
    publisher: {
      '@type': 'Organization',
      name: network.name,
      logo: { '@type': 'ImageObject', url: url + routes.favicon.href({}) },
    },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${url}${routes.search.href({})}?q={words}` },
      'query-input': 'required name=words',
    },
  })
}

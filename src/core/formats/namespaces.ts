/**
 * What the names of elements mean. Whatever prefix a document uses and however it writes a namespace's address, an
 * element is called `prefix:local` here, in lower case, with the prefixes of this table; what is unknown is ''.
 */
export type Family = 'rss' | 'atom' | 'opml'

const addresses: Readonly<Record<string, readonly string[]>> = {
  xml: ['http://www.w3.org/xml/1998/namespace'],
  rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns'],
  rss: [
    'http://purl.org/rss/1.0',
    'http://purl.org/net/rss1.1',
    'http://purl.org/rss/2.0',
    'http://my.netscape.com/rdf/simple/0.9',
    'http://channel.netscape.com/rdf/simple/0.9',
    'http://my.netscape.com/publish/formats/rss-0.91.dtd',
    'http://backend.userland.com/rss',
    'http://backend.userland.com/rss2',
    'http://backend.userland.com/rss091',
    'http://backend.userland.com/rss092',
    'http://blogs.law.harvard.edu/tech/rss',
    'http://cyber.law.harvard.edu/rss',
    'http://cyber.law.harvard.edu/rss/rss.html',
    'http://www.rssboard.org/rss-specification',
    'http://rssnamespace.org/rss',
    'http://www.openmobilealliance.org/rss',
    'http://xmlns.com/rss',
  ],
  atom: [
    'http://www.w3.org/2005/atom',
    'http://purl.org/atom/ns',
    'http://purl.org/atom',
    'http://purl.org/echo',
    'http://purl.org/pie',
    'http://example.com/newformat',
    'http://example.com/necho',
    'uri/of/echo/namespace',
    'http://purl.org/atom-blog/ns',
    'http://www.w3.org/2005/atom/ns',
  ],
  xhtml: ['http://www.w3.org/1999/xhtml', 'http://www.w3.org/tr/xhtml1'],
  content: ['http://purl.org/rss/1.0/modules/content'],
  dc: [
    'http://purl.org/dc/elements/1.0',
    'http://purl.org/dc/elements/1.1',
    'http://purl.org/rss/1.0/modules/dc',
    'http://dublincore.org/documents/dces',
  ],
  dcterms: ['http://purl.org/dc/terms', 'http://purl.org/rss/1.0/modules/dcterms'],
  media: [
    'http://search.yahoo.com/mrss',
    'http://video.search.yahoo.com/mrss',
    'http://tools.search.yahoo.com/mrss',
    'http://www.rssboard.org/media-rss',
    'http://www.yahoo.com/mrss',
    'http://search.yahoo.com/searchmonkey/media',
  ],
  itunes: [
    'http://www.itunes.com/dtds/podcast-1.0.dtd',
    'http://www.itunes.com/dtds/podcast',
    'http://example.com/dtds/podcast-1.0.dtd',
  ],
  podcast: [
    'http://podcastindex.org/namespace/1.0',
    'http://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
  ],
  googleplay: [
    'http://www.google.com/schemas/play-podcasts/1.0',
    'http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd',
  ],
  georss: ['http://www.georss.org/georss', 'http://www.georss.org/georss/10', 'http://georss.org/georss'],
  geo: ['http://www.w3.org/2003/01/geo/wgs84_pos'],
  gml: ['http://www.opengis.net/gml', 'http://www.opengis.net/gml/3.2', 'http://www.georss.org/gml'],
  slash: ['http://purl.org/rss/1.0/modules/slash'],
  wfw: ['http://wellformedweb.org/commentapi', 'http://bitworking.org/rss/1.0/modules/wellformedweb'],
  sy: ['http://purl.org/rss/1.0/modules/syndication'],
  cc: ['http://web.resource.org/cc', 'http://creativecommons.org/ns'],
  creativecommons: [
    'http://backend.userland.com/creativecommonsrssmodule',
    'http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html',
  ],
  feedburner: ['http://rssnamespace.org/feedburner/ext/1.0'],
  source: ['http://source.scripting.com', 'http://source.smallpict.com/2014/07/12/thedocs.html'],
  thr: ['http://purl.org/syndication/thread/1.0'],
  fh: ['http://purl.org/syndication/history/1.0'],
  at: ['http://purl.org/atompub/tombstones/1.0'],
  app: ['http://www.w3.org/2007/app', 'http://purl.org/atom/app'],
  admin: ['http://webns.net/mvcb'],
  prism: [
    'http://prismstandard.org/namespaces/basic/2.0',
    'http://prismstandard.org/namespaces/1.2/basic',
    'http://prismstandard.org/namespaces/basic/2.1',
  ],
  foaf: ['http://xmlns.com/foaf/0.1'],
  xlink: ['http://www.w3.org/1999/xlink'],
}

const byAddress = new Map(Object.entries(addresses).flatMap(([prefix, all]) => all.map((address) => [address, prefix])))
const usualPrefixes = new Map(Object.keys(addresses).map((prefix) => [prefix, prefix]))

export type Names = {
  /** The canonical name of an element, '' when it belongs to nothing known. `wrong` hears of undeclared prefixes. */
  element(written: string, wrong: (what: string) => void): string
  attribute(written: string): string
  /** The names as they are inside an element with these `xmlns` attributes. */
  within(declarations: ReadonlyMap<string, string>): Names
}

/** The names at the outside of a document whose root belongs to `family`, in whatever namespace it says. */
export function namesOf(family: Family, root: string, declarations: ReadonlyMap<string, string>): Names {
  const scope = new Map(declarations)
  const prefix = prefixOf(root)
  const own = byAddress.get(plainAddress(scope.get(prefix) ?? ''))
  // A feed in a namespace nobody knows, or in that of something else, is still a feed.
  const adopted = own === family || own === 'rdf' ? undefined : scope.get(prefix)
  return names(scope, family, adopted)
}

function names(scope: ReadonlyMap<string, string>, family: Family, adopted: string | undefined): Names {
  const elements = new Map<string, string>()
  const attributes = new Map<string, string>()

  const meaning = (prefix: string): string | undefined => {
    const address = scope.get(prefix)
    if (address === undefined || address === '') return prefix === '' ? family : undefined
    if (address === adopted) return family
    return byAddress.get(plainAddress(address)) ?? usualPrefixes.get(prefix.toLowerCase()) ?? ''
  }
  const resolve = (written: string, wrong: (what: string) => void): string => {
    const prefix = prefixOf(written)
    const local = written.slice(prefix === '' ? 0 : prefix.length + 1).toLowerCase()
    let means = meaning(prefix)
    if (means === undefined) {
      if (prefix !== 'xml') wrong(`prefix ${prefix} is not declared`)
      means = usualPrefixes.get(prefix.toLowerCase()) ?? ''
    }
    return means === '' ? '' : `${means}:${local}`
  }
  return {
    element(written, wrong) {
      let name = elements.get(written)
      if (name === undefined) {
        name = resolve(written, wrong)
        elements.set(written, name)
      }
      return name
    },
    attribute(written) {
      let name = attributes.get(written)
      if (name === undefined) {
        const known = written.includes(':') ? resolve(written, () => {}) : ''
        name = known === '' ? written.toLowerCase() : known
        attributes.set(written, name)
      }
      return name
    },
    within(declarations) {
      for (const [prefix, address] of declarations)
        if (scope.get(prefix) !== address) return names(new Map([...scope, ...declarations]), family, adopted)
      return this
    },
  }
}

function prefixOf(written: string): string {
  const colon = written.indexOf(':')
  return colon === -1 ? '' : written.slice(0, colon)
}

/** Lower case, http, no `/` or `#` at the end: the ways one address is written in feeds. */
function plainAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https:/, 'http:')
    .replace(/[/#]+$/, '')
}

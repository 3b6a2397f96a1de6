/**
 * What the names of elements mean. Whatever prefix a document uses and however it writes a namespace's address, an
 * element is called `prefix:local` here, in lower case, with the prefixes of this table; what is unknown is ''.
 */
import { type Role, roleOf } from './structure.ts'

export type Family = 'rss' | 'atom' | 'opml'

const addresses: Readonly<Record<string, readonly string[]>> = {
  xml: ['http://www.w3.org/XML/1998/namespace'],
  rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  rss: [
    'http://purl.org/rss/1.0/',
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
    'http://www.w3.org/2005/Atom',
    'http://purl.org/atom/ns#',
    'http://purl.org/atom',
    'http://purl.org/echo',
    'http://purl.org/pie',
    'http://example.com/newformat',
    'http://example.com/necho',
    'uri/of/echo/namespace',
    'http://purl.org/atom-blog/ns',
    'http://www.w3.org/2005/atom/ns',
  ],
  xhtml: ['http://www.w3.org/1999/xhtml', 'http://www.w3.org/TR/xhtml1'],
  content: ['http://purl.org/rss/1.0/modules/content/'],
  dc: [
    'http://purl.org/dc/elements/1.0',
    'http://purl.org/dc/elements/1.1/',
    'http://purl.org/rss/1.0/modules/dc',
    'http://dublincore.org/documents/dces',
  ],
  dcterms: ['http://purl.org/dc/terms/', 'http://purl.org/rss/1.0/modules/dcterms'],
  media: [
    'http://search.yahoo.com/mrss/',
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
    'https://podcastindex.org/namespace/1.0',
    'http://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
  ],
  googleplay: [
    'http://www.google.com/schemas/play-podcasts/1.0',
    'http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd',
  ],
  georss: ['http://www.georss.org/georss', 'http://www.georss.org/georss/10', 'http://georss.org/georss'],
  geo: ['http://www.w3.org/2003/01/geo/wgs84_pos#'],
  gml: ['http://www.opengis.net/gml', 'http://www.opengis.net/gml/3.2', 'http://www.georss.org/gml'],
  slash: ['http://purl.org/rss/1.0/modules/slash/'],
  wfw: ['http://wellformedweb.org/CommentAPI/', 'http://bitworking.org/rss/1.0/modules/wellformedweb'],
  sy: ['http://purl.org/rss/1.0/modules/syndication/'],
  cc: ['http://web.resource.org/cc/', 'http://creativecommons.org/ns#'],
  creativecommons: [
    'http://backend.userland.com/creativeCommonsRssModule',
    'http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html',
  ],
  feedburner: ['http://rssnamespace.org/feedburner/ext/1.0'],
  source: ['http://source.scripting.com/', 'http://source.smallpict.com/2014/07/12/thedocs.html'],
  thr: ['http://purl.org/syndication/thread/1.0'],
  fh: ['http://purl.org/syndication/history/1.0'],
  at: ['http://purl.org/atompub/tombstones/1.0'],
  app: ['http://www.w3.org/2007/app', 'http://purl.org/atom/app'],
  admin: ['http://webns.net/mvcb/'],
  prism: [
    'http://prismstandard.org/namespaces/basic/2.0',
    'http://prismstandard.org/namespaces/1.2/basic',
    'http://prismstandard.org/namespaces/basic/2.1',
  ],
  foaf: ['http://xmlns.com/foaf/0.1/'],
  xlink: ['http://www.w3.org/1999/xlink'],
}

/** What is longer is no address of ours. */
const longestAddress = 200
const byAddress = new Map(Object.entries(addresses).flatMap(([prefix, all]) => all.map((address) => [address, prefix])))
const byPlainAddress = new Map([...byAddress].map(([address, prefix]) => [plainAddress(address), prefix]))
const usualPrefixes = new Map(Object.keys(addresses).map((prefix) => [prefix, prefix]))

const vocabularies = new Map([...Object.keys(addresses), 'opml'].map((prefix, index) => [prefix, 1 << index]))

/** The bit that stands for a name's vocabulary. Throws when there is none with its prefix. */
export function vocabularyOf(name: string): number {
  const vocabulary = vocabularies.get(prefixOf(name))
  if (vocabulary === undefined) throw new Error(`${name} is in no vocabulary of namespaces.ts.`)
  return vocabulary
}

/** What a name means, decided once. `name` is '' when it belongs to nothing known. */
export type Meaning = { readonly name: string; readonly role: Role; readonly vocabulary: number }

/** What belongs to nothing known. */
export const unknown: Meaning = { name: '', role: 'text', vocabulary: 0 }

export type Names = {
  /** What an element is. `wrong` hears of undeclared prefixes. */
  element(written: string, wrong: (what: string) => void): Meaning
  attribute(written: string): string
  /** The names as they are inside an element with these `xmlns` attributes. */
  within(declarations: ReadonlyMap<string, string>): Names
}

/** The names at the outside of a document whose root belongs to `family`, in whatever namespace it says. */
export function namesOf(family: Family, root: string, declarations: ReadonlyMap<string, string>): Names {
  const address = declarations.get(prefixOf(root))
  const own = address && prefixAt(address)
  // A feed in a namespace nobody knows, or in that of something else, is still a feed.
  return names({ own: declarations, outer: undefined }, family, own === family || own === 'rdf' ? undefined : address)
}

/** Declarations, and those around them. */
type Scope = { readonly own: ReadonlyMap<string, string>; readonly outer: Scope | undefined }

/** Inner scopes that are kept: feeds declare the same namespace again for every item. */
const mostKept = 100

function names(scope: Scope, family: Family, adopted: string | undefined): Names {
  const elements = new Map<string, Meaning>()
  const attributes = new Map<string, string>()
  const prefixes = new Map<string, string>()
  const inner = new Map<string, Names>()

  const meaning = (prefix: string, wrong: (what: string) => void): string => {
    const usual = usualPrefixes.get(prefix.toLowerCase()) ?? ''
    const address = addressIn(scope, prefix)
    if (address === adopted && address !== undefined) return family
    if (address) return prefixAt(address) ?? usual
    if (prefix === '') return family
    if (prefix !== 'xml') wrong(`prefix ${prefix} is not declared`)
    return usual
  }
  const resolve = (written: string, wrong: (what: string) => void): Meaning => {
    const colon = written.indexOf(':')
    const prefix = colon === -1 ? '' : written.slice(0, colon)
    let means = prefixes.get(prefix)
    if (means === undefined) {
      means = meaning(prefix, wrong)
      if (wrong !== silent) prefixes.set(prefix, means)
    }
    if (means === '') return unknown
    const name = `${means}:${written.slice(colon + 1).toLowerCase()}`
    return { name, role: roleOf(name), vocabulary: vocabularies.get(means) ?? 0 }
  }
  return {
    element(written, wrong) {
      let means = elements.get(written)
      if (means === undefined) {
        means = resolve(written, wrong)
        elements.set(written, means)
      }
      return means
    },
    attribute(written) {
      let name = attributes.get(written)
      if (name === undefined) {
        name = (written.includes(':') && resolve(written, silent).name) || written.toLowerCase()
        attributes.set(written, name)
      }
      return name
    },
    within(declarations) {
      let news = ''
      for (const [prefix, address] of declarations)
        if (addressIn(scope, prefix) !== address) news += `${prefix} ${address}\n`
      if (news === '') return this
      let found = inner.get(news)
      if (!found) {
        found = names({ own: declarations, outer: scope }, family, adopted)
        if (inner.size < mostKept) inner.set(news, found)
      }
      return found
    },
  }
}

const silent = (): void => {}

function addressIn(scope: Scope, prefix: string): string | undefined {
  for (let here: Scope | undefined = scope; here; here = here.outer) {
    const address = here.own.get(prefix)
    if (address !== undefined) return address
  }
  return undefined
}

function prefixOf(written: string): string {
  const colon = written.indexOf(':')
  return colon === -1 ? '' : written.slice(0, colon)
}

function prefixAt(address: string): string | undefined {
  return byAddress.get(address) ?? byPlainAddress.get(plainAddress(address))
}

/** Lower case, http, no `/` or `#` at the end: the ways one address is written in feeds. */
function plainAddress(address: string): string {
  return address
    .slice(0, longestAddress)
    .trim()
    .toLowerCase()
    .replace(/^https:/, 'http:')
    .replace(/[/#]+$/, '')
}

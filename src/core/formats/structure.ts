/** How the elements of the formats hold each other: which are items, which hold elements, and that the rest hold text. */

/** The names of elements are `prefix:local`, see namespaces.ts. */
export type Role = 'item' | 'container' | 'text'

export function roleOf(name: string): Role {
  return roles.get(name) ?? 'text'
}

const items = ['rss:item', 'atom:entry', 'atom:item', 'rss:entry']

/** Whose children are read as elements. Everything else holds text, and elements inside it are markup of that text. */
const containers = Object.entries({
  rss: 'rss rdf channel image textinput items author contributor logo a skiphours skipdays',
  rdf: 'rdf seq bag li value description',
  atom: 'feed author contributor source link category',
  opml: 'opml head body outline',
  dc: 'creator contributor author publisher',
  foaf: 'person maker',
  media: 'group content thumbnail player community location license',
  itunes: 'owner category image',
  googleplay: 'image',
  podcast: 'alternateenclosure',
  georss: 'where',
  gml: 'point linestring polygon exterior linearring envelope multipoint pointmember',
  geo: 'point',
  cc: 'license work',
  at: 'by deleted-entry',
  source: 'account',
}).flatMap(([prefix, locals]) => locals.split(' ').map((local) => `${prefix}:${local}`))

const roles = new Map<string, Role>([
  ...containers.map((name) => [name, 'container'] as const),
  ...items.map((name) => [name, 'item'] as const),
])

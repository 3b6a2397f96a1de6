/** What may be in a story: elements fit for news with the attributes they need, nothing that acts. */

const table: Readonly<Record<string, string>> = {
  a: 'href title',
  abbr: 'title',
  address: '',
  aside: '',
  b: '',
  bdi: '',
  bdo: '',
  blockquote: 'cite',
  br: '',
  caption: '',
  cite: '',
  code: '',
  col: '',
  colgroup: '',
  dd: '',
  del: 'datetime',
  details: 'open',
  dfn: 'title',
  div: '',
  dl: '',
  dt: '',
  em: '',
  figcaption: '',
  figure: '',
  h2: '',
  h3: '',
  h4: '',
  h5: '',
  h6: '',
  hr: '',
  i: '',
  img: '',
  ins: 'datetime',
  kbd: '',
  li: 'value',
  mark: '',
  ol: 'start reversed type',
  p: '',
  pre: '',
  q: 'cite',
  rp: '',
  rt: '',
  ruby: '',
  s: '',
  samp: '',
  small: '',
  span: '',
  strong: '',
  sub: '',
  summary: '',
  sup: '',
  table: '',
  tbody: '',
  td: 'colspan rowspan',
  tfoot: '',
  th: 'colspan rowspan scope',
  thead: '',
  time: 'datetime',
  tr: '',
  u: '',
  ul: '',
  var: '',
  wbr: '',
}

/** Elements by name with the attributes each may have beside the global ones. */
export const allowed: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(table).map(([name, attributes]) => [name, new Set(attributes.split(' ').filter(Boolean))]),
)

/** Language and direction are part of the text. No class, no id, no style: they are the page's. */
export const globalAttributes: ReadonlySet<string> = new Set(['lang', 'dir'])

/** Elements whose content is no text of the story: it goes with them. */
export const dropped: ReadonlySet<string> = new Set(
  'script style template iframe object embed applet audio video canvas noembed noframes noscript frame frameset base link meta title head math svg input button select option optgroup textarea datalist progress meter area param source track bgsound keygen'.split(
    ' ',
  ),
)

export const voids: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** What may be in a story: elements fit for news with the attributes they need, nothing that acts. */

const table: Readonly<Record<string, string>> = {
  a: 'href title hreflang',
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
  col: 'span',
  colgroup: 'span',
  dd: '',
  del: 'datetime cite',
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
  img: 'src alt width height loading',
  ins: 'datetime cite',
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
  th: 'colspan rowspan scope abbr',
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
  Object.entries(table).map(([name, attributes]) => [name, words(attributes)]),
)

/** Language and direction are part of the text. No class, no id, no style: they are the page's. */
export const globalAttributes: ReadonlySet<string> = new Set(['lang', 'dir'])

/** Elements by the allowed one that means the same, or keeps their text apart from its neighbours. */
export const renamed: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acronym: 'abbr',
    article: 'div',
    center: 'div',
    dialog: 'div',
    dir: 'ul',
    fieldset: 'div',
    footer: 'div',
    form: 'div',
    h1: 'h2',
    header: 'div',
    hgroup: 'div',
    legend: 'p',
    listing: 'pre',
    main: 'div',
    marquee: 'div',
    menu: 'ul',
    nav: 'div',
    plaintext: 'pre',
    search: 'div',
    section: 'div',
    strike: 's',
    tt: 'code',
    xmp: 'pre',
  }),
)

/** Elements whose content is no text of the story: it goes with them. */
export const dropped: ReadonlySet<string> = words(
  `script style template noembed frames noframes noscript frame frameset base basefont bgsound link meta title head
  input button select option optgroup textarea datalist progress meter area param source track keygen canvas
  annotation annotation-xml desc metadata`,
)

/** Elements that play or frame something from elsewhere: a link to it takes their place. */
export const embeds: ReadonlySet<string> = words(
  'iframe embed object applet video audio amp-iframe amp-video amp-audio amp-youtube amp-vimeo lite-youtube',
)

export const images: ReadonlySet<string> = words('img image amp-img amp-anim')

/** Elements that stand apart from what is around them. */
export const blocks: ReadonlySet<string> = words(
  `address article aside blockquote caption center dd details dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p plaintext pre search section summary table
  tbody tfoot thead tr ul xmp`,
)

export const voids: ReadonlySet<string> = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
)

/** Nothing is written of these when they hold nothing. Cells, terms and rows keep their place in a pattern. */
export const pointless: ReadonlySet<string> = words(
  `a abbr address aside b bdi bdo blockquote caption cite code del dfn div dl em figcaption figure h2 h3 h4 h5 h6 i ins
  kbd li mark ol p pre q ruby s samp small span strong sub summary sup table time u ul var details`,
)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean))
}

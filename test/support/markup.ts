/** Markup of every kind, made up: well nested, unclosed, crossed, of every element anybody has heard of. */
import fc from 'fast-check'

const flow =
  'p p p div div section article center blockquote ul ol li li dl dt dd h1 h2 h3 pre figure figcaption table table thead tbody tfoot caption colgroup tr tr td td th address details summary main nav aside fieldset hr'
const phrasing =
  'span b i a a em strong u s small big tt font code q cite del ins sub sup ruby rt rp time abbr bdo bdi br img wbr acronym label mark kbd x-word o:p'
const odd =
  'iframe video audio source object embed script style noscript template svg math mtext mi mglyph foreignObject title desc textarea select option button form input nobr marquee listing xmp plaintext rb rtc dialog html body head link meta base frameset frame legend track param canvas area map image dir menu noembed keygen applet col annotation-xml'

const attributes = [
  ...Array.from({ length: 12 }, () => ''),
  ' class="x"',
  ' href="https://a.example/x?utm_source=q&amp;id=1"',
  ' href=x',
  ' HREF="JavaScript:alert(1)"',
  ' src="//b.example/i.png"',
  ' src=x onerror=alert(1)',
  ' style="display:none"',
  ' style="font-size:0"',
  ' style="font-size:1em;visibility:visible;color:red"',
  ' style="visibility:hidden"',
  ' hidden',
  ' title="a&amp;b &lt;i&gt;"',
  ` title='x"y>z'`,
  ' dir=rtl lang=ar',
  ' xml:lang="he"',
  ' a=b c',
  ' /',
  ' "<x',
  ' xml:base="https://c.example/d/"',
  ' width=1 height="01"',
  ' width="300.5" height=200px',
  ' type=1 start=-3 reversed value=2',
  ' colspan=2 rowspan=0',
  ' data-src="https://l.example/p.jpg"',
  ' alt="👍" class=emoji',
  ' class="twitter-tweet" cite="https://t.example/1"',
  ' srcset="https://s.example/a.jpg 1x, https://s.example/b.jpg 2x"',
  ' href="https://www.google.com/url?q=https://d.example/"',
  ' id=document name=cookie',
]

const words = ['a', 'word ', ' ', '\n', '&amp;', '&lt;b&gt;', '&nbsp;', 'é', '👩‍👩‍👧', '“”', 'שלום', 'مرحبا', '字']
const oddWords = [
  ...'<|&|"|\'|`|<!-- c -->|<!-->|<!--->|<!-- --!>|<!--|-->|<?x y?>|<!doctype x>|<![CDATA[z]]>|]]>|</>|</ x>|\r\n|\t|\f|\u2028'.split(
    '|',
  ),
  ...'&#13;|&#0;|&#128;|&#xD800;|&notit;|&ampx|&#8203;|\u200b|\u200d|\u200cم|م\u200c|\u00ad|\u202e|\u2067|\u2069|\ud800|\0|\ufeff|\u{e0041}|❤\ufe0f\u200d🔥'.split(
    '|',
  ),
]

type Step = readonly ['open', string, string] | readonly ['close' | 'cross', string] | readonly ['text', string]

/** `kind: 'sound'`: elements of news, every one closed in its turn. `'any'`: as it comes. */
export function markup(kind: 'sound' | 'any'): fc.Arbitrary<string> {
  const names = [...flow.split(' '), ...phrasing.split(' '), ...(kind === 'any' ? odd.split(' ') : [])]
  const name = fc.constantFrom(...names)
  const text = fc.constantFrom(...words, ...(kind === 'any' ? oddWords : []))
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constant('open' as const), name, fc.constantFrom(...attributes)) },
    { weight: 3, arbitrary: fc.tuple(fc.constant('close' as const), name) },
    { weight: kind === 'any' ? 1 : 0, arbitrary: fc.tuple(fc.constant('cross' as const), name) },
    { weight: 4, arbitrary: fc.tuple(fc.constant('text' as const), text) },
    {
      weight: kind === 'any' ? 1 : 0,
      arbitrary: fc.tuple(fc.constant('text' as const), fc.string({ maxLength: 6, unit: 'binary' })),
    },
  )
  return fc.array(step, { maxLength: 26 }).map((steps) => written(steps, kind === 'sound'))
}

function written(steps: readonly Step[], sound: boolean): string {
  const open: string[] = []
  let html = ''
  for (const [what, name, attribute = ''] of steps) {
    if (what === 'text') html += name
    else if (what === 'cross') html += `</${name}>`
    else if (what === 'close') html += closing(open)
    else {
      html += `<${name}${attribute}>`
      if (!/^(?:br|img|hr|wbr|col|input|source|track|param|area|embed|link|meta|base)$/.test(name)) open.push(name)
    }
  }
  while (sound && open.length > 0) html += closing(open)
  return html
}

function closing(open: string[]): string {
  const name = open.pop()
  return name === undefined ? '' : `</${name}>`
}

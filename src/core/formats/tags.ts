/** Taking the tags out of a text, in one pass and without backtracking, however broken they are. */

const known = new Set(
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup data dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta nav nobr noembed noframes noscript object ol option p param picture pre q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'.split(
    ' ',
  ),
)
/** These part words from each other. */
const breaking = new Set('p br div li h1 h2 h3 h4 h5 h6 td th tr hr blockquote dd dt'.split(' '))
const longestTag = 4000

/**
 * The text without tags, comments, scripts and styles. Only HTML's own elements count as tags ("List<String>" is
 * none), unless `certain` says that the text is HTML.
 */
export function withoutTags(text: string, certain: boolean): string {
  let out = ''
  let from = 0
  /** What is known to have no end further on, so that it is looked for once. */
  const endless = new Set<string>()
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', Math.max(from, at + 1))) {
    if (at < from) continue
    const end = text.startsWith('<!', at) ? asideEnd(text, at, endless) : tagEnd(text, at, certain)
    if (end === -1) continue
    out += text.slice(from, at)
    const name = nameAt(text, at)
    if (breaking.has(name)) out += ' '
    from = name === 'script' || name === 'style' ? rawEnd(text, at, end, name, endless) : end
  }
  return from === 0 ? text : out + text.slice(from)
}

function nameAt(text: string, at: number): string {
  return /^<\/?([a-z][\w:-]*)/i.exec(text.slice(at, at + 40))?.[1]?.toLowerCase() ?? ''
}

/** Behind a comment or declaration; one without its proper end reaches to the next `>`, or to the end. */
function asideEnd(text: string, at: number, endless: Set<string>): number {
  if (text.startsWith('<!--', at)) {
    const close = find(text, '-->', at + 4, endless)
    if (close !== -1) return close + 3
  }
  if (!/^<!(?:--|doctype|\[)/i.test(text.slice(at, at + 10))) return -1
  const simple = find(text, '>', at, endless)
  if (simple !== -1) return simple + 1
  return /^<!-*\s*$/.test(text.slice(at, at + 20)) ? text.length : -1
}

function find(text: string, mark: string, from: number, endless: Set<string>): number {
  if (endless.has(mark)) return -1
  const found = text.indexOf(mark, from)
  if (found === -1) endless.add(mark)
  return found
}

/** Behind the tag at `at`, -1 if it is none. */
function tagEnd(text: string, at: number, certain: boolean): number {
  const name = nameAt(text, at)
  if (name === '' || !(certain || known.has(name))) return -1
  let here = at + 1 + name.length + (text[at + 1] === '/' ? 1 : 0)
  if (!/[\s/>]/.test(text[here] ?? '')) return -1
  const last = Math.min(text.length, at + longestTag)
  let quote = ''
  for (; here < last; here++) {
    const letter = text[here] ?? ''
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '>') return here + 1
    else if (letter === '<') return -1
    else if ((letter === '"' || letter === "'") && /=\s*$/.test(text.slice(here - 3, here))) quote = letter
  }
  return -1
}

/** Behind the closing tag of a script or style that opens at `at`; one without is only its tag. */
function rawEnd(text: string, at: number, end: number, name: string, endless: Set<string>): number {
  if (text[at + 1] === '/' || endless.has(name)) return end
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = end
  if (close.exec(text)) return close.lastIndex
  endless.add(name)
  return end
}

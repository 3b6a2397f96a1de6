/** HTML that was escaped or wrapped once too often on its way: readers see the markup its author meant, not its marks. */
import { decodeHtml } from './entities.ts'

const blocks = 'p|div|center|blockquote|figure|figcaption|ul|ol|li|table|h[1-6]|iframe'
const pairs = `${blocks}|a|em|strong|span|font`
const inQuotes = '[^&]{0,500}(?:&quot;[^&]{0,2000}&quot;[^&]{0,500}){0,20}'
/** Escaped markup that nobody writes about in running text: whole paragraphs, links, line breaks, pictures. */
const telling = new RegExp(
  `&lt;(?:/(?:${pairs})|(?:p|br|hr|div|center)\\s*/?|(?:${pairs}|img)\\s+[a-z-]+=${inQuotes})&gt;`,
  'i',
)
/** Beside real markup more is asked: a text that begins with a block, or holds a tag with attributes. */
const wholly = new RegExp(
  `^\\s*&lt;(?:${blocks}|a|img|br)(?=[\\s/&])|&lt;(?:${pairs}|img)\\s+[a-z-]+=${inQuotes}&gt;`,
  'i',
)
/** Where markup is shown on purpose. */
const shown = /<(\/?)(?:code|pre|kbd|samp|tt|xmp|textarea)(?=[\s>])/gi
/** Of escapes upon escapes. */
const mostLayers = 3

export function meantMarkup(html: string): string {
  let text = holdsDeclaration(html) ? withoutBogusMarks(html) : html
  for (let layer = 0; layer < mostLayers; layer++) {
    if (!text.includes('&lt;') && !text.includes('&amp;lt;') && !text.includes('&amp;amp;')) break
    if (text.includes('<')) return unescapedRuns(text)
    const plain = text.replace(/&(?:amp;)+(?=lt;|gt;|quot;)/g, '&')
    if (!telling.test(plain)) break
    text = decodeHtml(text)
  }
  return text
}

/** Whether there is a `<!`. Looked for by its rarer letter, because every text is asked. */
function holdsDeclaration(html: string): boolean {
  for (let at = html.indexOf('!'); at !== -1; at = html.indexOf('!', at + 1)) if (html[at - 1] === '<') return true
  return false
}

/** CDATA within CDATA: only the outer one is XML's, the marks of the inner stay in the text; WordPress escapes its end. */
export function withoutCdataMarks(text: string): string {
  return text.includes('<![CDATA[') ? text.replaceAll('<![CDATA[', '').replace(/\]\](?:>|&gt;)/g, '') : text
}

/** `<!` that begins neither a comment nor a declaration is what its author wrote; HTML would swallow what follows. */
function withoutBogusMarks(html: string): string {
  const lastMark = html.lastIndexOf('>')
  return withoutCdataMarks(html).replace(/<!(?!--|\[)(?:doctype\b)?/gi, (mark, at: number) =>
    mark.length > 2 && at < lastMark ? mark : `&lt;${mark.slice(1)}`,
  )
}

/** Where real and escaped markup stand side by side, text that is markup throughout was meant to be it. */
function unescapedRuns(html: string): string {
  let out = ''
  let from = 0
  let looked = 0
  let depth = 0
  shown.lastIndex = 0
  let next = shown.exec(html)
  for (let at = html.indexOf('&lt;'); at !== -1; at = html.indexOf('&lt;', looked)) {
    const start = looked + html.slice(looked, at).lastIndexOf('>') + 1
    const close = html.indexOf('<', at)
    looked = close === -1 ? html.length : close
    for (; next && next.index < start; next = shown.exec(html)) depth = Math.max(0, depth + (next[1] ? -1 : 1))
    const run = html.slice(start, looked)
    if (depth > 0 || run.startsWith('<') || !wholly.test(run) || !/&lt;(?:\/|br|hr|img)/i.test(run)) continue
    out += html.slice(from, start) + decodeHtml(run)
    from = looked
  }
  return from === 0 ? html : out + html.slice(from)
}

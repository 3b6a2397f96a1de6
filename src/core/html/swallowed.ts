/**
 * Elements whose content is raw text in HTML swallow everything behind them when nothing ends them. Written `<iframe …/>`,
 * as XML does, or not ended at all, a frame was meant to hold nothing: what follows is its writer's text.
 */
const tags = /<(iframe|script|style|noembed|noframes|noscript|textarea|title|xmp)\b((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gi

/** The same markup, those elements ended where they were meant to. */
export function unswallowed(html: string): string {
  return html.replace(tags, (tag, name: string, rest: string, at: number) => {
    const isClosed = rest.endsWith('/')
    if (!isClosed && name.toLowerCase() !== 'iframe') return tag
    const next = new RegExp(`<(/?)${name}\\b`, 'gi')
    next.lastIndex = at + tag.length
    return next.exec(html)?.[1] === '/' ? tag : `<${name}${isClosed ? rest.slice(0, -1) : rest}></${name}>`
  })
}

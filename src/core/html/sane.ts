/**
 * The parser's own time grows with the square of what stands open, and elements that were never closed are opened again
 * in every paragraph after. Markup that makes it work out of proportion to its length is no text of anybody's: it is
 * read without its tags.
 */

/** Below this no markup takes long. Characters. */
const harmless = 20_000
const mostOpen = 500
/** How often an unclosed element may be opened again, for each character. */
const mostRepeats = 3

/** The markup itself, or its words alone. */
export function sane(html: string): string {
  return html.length < harmless || isSane(html) ? html : html.replace(/<[/a-z!?][^<>]{0,5000}>?/gi, ' ')
}

function isSane(html: string): boolean {
  let open = 0
  let repeated = 0
  const unclosed = { count: 0, names: new Map<string, number>() }
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    tags.lastIndex = at
    const tag = tags.exec(html)
    if (!tag) continue
    const name = (tag[2] ?? '').toLowerCase()
    const by = tag[1] ? -1 : 1
    if (reopened.has(name)) count(unclosed, name, by)
    else if (!alone.has(name)) open = Math.max(0, open + by)
    repeated += unclosed.count
    if (open + unclosed.count > mostOpen || repeated > html.length * mostRepeats) return false
  }
  return equalsSigns(html) < 200_000
}
const tags = /<(\/?)([a-z][a-z0-9]{0,20})/iy
const reopened: ReadonlySet<string> = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
const alone: ReadonlySet<string> = new Set(
  'p li tr td th dt dd br hr img wbr col option source input link meta'.split(' '),
)

function count(unclosed: { count: number; names: Map<string, number> }, name: string, by: number): void {
  const now = unclosed.names.get(name) ?? 0
  if (now + by < 0) return
  unclosed.names.set(name, now + by)
  unclosed.count += by
}

/** Attributes are compared with each other. */
function equalsSigns(html: string): number {
  let found = 0
  for (let at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) found += 1
  return found
}

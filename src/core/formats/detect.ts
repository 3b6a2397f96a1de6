/** What kind of document a text is, by what it contains: labels lie, roots hardly ever. */
import type { Family } from './namespaces.ts'

export type XmlKind = {
  kind: 'xml'
  family: Family
  /** Where reading begins: at the document's first mark, or at a root that lies behind something else. */
  from: number
  /** Where the root's tag begins. */
  start: number
  /** Something stands before the document that should not. */
  preceded: boolean
}
export type Kind = XmlKind | { kind: 'json' } | { kind: 'html' } | { kind: 'unknown' }

const roots: Readonly<Record<string, Family>> = {
  rss: 'rss',
  rdf: 'rss',
  channel: 'rss',
  feed: 'atom',
  entry: 'atom',
  opml: 'opml',
}
const anyRoot = /<(?:[a-z][\w.-]*:)?(rss|rdf|feed|opml|channel|entry)(?=[\s>/])/gi
/** How far a feed's root is looked for behind what does not belong before it. */
const furthest = 200_000

export function detect(text: string): Kind {
  const first = afterSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  const letter = text[first]
  if (letter === '{' || letter === '[') return { kind: 'json' }
  const root = rootTag(text, first)
  if (root) {
    const family = roots[root.local]
    if (family)
      return {
        kind: 'xml',
        family,
        from: first,
        start: root.at,
        preceded: first !== 0 && text.startsWith('<?xml', first),
      }
  }
  const isPage = root?.local === 'html' || /<!doctype\s+html|<html[\s>]/i.test(text.slice(0, 2000))
  if (isPage) return { kind: 'html' }
  anyRoot.lastIndex = first
  const buried = anyRoot.exec(text.length > furthest ? text.slice(0, furthest) : text)
  const family = buried && roots[(buried[1] ?? '').toLowerCase()]
  if (buried && family) return { kind: 'xml', family, from: buried.index, start: buried.index, preceded: true }
  return /<(?:head|body|title|meta|link|div|p|a)[\s>]/i.test(text.slice(0, 20_000))
    ? { kind: 'html' }
    : { kind: 'unknown' }
}

/** The first tag behind declarations, comments and processing instructions. */
function rootTag(text: string, from: number): { local: string; at: number } | undefined {
  let at = from
  while (text.charCodeAt(at) === 60) {
    const end = afterAside(text, at)
    if (end === at) {
      const name = /^<(?:[^\s<>/:]+:)?([^\s<>/:]+)/.exec(text.slice(at, at + 200))?.[1]
      return name ? { local: name.toLowerCase(), at } : undefined
    }
    if (end === -1) return undefined
    at = afterSpace(text, end)
  }
  return undefined
}

/** Behind the comment, declaration or instruction at `at`; `at` if it is none, -1 if it has no end. */
function afterAside(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return behind(text, '-->', at)
  if (text.startsWith('<?', at)) return behind(text, '?>', at)
  if (!text.startsWith('<!', at)) return at
  const mark = /[>[]/g
  mark.lastIndex = at
  const found = mark.exec(text)
  if (found?.[0] !== '[') return found ? mark.lastIndex : -1
  const end = /\]\s*>/g
  end.lastIndex = mark.lastIndex
  return end.exec(text) ? end.lastIndex : -1
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? -1 : found + mark.length
}

function afterSpace(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) <= 32) at += 1
  return at
}

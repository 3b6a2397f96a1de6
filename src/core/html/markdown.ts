/** Markdown as people write releases in: CommonMark with tables. What readers would not see as it was meant is a mistake. */
import { Marked, type Token, type Tokens } from 'marked'
import type { Mistake } from '../mistakes.ts'
import { type SafeHtml, sanitise } from './sanitise.ts'

const marked = new Marked({ gfm: true })

/** Safe HTML of a text, with what is wrong in it. `firstLine` is the number of its first line in the file. */
export function readMarkdown(text: string, firstLine: number): { html: SafeHtml; mistakes: readonly Mistake[] } {
  const source = text.replace(/\r\n?/g, '\n')
  const tokens = marked.lexer(source)
  const mistakes: Mistake[] = []
  let line = firstLine
  for (const block of tokens) {
    for (const { raw, says } of wrongIn(block)) {
      const before = block.raw.slice(0, Math.max(0, block.raw.indexOf(raw)))
      mistakes.push({ line: line + count(before), says })
    }
    line += count(block.raw)
  }
  return { html: sanitise(marked.parser(tokens)), mistakes }
}

function wrongIn(block: Token): { raw: string; says: string }[] {
  const wrong: { raw: string; says: string }[] = []
  marked.walkTokens([block], (token) => {
    const says = wrongWith(token)
    if (says !== undefined) wrong.push({ raw: token.raw, says })
  })
  // A tag that closes is told by the one it closes.
  return wrong.filter(({ raw }, i) => i === 0 || !raw.startsWith('</'))
}

function wrongWith(token: Token): string | undefined {
  switch (token.type) {
    case 'html':
      return `"${start(token.raw)}" is HTML, which is not taken here: write it in Markdown.`
    case 'image':
      return 'Pictures do not stand in the text: list this one under "pictures", with its alt text and licence.'
    case 'checkbox':
      return 'A list with boxes to tick is for working papers: write a plain list.'
    case 'heading':
      return (token as Tokens.Heading).depth === 1
        ? 'The headline stands among the facts: headings within the text begin with "##".'
        : undefined
    case 'link': {
      const { href } = token as Tokens.Link
      return leadsSomewhere(href)
        ? undefined
        : `The link to "${href}" leads nowhere from other sites: write the whole address.`
    }
    default:
      return undefined
  }
}

function leadsSomewhere(href: string): boolean {
  const url = URL.parse(href)
  return url !== null && /^(https?|mailto|tel):$/.test(url.protocol) && !url.username && !url.password
}

function start(raw: string): string {
  const [first = ''] = raw.trim().split('\n')
  return first.length <= 40 ? first : `${first.slice(0, 39)}…`
}

function count(text: string): number {
  return text.split('\n').length - 1
}

/** Markdown as people write releases in: CommonMark with tables. What readers would not see as it was meant is a mistake. */
import { Marked, type Token, type Tokens } from 'marked'
import type { Mistake, MistakeKind } from '../mistakes.ts'
import { type SafeHtml, sanitise } from './sanitise.ts'

const marked = new Marked({ gfm: true })

/** Quotations and lists within each other, begun on one line: nobody means more, and a parser goes down into each. */
const deepest = 20
const marker = '[ \\t]*(?:>|(?:[*+-]|\\d{1,9}[.)])(?=[ \\t]))'
const tooDeep = new RegExp(`^((?:${marker}){${deepest}})(?:${marker})+`, 'gm')
/** Told of one text: whoever has made so many has made them all for one reason. */
const mostMistakes = 200

/** Safe HTML of a text, with what is wrong in it. `firstLine` is the number of its first line in the file. */
export function readMarkdown(text: string, firstLine: number): { html: SafeHtml; mistakes: readonly Mistake[] } {
  const source = text.replace(/\r\n?/g, '\n').replace(tooDeep, '$1')
  const tokens = marked.lexer(source)
  const mistakes: Mistake[] = []
  let line = firstLine
  for (const block of tokens) {
    for (const { raw, ...wrong } of wrongIn(block)) {
      if (mistakes.length >= mostMistakes) break
      const before = block.raw.slice(0, Math.max(0, block.raw.indexOf(raw)))
      mistakes.push({ line: line + count(before), ...wrong })
    }
    line += count(block.raw)
  }
  return { html: sanitise(marked.parser(tokens)), mistakes }
}

type Wrong = { readonly what: MistakeKind; readonly says: string }

function wrongIn(block: Token): (Wrong & { raw: string })[] {
  const wrong: (Wrong & { raw: string })[] = []
  marked.walkTokens([block], (token) => {
    const found = wrongWith(token)
    if (found) wrong.push({ raw: token.raw, ...found })
  })
  // A tag that closes is told by the one it closes.
  return wrong.filter(({ raw }, i) => i === 0 || !raw.startsWith('</'))
}

function wrongWith(token: Token): Wrong | undefined {
  switch (token.type) {
    case 'html': {
      const says = `"${start(token.raw)}" is HTML, which is not taken here: write it in Markdown.`
      return { what: 'markup', says }
    }
    case 'image': {
      const says = 'Pictures do not stand in the text: list this one under "pictures", with its alt text and licence.'
      return { what: 'image', says }
    }
    case 'checkbox':
      return { what: 'boxes', says: 'A list with boxes to tick is for working papers: write a plain list.' }
    case 'heading': {
      if ((token as Tokens.Heading).depth !== 1) return undefined
      const says = 'The headline stands among the facts: headings within the text begin with "##".'
      return { what: 'heading', says }
    }
    case 'link': {
      const { href } = token as Tokens.Link
      if (leadsSomewhere(href)) return undefined
      return { what: 'link', says: `The link to "${href}" leads nowhere from other sites: write the whole address.` }
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

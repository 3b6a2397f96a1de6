/**
 * The debris of syndication: "The post X appeared first on Y", "Read more", share bars, links to feeds and comments,
 * empty centred credits. It is removed, and what it tells is kept as a fact. Works on the lines of safe HTML; what is
 * not recognised stays ("About X" paragraphs, contacts, helplines, content warnings are text).
 */
import { type CreditLine, creditAtEnd, creditOf } from './credit-lines.ts'
import { withoutEnds, withoutLines } from './cut.ts'
import { isComments, isFeed, isMore, isSharing } from './debris-words.ts'
import { type Line, linesOf, startOfLast } from './lines.ts'
import { nearEnds } from './repeated-credits.ts'
import type { SafeHtml } from './sanitise.ts'
import { isShareLink } from './share-links.ts'

export type Debris = {
  readonly html: SafeHtml
  /** What a credit line said. Absent when there was none, or it named nothing. */
  readonly creditLine?: CreditLine
  /** Where "read more" led. */
  readonly readMore?: string
}

/** `recognise` says which lines beside the well-known ones are credit lines of this source (`repeatedCredits`). */
export function removeDebris(html: SafeHtml, recognise: (line: Line) => CreditLine | undefined = nobody): Debris {
  const lines = linesOf(html)
  const creditKind = creditKinds()
  const facts: { creditLine?: CreditLine; readMore?: string } = {}
  const gone = new Set<Line>()
  const take = (line: Line, kind: Kind | undefined): boolean => {
    if (kind === undefined || !line.whole) return false
    gone.add(line)
    note(facts, kind)
    return true
  }
  // Only what nothing but debris and pictures follows, or precedes, is at an end of the text.
  const spoken = lines.filter((line) => line.text !== '')
  for (const line of spoken.toReversed()) if (!take(line, creditKind(line, recognise) ?? tailKind(line))) break
  for (const line of spoken) if (!gone.has(line) && !take(line, creditKind(line, recognise) ?? headKind(line))) break
  // Near the ends, and wherever a line names the story it speaks of, it is a credit line; buttons are buttons anywhere.
  for (const line of nearEnds(lines)) if (!gone.has(line)) take(line, creditKind(line, recognise, true))
  for (const line of lines) if (!gone.has(line)) take(line, creditKind(line, nobody, true) ?? shareKind(line))
  const pieces = [...gone].map((line) => [line.start, line.end] as const)
  const last = spoken.findLast((line) => !gone.has(line))
  const ending = last && endOf(html, last, facts)
  if (ending) pieces.push(ending)
  const rest = pieces.length > 0 ? withoutLines(html, pieces) : withoutEnds(html)
  const end = rest.slice(-200)
  return { html: (rest.slice(0, -200) + end.replace(leftOut, '…')) as SafeHtml, ...facts }
}

/** "[…]" at the end, as programs mark what they left out. */
const leftOut = /\s*\[(?:…|\.\.\.)\]\s*(?=(?:<\/(?:p|div|span)>)*$)/

type Kind = { readonly credit?: CreditLine; readonly readMore?: string }

function note(facts: { creditLine?: CreditLine; readMore?: string }, { credit, readMore }: Kind): void {
  if (credit && Object.keys(credit).length > 0) facts.creditLine ??= credit
  if (readMore !== undefined) facts.readMore ??= readMore
}

/** `named`: only where it names the story too, or nothing at all. "The story first appeared in X" may be about another. */
function creditKinds(): (line: Line, recognise: typeof nobody, named?: boolean) => Kind | undefined {
  // A line is looked at several times, and the look is dear.
  const seen = new Map<Line, CreditLine | undefined>()
  return (line, recognise, named = false) => {
    if (!seen.has(line)) seen.set(line, creditOf(line))
    const known = seen.get(line)
    const credit =
      known && (!named || known.title !== undefined || Object.keys(known).length === 0) ? known : recognise(line)
    return credit && { credit }
  }
}
const nobody = (_: Line): CreditLine | undefined => undefined

function shareKind({ text, links }: Line): Kind | undefined {
  if (links.length === 0 || !links.every((link) => isShareLink(link.href))) return undefined
  const words = links.reduce((sum, link) => sum + link.words.length, 0)
  return text.length - words < 40 && (text.length === words || isSharing(text) || text.length < 120) ? {} : undefined
}

function headKind(line: Line): Kind | undefined {
  const { name, text } = line
  return shareKind(line) ?? (name !== 'li' && isSharing(text) ? {} : undefined)
}

function tailKind(line: Line): Kind | undefined {
  const { text, links } = line
  if (/^[\s\p{P}\p{S}]+$/u.test(text) && !/\p{Emoji_Presentation}|\p{Extended_Pictographic}/u.test(text)) return {}
  const [link] = links
  if (isMore(text) && links.length <= 1 && (link ? link.words.length * 2 > text.length : text.length < 80))
    return link?.href ? { readMore: link.href } : {}
  if (links.length > 0 && (isComments(text) || isFeed(text))) return {}
  return shareKind(line) ?? (isSharing(text) ? {} : undefined)
}

/** "…and so on. <a>Read more</a>", "… The post X appeared first on Y" at the end of a line that says more than that. */
function endOf(html: SafeHtml, line: Line, facts: object): readonly [number, number] | undefined {
  const end = creditAtEnd(line) ?? moreAtEnd(line)
  const start = end && startOfLast(html, line, end.words)
  if (start === undefined) return undefined
  note(facts, end ?? {})
  const rest = moreAtEnd({ ...line, text: line.text.slice(0, line.text.length - (end?.words.length ?? 0)).trimEnd() })
  const before = rest && startOfLast(html, { ...line, innerEnd: start }, rest.words)
  if (rest && before !== undefined) note(facts, rest)
  return [before ?? start, line.innerEnd]
}

function moreAtEnd({ text, links }: Line): ({ readonly words: string } & Kind) | undefined {
  const link = links.findLast((one) => one.from < text.length && one.to <= text.length)
  if (!link || !isMore(link.words) || !/^[\s\])}.…»›→>]*$/.test(text.slice(link.to))) return undefined
  const open = /[[({]\s*$/.exec(text.slice(0, link.from))
  return { words: text.slice(open?.index ?? link.from), readMore: link.href }
}

/**
 * Reads an outlet's file: facts (`name: …`), fills of blanks (`{town}: A | B`), then articles that begin with `# ` and
 * patterns that begin with `#+ `, each with facts of its own before its text.
 */
import { Invalid } from '../core/errors.ts'
import { memberKinds } from '../core/member/member.ts'
import { type Article, faults, feedFormats, type Outlet } from './outlet.ts'

/** Throws Invalid for a fact that is missing or none. */
export function readOutlet(slug: string, file: string): Outlet {
  const [head = '', ...parts] = file.replace(/\r\n/g, '\n').split(/^(?=#\+? )/m)
  const { facts, fills } = readHead(head)
  const fact = (name: string, usual?: string) => {
    const value = facts.get(name) ?? usual
    if (value === undefined) throw new Invalid(`The outlet ${slug} has no ${name}.`)
    return value
  }
  const grants = ['full', 'excerpt', 'headline'] as const
  return {
    slug,
    name: fact('name'),
    kind: oneOf(memberKinds, fact('kind')),
    language: fact('language'),
    country: facts.get('country'),
    about: fact('about'),
    colour: fact('colour'),
    mark: fact('mark'),
    format: oneOf(feedFormats, fact('feed', 'rss')),
    encoding: fact('encoding', 'utf-8'),
    fault: oneOf(faults, fact('fault', 'none')),
    grant: oneOf(grants, fact('grant', 'full')),
    path: fact('path'),
    articles: parts.filter((part) => part.startsWith('# ')).map(readArticle),
    patterns: parts.filter((part) => part.startsWith('#+ ')).map(readArticle),
    fills,
  }
}

function readHead(head: string): { facts: Map<string, string>; fills: Map<string, string[]> } {
  const facts = new Map<string, string>()
  const fills = new Map<string, string[]>()
  for (const line of head.split('\n')) {
    const [, blank, name = blank ?? '', value = ''] = /^(?:\{([a-z]+)\}|([a-z]+)):\s*(.*)$/.exec(line) ?? []
    if (blank)
      fills.set(
        blank,
        value.split('|').map((one) => one.trim()),
      )
    else if (name) facts.set(name, value.trim())
  }
  return { facts, fills }
}

function readArticle(part: string): Article {
  const [title = '', ...lines] = part.split('\n')
  const facts = new Map<string, string>()
  while (lines.length > 0) {
    const [, name, value = ''] = /^([a-z]+): (.*)$/.exec(lines[0] ?? '') ?? []
    if (name === undefined) break
    facts.set(name, value.trim())
    lines.shift()
  }
  const two = (name: string): readonly [string, string] | undefined => {
    const [first = '', second = ''] = facts.get(name)?.split('|') ?? []
    return facts.has(name) ? [first.trim(), second.trim()] : undefined
  }
  const picture = two('picture')
  const corrected = two('corrected')
  return {
    headline: title.replace(/^#\+? /, '').trim(),
    text: lines.join('\n').trim(),
    ago: minutes(facts.get('ago')) ?? 0,
    by: facts.get('by') ?? '',
    topics: (facts.get('topics') ?? '')
      .split(/[,،]/)
      .map((one) => one.trim())
      .filter(Boolean),
    picture: picture && { scene: picture[0], alt: picture[1] },
    gone: minutes(facts.get('gone')),
    corrected: corrected && { after: minutes(corrected[0]) ?? 0, text: corrected[1] },
    from: facts.get('from'),
    embargo: minutes(facts.get('embargo')),
  }
}

/** `40m`, `5h`, `2d` in minutes. */
function minutes(span: string | undefined): number | undefined {
  if (span === undefined) return undefined
  const [, number, unit = ''] = /^(\d+)([mhd])$/.exec(span) ?? []
  if (number === undefined) throw new Invalid(`"${span}" is no span of time: write 40m, 5h or 2d.`)
  return Number(number) * (unit === 'd' ? 1440 : unit === 'h' ? 60 : 1)
}

function oneOf<T extends string>(known: readonly T[], word: string): T {
  const found = known.find((one) => one === word)
  if (!found) throw new Invalid(`"${word}" is none of ${known.join(', ')}.`)
  return found
}

/** What a story says after its member chose another name: nowhere by what it was called, or where it was at home. */
import type { BackMatter } from '../story/back-matter.ts'
import { isOurs } from '../story/pictures.ts'
import type { Picture } from '../story/story.ts'

export type Renaming = {
  /** What the member was called, in every script. */
  readonly was: readonly string[]
  readonly is: string
  /** Where it was at home: the hosts of its site and sources. */
  readonly hosts?: readonly string[]
}

type Said = {
  readonly headline: string
  readonly standfirst: string
  readonly excerpt: string
  readonly body: string
  readonly byline: string
  readonly edNote: string
  readonly slugline?: string
  readonly keywords: readonly string[]
  readonly pictures: readonly Picture[]
  readonly backMatter?: BackMatter | null
}

/**
 * A name of several words is replaced wherever it stands; one of a single word could be an ordinary word, and is replaced
 * in credits alone. A byline goes: it names people who may be found by it. So does what a release said of its issuer.
 */
export function underPseudonym<T extends Said>(text: T, renaming: Renaming): T {
  const phrases = { ...renaming, was: renaming.was.filter((name) => /\s/.test(name.trim())) }
  const say = (words: string) => renamed(words, phrases)
  return {
    ...text,
    headline: say(text.headline),
    standfirst: say(text.standfirst),
    excerpt: say(text.excerpt),
    body: withoutLinks(inMarkup(text.body, phrases), renaming.hosts ?? []),
    byline: text.byline === '' ? '' : renaming.is,
    edNote: '',
    ...(text.slugline === undefined ? {} : { slugline: '' }),
    keywords: text.keywords.filter((word) => renamed(word, renaming) === word),
    // A picture that is not ours to show stands at an address of theirs.
    pictures: text.pictures
      .filter(({ url }) => isOurs(url))
      .map((picture) => ({
        ...picture,
        alt: say(picture.alt),
        caption: say(picture.caption),
        credit: renamed(picture.credit, renaming),
      })),
    ...(text.backMatter
      ? { backMatter: { ...text.backMatter, boilerplate: [], contacts: [], quotes: [], supporters: [] } }
      : {}),
  }
}

/** `words` with every whole occurrence of the old names exchanged. */
export function renamed(words: string, { was, is }: Renaming): string {
  const pattern = patternOf(was)
  return pattern ? words.replace(pattern, () => is) : words
}

/** The same of sanitised markup, where a name is written with entities. */
function inMarkup(body: string, { was, is }: Renaming): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return renamed(body, { was: [...was, ...was.map(escaped)], is: escaped(is).replace(/"/g, '&quot;') })
}

/** Links that lead to these hosts, or any below them, lead nowhere. */
function withoutLinks(body: string, hosts: readonly string[]): string {
  const either = hosts.map((host) => literally(host.replace(/^www\./, ''))).join('|')
  if (either === '') return body
  return body.replace(
    new RegExp(`(<a\\b[^>]*?) href="https?://(?:[\\w-]+\\.)*(?:${either})(?=[/:?#"])[^"]*"`, 'giu'),
    '$1',
  )
}

function patternOf(names: readonly string[]): RegExp | undefined {
  const known = [...new Set(names.map((name) => name.trim()).filter(Boolean))].sort((a, b) => b.length - a.length)
  if (known.length === 0) return undefined
  const either = known.map((name) => name.split(/\s+/).map(literally).join('\\s+')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu')
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

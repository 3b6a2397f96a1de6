/**
 * What makes an item the same again. A source's policy is chosen from what its feed does and only ever degraded: ids
 * where they name items, addresses where ids repeat or change, and at the end of the ladder nothing but what is said.
 */
export const policies = ['id', 'id+link', 'link', 'link+title', 'content'] as const
export type Uniqueness = (typeof policies)[number]

/** What an item may be known by. Empty where it says nothing, or nothing that could name one item. */
export type Marks = {
  readonly id: string
  /** Its page in normal form (`normaliseUrl`). */
  readonly link: string
  readonly title: string
  /** Its words, as they came. */
  readonly text: string
}

/** The words by which an item is known under a policy; equal ones are one item. */
export function keyOf(policy: Uniqueness, { id, link, title, text }: Marks): string {
  switch (policy) {
    case 'id':
      if (id) return joined('id', id)
      return link ? joined('link', link) : joined('text', title, wordsOf(text))
    case 'id+link':
      return id || link ? joined('both', id, link) : joined('text', title, wordsOf(text))
    case 'link':
      return link ? joined('link', link) : joined('text', title, wordsOf(text))
    case 'link+title':
      return link || title ? joined('titled', link, title) : joined('text', title, wordsOf(text))
    case 'content':
      return joined('text', title, wordsOf(text))
  }
}

/** The policy a document calls for: the one so far, or the next on the ladder that tells its items apart. */
export function uniquenessFor(now: Uniqueness, items: readonly Marks[]): Uniqueness {
  return policies.slice(policies.indexOf(now)).find((policy) => fits(policy, items)) ?? 'content'
}

/**
 * The policy after a visit. `renamed` items were recognised by their address only, `kept` by what the policy goes by,
 * `moved` by neither but by their words; `reused` have what was another item's before.
 */
export function uniquenessAfter(
  now: Uniqueness,
  seen: { readonly kept: number; readonly renamed: number; readonly moved: number; readonly reused: number },
  items: readonly Marks[],
): Uniqueness {
  const byId = now === 'id' || now === 'id+link'
  if (seen.moved > 0 && seen.kept + seen.renamed === 0) return byId ? uniquenessFor('link', items) : 'content'
  if (seen.reused > 0 && now !== 'content')
    return uniquenessFor(policies[policies.indexOf(now) + 1] ?? 'content', items)
  // One story with a new id is a story; a feed full of them has ids that mean nothing.
  if (byId && seen.renamed > 2 && seen.renamed > seen.kept) return uniquenessFor('link', items)
  return now
}

/** Why a policy was left, for people. */
export const leftBecause: Readonly<Record<Exclude<Uniqueness, 'content'>, string>> = {
  id: 'its ids repeat or change',
  'id+link': 'its ids change',
  link: 'its links repeat or change',
  'link+title': 'its titles repeat',
}

function fits(policy: Uniqueness, items: readonly Marks[]): boolean {
  switch (policy) {
    case 'id':
      return mostHave(items, 'id') && !shared(items, [id], link, 2) && !shared(items, [id], title, many)
    case 'id+link':
      return mostHave(items, 'id') && !shared(items, [id, link], title, many)
    case 'link':
      return mostHave(items, 'link') && !shared(items, [link], title, 2) && !shared(items, [link], text, many)
    case 'link+title':
      return !shared(items, [link, title], text, many)
    case 'content':
      return true
  }
}

function mostHave(items: readonly Marks[], mark: 'id' | 'link'): boolean {
  return items.filter((item) => item[mark] !== '').length * 2 >= items.length
}

type Mark = (item: Marks) => string
const id: Mark = (item) => item.id
const link: Mark = (item) => item.link
const title: Mark = (item) => item.title
const text: Mark = (item) => item.text
/** Two items that agree in everything but their words are two versions of one; more are items that look alike. */
const many = 3

/** Whether items that share these marks differ in another, `most` or more in one group. */
function shared(items: readonly Marks[], marks: readonly Mark[], other: Mark, most: number): boolean {
  const groups = new Map<string, Set<string>>()
  for (const item of items) {
    const key = joined(...marks.map((mark) => mark(item)))
    if (marks.every((mark) => mark(item) === '')) continue
    const group = groups.get(key) ?? new Set()
    groups.set(key, group.add(other(item)))
    if (group.size >= most) return true
  }
  return false
}

/** Words without the markup around them, in which addresses and counters change from visit to visit. */
function wordsOf(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A control character stands in no id, address or title. */
function joined(...words: readonly string[]): string {
  return words.join('\u0001')
}

/**
 * Which of the items listed before are missing from their feed's middle: others that were listed after them are there
 * still. What left by the end of the list has only grown old. Keys, newest first; false alarms are settled by a look.
 */
export function missingFrom(before: readonly string[], now: ReadonlySet<string>): string[] {
  const last = before.findLastIndex((key) => now.has(key))
  return before.slice(0, Math.max(0, last)).filter((key) => !now.has(key))
}

/**
 * The members as readers look through them. It knows of a member what its page shows: where one is that does not say so
 * is not known here, and so in no count either.
 */
import { isCountry } from '../country.ts'
import { canonicalLanguage } from '../language.ts'
import { type Member, type MemberKind, memberKinds } from './member.ts'

export const directoryParameters = ['by', 'kind', 'language', 'country', 'page'] as const
const views = ['kind', 'country', 'map'] as const
export type DirectoryView = 'name' | (typeof views)[number]

export type Directory = {
  readonly by: DirectoryView
  readonly kind: MemberKind | undefined
  /** A language with its varieties: `pt` finds pt-BR too. */
  readonly language: string | undefined
  /** `KE` */
  readonly country: string | undefined
  /** From 1 on; only lists by name have several. */
  readonly page: number
}

/** What an address asks; undefined for what no link of ours asks. A form sends what was not chosen as nothing. */
export function readDirectory(
  asked: Readonly<Partial<Record<(typeof directoryParameters)[number], string | undefined>>>,
): Directory | undefined {
  const by = asked.by ? views.find((view) => view === asked.by) : 'name'
  const kind = memberKinds.find((kind) => kind === asked.kind)
  const language = canonicalLanguage(asked.language)
  const country = asked.country?.toUpperCase()
  const page = asked.page === undefined ? 1 : Number(asked.page)
  if (by === undefined || (asked.kind && !kind)) return undefined
  if (asked.language && (language === undefined || language.toLowerCase() !== asked.language)) return undefined
  if (asked.country && !(country && isCountry(country) && asked.country !== country)) return undefined
  if (asked.page !== undefined && !(by === 'name' && /^[1-9]\d{0,4}$/.test(asked.page))) return undefined
  return { by, kind, language, country: country || undefined, page }
}

/** The same as an address says it, without what goes without saying. */
export function writeDirectory({ by, kind, language, country, page }: Directory): string {
  return [
    by !== 'name' && `by=${by}`,
    kind && `kind=${kind}`,
    language && `language=${language.toLowerCase()}`,
    country && `country=${country.toLowerCase()}`,
    page > 1 && `page=${page}`,
  ]
    .filter(Boolean)
    .join('&')
}

export function isAmong(
  { kind, language, country }: Pick<Directory, 'kind' | 'language' | 'country'>,
  member: Pick<Member, 'kind' | 'languages' | 'country'>,
): boolean {
  if (kind && member.kind !== kind) return false
  if (country && member.country !== country) return false
  return !language || member.languages.some((tag) => tag === language || tag.startsWith(`${language}-`))
}

/** How many members have each of something; what one has twice counts once. */
export function countEach<T>(things: readonly T[], valuesOf: (thing: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const thing of things)
    for (const value of new Set(valuesOf(thing))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** How deep a count is inked on a map, from 1 to 5: each step is about three times the one before. */
export function inkOf(count: number): 1 | 2 | 3 | 4 | 5 {
  return count < 2 ? 1 : count < 5 ? 2 : count < 15 ? 3 : count < 50 ? 4 : 5
}
export const inkFrom = [1, 2, 5, 15, 50] as const

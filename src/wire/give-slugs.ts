/** Slugs for new stories, each unique for its day. Only under the log's lock, so that two never want the same one. */
import { freeSlug } from '../core/story/address.ts'
import type { Tx } from '../db/connection.ts'
import { type DayAndSlug, findFamilies, findTaken } from '../db/publications.ts'

/** Answers a slug for each wanted one, in order: itself, or with a number behind it. */
export async function giveSlugs(tx: Tx, wanted: readonly DayAndSlug[]): Promise<string[]> {
  const taken = await findTaken(tx, wanted)
  const crowded = wanted.filter(
    (one, at) => isAmong(taken, one) || wanted.findIndex((other) => isSame(one, other)) < at,
  )
  if (crowded.length === 0) return wanted.map(({ slug }) => slug)
  // Most headlines are the only ones of their day; for the others all that begin alike are asked for at once.
  const known = [...taken, ...(await findFamilies(tx, crowded))]
  for (;;) {
    const slugs = allot(wanted, known)
    const given = wanted.map(({ day }, at) => ({ day, slug: slugs[at] ?? '' }))
    const found = await findTaken(
      tx,
      given.filter((one) => !isAmong(wanted, one)),
    )
    if (found.length === 0) return slugs
    known.push(...found)
  }
}

function allot(wanted: readonly DayAndSlug[], taken: readonly DayAndSlug[]): string[] {
  const byDay = Map.groupBy(taken, (t) => t.day)
  const used = new Map<string, Set<string>>()
  return wanted.map(({ day, slug }) => {
    const set = used.get(day) ?? new Set(byDay.get(day)?.map((t) => t.slug))
    used.set(day, set)
    const free = freeSlug(slug, set)
    set.add(free)
    return free
  })
}

function isAmong(all: readonly DayAndSlug[], one: DayAndSlug): boolean {
  return all.some((other) => isSame(other, one))
}

function isSame(a: DayAndSlug, b: DayAndSlug): boolean {
  return a.day === b.day && a.slug === b.slug
}

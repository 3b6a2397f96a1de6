/** The directory, cut into pages, so that two thousand members are as quick to open as twenty. */
import type { Lettered } from '../core/member/alphabet.ts'

/** Members on one page. */
const most = 150
/** Fewer stand together without their letters: nobody is lost among them. */
const few = 30

export type LetterPage<T> = {
  readonly groups: readonly Lettered<T>[]
  readonly page: number
  readonly pages: number
  /** Every letter there is, and the page it begins on; none where letters are of no help. */
  readonly letters: readonly { readonly letter: string; readonly page: number }[]
}

/** Undefined where there is no such page. A letter that goes on over the page's end begins the next one, too. */
export function letterPage<T>(all: readonly Lettered<T>[], page: number): LetterPage<T> | undefined {
  const count = all.reduce((sum, { entries }) => sum + entries.length, 0)
  const pages = Math.max(1, Math.ceil(count / most))
  if (page > pages) return undefined
  const [from, to] = [(page - 1) * most, page * most]
  const groups: Lettered<T>[] = []
  const letters: { letter: string; page: number }[] = []
  let before = 0
  for (const { letter, entries } of all) {
    const shown = entries.slice(Math.max(0, from - before), Math.max(0, to - before))
    if (shown.length > 0) groups.push({ letter, entries: shown })
    letters.push({ letter, page: Math.floor(before / most) + 1 })
    before += entries.length
  }
  return { groups, page, pages, letters: count > few ? letters : [] }
}

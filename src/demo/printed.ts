/**
 * What an outlet has published at a moment. It depends on nothing but its file, when the demo began and what time it is:
 * a demo that is stopped and started again goes on as if it had never been away, and nothing is kept in memory.
 */
import { slugOf } from '../core/story/address.ts'
import type { Article, Outlet } from './outlet.ts'

export type Printed = Omit<Article, 'gone' | 'corrected' | 'embargo'> & {
  /** Counted from 1, oldest first. */
  readonly number: number
  /** Below the outlet's address. */
  readonly path: string
  readonly publishedAt: Date
  readonly changedAt: Date
  /** Until this moment editors are asked to wait; undefined once it has passed. */
  readonly embargoUntil: Date | undefined
  /** Taken back at this moment: nothing but its address is left. */
  readonly goneAt: Date | undefined
}

/** How a demo runs: since when, and in which order its outlets publish, one of them each minute. */
export type Run = {
  readonly begun: Date
  readonly outlets: readonly Outlet[]
}

/** An outlet's site shows so many. */
const shown = 40
const minute = 60_000

/** Newest first. Throws for an outlet that is not of the run. */
export function printedAt(run: Run, outlet: Outlet, now: Date): Printed[] {
  const turn = run.outlets.indexOf(outlet)
  const first = outlet.articles
    .toSorted((a, b) => b.ago - a.ago)
    .map((article, i) => asPrinted(run, outlet, article, i + 1, timeOf(run, -article.ago), now))
  const passed = Math.floor((now.getTime() - run.begun.getTime()) / minute)
  const further =
    outlet.patterns.length === 0 ? 0 : Math.max(0, Math.floor((passed - 1 - turn) / run.outlets.length) + 1)
  const later: Printed[] = []
  for (let nth = Math.max(0, further - shown); nth < further; nth += 1) {
    const article = filled(outlet, nth)
    const at = timeOf(run, 1 + turn + nth * run.outlets.length)
    later.push(asPrinted(run, outlet, article, first.length + nth + 1, at, now))
  }
  return [...first, ...later].toSorted((a, b) => b.number - a.number).slice(0, shown)
}

function timeOf(run: Run, minutes: number): Date {
  return new Date(run.begun.getTime() + minutes * minute)
}

function asPrinted(run: Run, outlet: Outlet, article: Article, number: number, publishedAt: Date, now: Date): Printed {
  const { gone, corrected, embargo, ...rest } = article
  const correctedAt = corrected && timeOf(run, corrected.after)
  const isCorrected = correctedAt !== undefined && correctedAt <= now
  const goneAt = gone === undefined ? undefined : timeOf(run, gone)
  const liftsAt = embargo === undefined ? undefined : timeOf(run, embargo)
  const lifted = liftsAt !== undefined && liftsAt <= now
  return {
    ...rest,
    text: isCorrected ? `${article.text}\n\n${corrected?.text}` : article.text,
    number,
    path: outlet.path.replace('{n}', String(number)).replace('{slug}', slugOf(article.headline)),
    publishedAt,
    changedAt: isCorrected ? correctedAt : lifted ? liftsAt : publishedAt,
    goneAt: goneAt !== undefined && goneAt <= now ? goneAt : undefined,
    embargoUntil: lifted ? undefined : liftsAt,
  }
}

/**
 * The nth article written while the demo runs: patterns in turn, their blanks filled with other words each time round.
 * Each list of fills goes on at its own pace, so that lists of different lengths meet in all their pairs.
 */
function filled(outlet: Outlet, nth: number): Article {
  const which = nth % outlet.patterns.length
  const round = Math.floor(nth / outlet.patterns.length)
  const pattern = outlet.patterns[which] as Article
  const fill = (text: string) =>
    text.replace(/\{([a-z]+)\}/g, (blank, name: string, at: number) => {
      const all = outlet.fills.get(name) ?? [blank]
      const words = all[(round + which) % all.length] ?? blank
      return beginsSentence.test(text.slice(0, at)) ? capitalised(words, outlet.language) : words
    })
  return { ...pattern, headline: fill(pattern.headline), text: fill(pattern.text), by: fill(pattern.by) }
}

const beginsSentence = /(?:^|\n|[.!?…]\s)[\s*«“„¿¡]*$/

function capitalised(words: string, language: string): string {
  const [first = ''] = words
  return first.toLocaleUpperCase(language) + words.slice(first.length)
}

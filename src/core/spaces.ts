/**
 * White space in text for people. A no-break space stays one where it means something: before a unit and in a number
 * (10 000 km), before and after punctuation that French sets apart (« Pourquoi ? »), after an initial, an abbreviation
 * or a word of one letter (v Praze), before a dash. Elsewhere editors' programs leave them by the way, and lines could
 * not break.
 */

/** No-break, and narrow no-break. */
const noBreak = /[\u00a0\u202f]/
const noBreaks = /[\u00a0\u202f]/g

export function hasNoBreak(text: string): boolean {
  return text.includes('\u00a0') || text.includes('\u202f')
}

/** On one line: one space for each run of white space, none at the ends. */
export function evenSpaces(text: string): string {
  return withMeant(withRuns(text, /\s+/g)).trim()
}

/** The same text for comparing it: there every space is one. */
export function comparable(text: string): string {
  return noBreak.test(text) ? text.replace(noBreaks, ' ') : text
}

/** Whether this is the code of a space, ordinary or no-break: what is left of white space once its runs are one. */
export function isOneSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x202f
}

/** One space for each of these runs; a run of one no-break space alone stays. */
export function withRuns(text: string, runs: RegExp): string {
  if (!noBreak.test(text)) return text.replace(runs, ' ')
  return text.replace(runs, (run) => (run.length === 1 && noBreak.test(run) ? run : ' '))
}

/** Of its no-break spaces, which stand alone, those that mean something; the others are spaces. Its length stays. */
export function withMeant(text: string): string {
  if (!noBreak.test(text)) return text
  return text.replace(noBreaks, (space, at: number) =>
    after.test(text.slice(Math.max(0, at - 8), at)) || before.test(text.slice(at + 1, at + 2)) ? space : ' ',
  )
}

const after = /[\p{N}\p{Sc}«‹§№¶]$|(?:^|[^\p{L}\p{M}\p{N}])(?:\p{L}|\p{L}\.|\p{Lu}\p{L}{1,3}\.)$/u
const before = /^[\p{N}\p{Sc}\p{Pd}»›:;!?%‰°…]/u

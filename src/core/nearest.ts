/** The word somebody probably meant. */

/** Of the known words the one at most two letters away, if there is one. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const close = known
    .map((name) => [distance(word.toLowerCase(), name.toLowerCase()), name] as const)
    .sort(([a], [b]) => a - b)[0]
  return close && close[0] <= 2 && close[0] < word.length ? close[1] : undefined
}

/** ` (did you mean "…"?)` where one of the known words is close, else nothing: the end of a sentence. */
export function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? '' : ` (did you mean "${near}"?)`
}

/** How many letters must be changed, added or left out to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}

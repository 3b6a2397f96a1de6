/** How often a picture is asked for that does not come: a few times with growing waits, and then never again. */

/** Minutes before the second, third … try. */
const waits = [5, 30, 180, 1_080]

/**
 * What came instead of a picture. `never`: nothing that would change (it is none, it is too large, we may not go there);
 * `missing`: the server has it not, or not yet; `away`: the server could not say.
 */
export type Refusal = 'never' | 'missing' | 'away'

/** A picture is often published a moment after its story, and then never. */
const mostTries: Readonly<Record<Refusal, number>> = { never: 1, missing: 3, away: waits.length + 1 }

/** When somebody goes again after so many tries; null: never. `asked`: seconds the server asks for. */
export function nextTry(refusal: Refusal, tries: number, now: Date, asked = 0): Date | null {
  if (tries >= mostTries[refusal]) return null
  const seconds = Math.max((waits[tries - 1] ?? 0) * 60, Math.min(asked, 86_400))
  return new Date(now.getTime() + seconds * 1000)
}

/** What an HTTP status says of a picture. */
export function refusalOf(status: number): Refusal {
  if (status === 404) return 'missing'
  return status >= 500 || status === 408 || status === 425 || status === 429 ? 'away' : 'never'
}

/** How long a page that counts every story there is stays true. */
import type { Answer } from '../web/answer.ts'
import type { Surroundings } from '../web/context.ts'
import { dated } from '../web/dated.ts'

/** Stories up to which counting them anew for every one that comes costs little. */
const few = 20_000
const tenMinutes = 600_000

/** Of many stories a new one may wait ten minutes to be counted; one that was recalled is counted nowhere at once. */
export function counts(around: Surroundings, body: string, counted: readonly { readonly stories: number }[]): Answer {
  const all = counted.reduce((sum, { stories }) => sum + stories, 0)
  if (all < few) return dated(around, body, ['front', 'counts', 'network'])
  const answer = dated(around, body, ['counts', 'network'])
  const later = new Date(around.now.getTime() + tenMinutes)
  return { ...answer, until: answer.until && answer.until < later ? answer.until : later }
}

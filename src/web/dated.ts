/** A page that prints today's date is another one tomorrow. */
import { nextMidnight } from '../core/calendar.ts'
import { type Answer, page } from './answer.ts'
import type { Surroundings } from './context.ts'

/** The answer every reader gets alike until one of its tags is dropped, or the network's day is over. */
export function dated({ network, now }: Surroundings, body: string, tags: readonly string[]): Answer {
  return page(body, { tags: [...tags, 'midnight'], until: nextMidnight(network.timeZone, now) })
}

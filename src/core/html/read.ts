/** Reads HTML into a sink, straight where it can be, by way of the tree where it cannot. */
import { sane } from './sane.ts'
import type { Sink } from './sink.ts'
import { readStraight } from './straight.ts'
import { unswallowed } from './swallowed.ts'
import { readTree } from './tree.ts'

/** Tells all of it to the sink, which it gives back. Any string will do. */
export function readHtml<T extends Sink>(html: string, sink: T): T {
  const text = html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html
  const told = text.includes('\0') ? 0 : readStraight(text, sink)
  if (told < text.length) readTree(sane(unswallowed(text.slice(told))), sink)
  return sink
}

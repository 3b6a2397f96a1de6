/** Who comes first on a machine that several parts share. */
import { setPriority } from 'node:os'
import type { Log } from '../core/log.ts'

/** Half way down: where nothing else wants the processor it costs nothing. */
const behind = 10

/**
 * From here on this process takes what others leave of the processor: whoever waits for a page comes before what is done
 * later. What it starts from here on inherits that.
 */
export function giveWay(log: Log): void {
  try {
    setPriority(behind)
  } catch (error) {
    // Some containers forbid it. Work is done all the same.
    log.warning('The machine lets no process give way to others: pages may be slow while feeds are read.', { error })
  }
}

/** Ties the editions of this process to what all processes commit. */
import type { Log } from '../core/log.ts'
import type { Reach } from '../db/connection.ts'
import { editionsChannel, listen } from '../db/notify.ts'
import type { Hearer } from './calm.ts'

export type Listener = {
  /** Whether stale editions are being heard of; while not, none is served. */
  listening(): boolean
  close(): Promise<void>
}

/** Drops what others declare stale. Editions must be suspended until the first connection stands, and are. */
export function listenForDrops(reach: Reach, editions: Hearer, log: Log): Listener {
  let listening = false
  let told = false
  editions.suspend()
  const connection = listen(reach, editionsChannel, {
    onNotify: (payload) => editions.drop(payload.split(' ').filter(Boolean)),
    onLost: (error) => {
      editions.suspend()
      listening = false
      // Once per loss, not once per try to mend it.
      if (!told)
        log.warning('Pages are rendered for each reader until the database can be listened to again.', {
          reason: error.message,
        })
      told = true
    },
    onRestored: () => {
      editions.resume()
      listening = true
      if (told) log.info('Listening to the database again: pages are kept as editions.')
      told = false
    },
  })
  return { listening: () => listening, close: () => connection.close() }
}

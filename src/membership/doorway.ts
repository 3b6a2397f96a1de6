/** How many may ask to join by one network: a crowd is slowed down, and nobody finds the door closed for good. */
import type { Clock } from '../core/clock.ts'
import { createLimit, neighbourhood } from '../web/limit.ts'

export type Doorway = {
  /** Counts one more; or says from when on there may be another. `worked`: whether their browser did the work. */
  take(client: string, worked: boolean): Promise<Date | undefined>
}

const minutes = 30
/** Of one network. */
const most = 5
/** Of all who come by Tor together: they have no other address to come from. */
const mostByTor = 100

/** By Tor whoever did the work comes in even when the pool is empty, so that nobody can empty it for everybody. */
export function createDoorway(clock: Clock, exits: { has(address: string): Promise<boolean> }): Doorway {
  const networks = createLimit({ clock, most, minutes, senderOf: neighbourhood })
  const tor = createLimit({ clock, most: mostByTor, minutes, senderOf: () => 'tor' })
  return {
    async take(client, worked) {
      if (!(await exits.has(client))) return networks.take(client)
      const free = tor.take(client)
      return worked ? undefined : free
    },
  }
}

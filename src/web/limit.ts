/** How often one sender may do something, counted in memory and without knowing who it is. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../core/clock.ts'

export type Limit = {
  /** Counts one more; or, when there were enough, says from which moment on there may be another. */
  take(client: string): Date | undefined
}

const day = 86_400_000
/** Senders one process remembers at most. */
const mostSenders = 20_000

export type LimitWords = {
  readonly clock: Clock
  readonly most: number
  readonly minutes: number
  /** Which addresses count as one sender. */
  readonly senderOf?: (address: string) => string
}

/**
 * `most` times in so many minutes. An address is kept only as a hash under a key that is written nowhere and is another
 * every day: nobody can tell later who sent what.
 */
export function createLimit({ clock, most, minutes, senderOf = household }: LimitWords): Limit {
  let key = randomBytes(32)
  let keyUntil = 0
  const span = minutes * 60_000
  const taken = new Map<string, number[]>()
  return {
    take(client) {
      const now = clock().getTime()
      if (now >= keyUntil) {
        key = randomBytes(32)
        keyUntil = now + day
        taken.clear()
      }
      const sender = createHmac('sha256', key).update(senderOf(client)).digest('base64')
      const recent = (taken.get(sender) ?? []).filter((at) => at > now - span)
      const [first] = recent
      if (first !== undefined && recent.length >= most) return new Date(first + span)
      // Put at the end: whoever was not seen for longest is forgotten first.
      taken.delete(sender)
      taken.set(sender, [...recent, now])
      for (const [old] of taken) {
        if (taken.size <= mostSenders) break
        taken.delete(old)
      }
      return undefined
    },
  }
}

/** One household has one IPv4 address, but 2⁶⁴ of IPv6: there the network counts. */
export function household(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const front = head.split(':').filter(Boolean)
  const back = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length
  return [...front, ...Array<string>(Math.max(0, zeros)).fill('0'), ...back]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}

/** Wider: 256 addresses of IPv4 (/24) are one sender, as who rents servers has them; of IPv6 the household (/64). */
export function neighbourhood(address: string): string {
  return address.includes(':') ? household(address) : address.split('.').slice(0, 3).join('.')
}

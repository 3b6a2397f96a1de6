/**
 * Identifiers: UUIDv7 (RFC 9562, section 5.7), so that they sort by the time they were made, each branded with the
 * noun it names: a StoryId cannot be passed where a MemberId is wanted.
 */
declare const brand: unique symbol
export type Id<Noun extends string> = string & { readonly [brand]: Noun }

export type MemberId = Id<'member'>
export type SourceId = Id<'source'>
export type ItemId = Id<'item'>
export type StoryId = Id<'story'>
export type EventId = Id<'event'>
export type AccountId = Id<'account'>
export type SessionId = Id<'session'>

/** A position in the wire's log; a bigint of the database kept as its decimal digits. */
export type Seq = string & { readonly [brand]: 'seq' }

/** Makes a UUIDv7 of a moment and ten random bytes (fewer is an error: ids would collide). */
export function uuidv7<T extends Id<string>>(at: Date, random: Uint8Array): T {
  if (random.length < 10) throw new RangeError('uuidv7 needs ten random bytes')
  const bytes = new Uint8Array(16)
  const ms = at.getTime()
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as T
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads an id from outside (an address, an argument); undefined when it is none. */
export function readId<T extends Id<string>>(text: string): T | undefined {
  const lower = text.toLowerCase()
  return shape.test(lower) ? (lower as T) : undefined
}

/**
 * Challenges of passkeys: what a device signs so that its answer is good here, now, and once. None is kept while it
 * waits: it carries its own end and our mark (a keyed hash), so that looking at a page writes nothing.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { fingerprint } from '../host/encrypt.ts'

/** Long enough for a page that stood open while somebody looked for their key. */
const lasts = 30 * 60_000
const randomLength = 16
const bodyLength = randomLength + 6

/** `about` is what it was asked for, e.g. `sign in`: an answer to another question is none to this one. */
export function newChallenge(secret: string, about: string, now: Date): string {
  const body = Buffer.alloc(bodyLength)
  randomBytes(randomLength).copy(body)
  body.writeUIntBE(now.getTime() + lasts, randomLength, 6)
  return Buffer.concat([body, markOf(secret, about, body)]).toString('base64url')
}

export type ReadChallenge = { readonly hash: Buffer; readonly expiresAt: Date; readonly isOver: boolean }

/** Undefined for what is no challenge of ours about this. */
export function readChallenge(secret: string, about: string, challenge: string, now: Date): ReadChallenge | undefined {
  const bytes = Buffer.from(challenge, 'base64url')
  const body = bytes.subarray(0, bodyLength)
  const mark = bytes.subarray(bodyLength)
  if (mark.length !== 32 || !timingSafeEqual(mark, markOf(secret, about, body))) return undefined
  const expiresAt = new Date(body.readUIntBE(randomLength, 6))
  return { hash: createHash('sha256').update(bytes).digest(), expiresAt, isOver: expiresAt <= now }
}

function markOf(secret: string, about: string, body: Buffer): Buffer {
  return fingerprint(secret, `challenge to ${about}`, body.toString('hex'))
}

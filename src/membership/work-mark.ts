/**
 * The mark that the work was done, on its way from the form to the account through a letter: it says nothing without the
 * account of that very address, so that nothing has to be kept before somebody reads mail there.
 */
import { timingSafeEqual } from 'node:crypto'
import { fingerprint } from '../host/encrypt.ts'
import { mailKeyOf } from '../host/identity.ts'

/** Longer than the link it goes with. */
const lasts = 2 * 86_400_000
const timeLength = 6

export function newWorkMark(secret: string, address: string, now: Date): string {
  const until = Buffer.alloc(timeLength)
  until.writeUIntBE(now.getTime() + lasts, 0, timeLength)
  return Buffer.concat([until, signed(secret, mailKeyOf(secret, address), until)]).toString('base64url')
}

/** Whether this is the mark of whoever has this address, and still good. */
export function isWorkMark(secret: string, mailKey: Buffer, mark: string, now: Date): boolean {
  const bytes = Buffer.from(mark, 'base64url')
  const until = bytes.subarray(0, timeLength)
  const signature = bytes.subarray(timeLength)
  if (signature.length !== 32 || !timingSafeEqual(signature, signed(secret, mailKey, until))) return false
  return until.readUIntBE(0, timeLength) > now.getTime()
}

function signed(secret: string, mailKey: Buffer, until: Buffer): Buffer {
  return fingerprint(secret, 'work to join', `${mailKey.toString('hex')} ${until.toString('hex')}`)
}

/** Authenticators: programs that tell a new code every half minute (TOTP, RFC 6238), and the codes they tell. */
import { Secret, TOTP } from 'otpauth'
import type { AccountId } from '../core/id.ts'
import { decrypt, encrypt, fingerprint } from '../host/encrypt.ts'

/** Seconds a code stands. */
const period = 30
/** Codes of the step before and after are taken too: clocks differ, and people take their time. */
const window = 1

/** A new shared secret, as base32; 160 bits as RFC 4226 (4, R6) recommends. */
export function newSharedSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What a QR code holds, after `otpauth://totp/`: all that programs need. `account`: how they call it. */
export function authenticatorAddress(shared: string, { issuer, account }: { issuer: string; account: string }): string {
  // A colon would part the issuer from the account.
  const plain = (text: string) => text.replaceAll(':', ' ')
  const totp = new TOTP({ issuer: plain(issuer), label: plain(account), secret: Secret.fromBase32(shared), period })
  return totp.toString().replace(/^otpauth:\/\/totp\//, '')
}

/** The step whose code this is, at this moment; undefined when it is none. */
export function stepOfCode(shared: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = now.getTime()
  const delta = TOTP.validate({ token, secret: Secret.fromBase32(shared), period, window, timestamp })
  return delta === null ? undefined : TOTP.counter({ period, timestamp }) + delta
}

export function sealShared(secret: string, account: AccountId, shared: string): Buffer {
  return encrypt(secret, `account ${account} authenticator`, shared)
}

/** Throws Unavailable when the program's secret is another one now. */
export function readShared(secret: string, account: AccountId, sealed: Uint8Array): string {
  return decrypt(secret, `account ${account} authenticator`, sealed)
}

/** Under which wrong codes are counted: apart from wrong passwords, which anybody can give who knows the address. */
export function codesKeyOf(secret: string, account: AccountId): Buffer {
  return fingerprint(secret, 'codes of', account)
}

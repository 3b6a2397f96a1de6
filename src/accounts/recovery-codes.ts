/** Recovery codes: ten words of twelve signs, each of which stands once for an authenticator that is not at hand. */
import { randomBytes } from 'node:crypto'
import type { AccountId } from '../core/id.ts'
import { listRecoveryCodes, replaceRecoveryCodes } from '../db/authenticators.ts'
import type { Db, Tx } from '../db/connection.ts'
import { fingerprint } from '../host/encrypt.ts'

const howMany = 10
/** Crockford's 32: none is taken for another. Twelve of them are 60 bits: nobody guesses one of ten. */
const signs = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 12

/** In the place of those there were. Answers them as they are shown, this once: only keyed hashes are kept. */
export async function makeRecoveryCodes(tx: Tx, secret: string, account: AccountId): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  const hashes = codes.map((code) => recoveryCodeHash(secret, account, code))
  await replaceRecoveryCodes(tx, account, hashes)
  return codes
}

/** 256 is a multiple of 32: each sign is as likely as any. */
function newCode(): string {
  const code = Array.from(randomBytes(length), (byte) => signs[byte % signs.length]).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** The code as it is written down, or typed in capitals, without its dashes, with the letters that look like figures. */
export function recoveryCodeHash(secret: string, account: AccountId, code: string): Buffer {
  const plain = code
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return fingerprint(secret, `recovery code of ${account}`, plain)
}

/** Those of the codes given that are this account's and were not used. */
export async function ownRecoveryCodes(
  db: Db,
  secret: string,
  account: AccountId,
  given: readonly string[],
): Promise<string[]> {
  const hashes = await listRecoveryCodes(db, account)
  return given.filter((code) => hashes.some((hash) => hash.equals(recoveryCodeHash(secret, account, code))))
}

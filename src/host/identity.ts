/** Who somebody is, sealed: the one place where mail addresses and names of accounts are encrypted and read. */
import { mailKey } from '../core/account/mail-address.ts'
import type { AccountId } from '../core/id.ts'
import { decrypt, encrypt, fingerprint } from './encrypt.ts'

/** Under which an address is found without being readable. */
export function mailKeyOf(secret: string, address: string): Buffer {
  return fingerprint(secret, 'mail address', mailKey(address))
}

export function sealMail(secret: string, account: AccountId, address: string): { mailKey: Buffer; mail: Buffer } {
  return { mailKey: mailKeyOf(secret, address), mail: encrypt(secret, placeOf(account, 'mail'), address) }
}

export function sealName(secret: string, account: AccountId, name: string): Buffer | null {
  return name === '' ? null : encrypt(secret, placeOf(account, 'name'), name)
}

/** Throws Unavailable when the program's secret is another one now. */
export function readIdentity(
  secret: string,
  account: AccountId,
  sealed: { readonly mail: Buffer; readonly name: Buffer | null },
): { readonly mail: string; readonly name: string } {
  const mail = decrypt(secret, placeOf(account, 'mail'), sealed.mail)
  const name = sealed.name === null ? '' : decrypt(secret, placeOf(account, 'name'), sealed.name)
  return { mail, name }
}

/** How somebody is called: by the name they gave, else by what stands before the @. */
export function calledName({ mail, name }: { readonly mail: string; readonly name: string }): string {
  return name || mail.slice(0, mail.lastIndexOf('@'))
}

function placeOf(account: AccountId, part: 'mail' | 'name'): string {
  return `account ${account} ${part}`
}

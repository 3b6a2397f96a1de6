/** What applicants tell the moderators alone, sealed: the one place where it is encrypted and read. */
import { decrypt, encrypt } from './encrypt.ts'

/** How staff reach an applicant. `id`: of the application. */
export function sealContact(secret: string, id: string, contact: string): Buffer | null {
  return contact === '' ? null : encrypt(secret, `application ${id} contact`, contact)
}

/** Throws Unavailable when the program's secret is another one now. */
export function readContact(secret: string, id: string, sealed: Buffer | null): string {
  return sealed === null ? '' : decrypt(secret, `application ${id} contact`, sealed)
}

/** What was answered to a question. `id`: of the answer. */
export function sealAnswer(secret: string, id: string, words: string): Buffer {
  return encrypt(secret, `application answer ${id}`, words)
}

/** Throws Unavailable when the program's secret is another one now. */
export function readAnswer(secret: string, id: string, sealed: Buffer): string {
  return decrypt(secret, `application answer ${id}`, sealed)
}

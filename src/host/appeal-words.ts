/** What is said in appeals, sealed: the one place where it is encrypted and read. */
import { decrypt, encrypt } from './encrypt.ts'

/** `id`: of the appeal. */
export function sealAppeal(secret: string, id: string, words: string): Buffer {
  return encrypt(secret, placeOf(id), words)
}

/** '' where the words are forgotten. Base64 is taken, too. Throws Unavailable when the program's secret is another one now. */
export function readAppeal(secret: string, id: string, sealed: Buffer | string | null): string {
  return sealed === null
    ? ''
    : decrypt(secret, placeOf(id), typeof sealed === 'string' ? Buffer.from(sealed, 'base64') : sealed)
}

function placeOf(id: string): string {
  return `appeal ${id} words`
}

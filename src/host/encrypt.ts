/** Words that whoever gets hold of the database alone must not read: AES-256-GCM, its key made from the program's secret. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Unavailable } from '../core/errors.ts'

const cipher = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16

/** `place` names what the words belong to, such as a row's number: put anywhere else they cannot be read. */
export function encrypt(secret: string, place: string, words: string): Buffer {
  const iv = randomBytes(ivLength)
  const encrypting = createCipheriv(cipher, keyOf(secret), iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([encrypting.update(words, 'utf8'), encrypting.final()])
  return Buffer.concat([iv, encrypting.getAuthTag(), body])
}

/** Throws Unavailable when the secret is not the one they were encrypted with. */
export function decrypt(secret: string, place: string, encrypted: Uint8Array): string {
  const bytes = Buffer.from(encrypted)
  try {
    const decrypting = createDecipheriv(cipher, keyOf(secret), bytes.subarray(0, ivLength), {
      authTagLength: tagLength,
    })
    decrypting.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
    return decrypting.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + decrypting.final('utf8')
  } catch {
    throw new Unavailable(
      'What is kept here was encrypted with another secret: put the one it was written with into WIREROOM_SECRET or the data directory.',
    )
  }
}

/**
 * A keyed hash, 32 bytes: whoever has the words and the secret finds what is kept under it; whoever has the database
 * alone can neither read the words nor try likely ones. `place` keeps equal words in different places apart.
 */
export function fingerprint(secret: string, place: string, words: string): Buffer {
  return createHmac('sha256', keyOf(secret, 'wireroom fingerprints')).update(`${place}\0${words}`).digest()
}

const keys = new Map<string, Buffer>()

function keyOf(secret: string, use = 'wireroom words'): Buffer {
  const name = `${use}\0${secret}`
  const known = keys.get(name)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', secret, '', use, 32))
  keys.set(name, key)
  return key
}

/** Tokens: what a cookie or a link holds. Only their hashes are kept. */
import { createHash, randomBytes } from 'node:crypto'

export function newToken(): { readonly token: string; readonly tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

/** A plain hash is enough: there are too many tokens to try. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

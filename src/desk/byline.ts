/**
 * Whose words a release is, as a number that tells nobody who. Made once, when it is published, and kept with the version:
 * another secret changes none that is out.
 */
import type { AccountId, MemberId } from '../core/id.ts'
import type { Signed } from '../core/story/draft-fields.ts'
import type { DraftId } from '../db/drafts.ts'
import { fingerprint } from '../host/encrypt.ts'

/** Under their name somebody is the same in all of a member's stories; under another name somebody else in each. */
export function authorIdOf(
  secret: string,
  author: { readonly account: AccountId; readonly member: MemberId; readonly draft: DraftId; readonly signed: Signed },
): string | null {
  const { account, member, draft, signed } = author
  if (signed === 'member') return null
  const words = signed === 'name' ? `${account} ${member}` : `${account} ${member} ${draft}`
  return uuidOf(fingerprint(secret, `author by ${signed}`, words))
}

/** A UUID of a kind of its own (RFC 9562, section 5.8). */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Where each supporter of a draft stands, and who is to be named. */
import type { Supporter as Named } from '../core/story/back-matter.ts'
import { type DraftFields, supported } from '../core/story/draft-fields.ts'
import type { Supporter } from '../db/supporters.ts'
import { hashOf } from '../net/media-store.ts'

/** `changed`: they said yes to another text; `late`: nobody has answered in time. */
export type Support = 'asked' | 'confirmed' | 'declined' | 'changed' | 'late'

/** Of what supporters say yes to: the same digest is the same text. */
export function supportDigest(fields: Pick<DraftFields, 'headline' | 'standfirst' | 'body'>): string {
  return hashOf(new TextEncoder().encode(supported(fields))).slice(0, 32)
}

/** What a story that is out already says: who was named by it stays named. */
export const asPublished = 'as published'

export function supportOf(supporter: Supporter, digest: string, now: Date): Support {
  if (supporter.answer === 'declined') return 'declined'
  if (supporter.answer === null) return supporter.expiresAt > now ? 'asked' : 'late'
  return supporter.digest === digest || supporter.digest === asPublished ? 'confirmed' : 'changed'
}

/** Those who said yes to this very text. */
export function confirmedIn(supporters: readonly Supporter[], fields: DraftFields, now: Date): Named[] {
  const digest = supportDigest(fields)
  return supporters.filter((one) => supportOf(one, digest, now) === 'confirmed').map(({ name, url }) => ({ name, url }))
}

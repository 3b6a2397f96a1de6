/** Where search engines should send readers who find a story here (`rel=canonical`, RFC 6596). */
import type { Story } from './story.ts'

export const canonicals = ['original', 'here'] as const
/** What the member wishes for the stories of a source. */
export type Canonical = (typeof canonicals)[number]

/**
 * The address of the original, where it is elsewhere and the member did not wish otherwise; undefined where a story's own
 * page, at `here`, is the one.
 */
export function originalOf(
  { canonical, origin }: Pick<Story, 'canonical' | 'origin'>,
  here: string,
): string | undefined {
  const url = origin.url ? URL.parse(origin.url) : null
  if (canonical === 'here' || !url || !/^https?:$/.test(url.protocol)) return undefined
  return url.origin === URL.parse(here)?.origin ? undefined : url.href
}

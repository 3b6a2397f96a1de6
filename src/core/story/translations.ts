/** Which stories may be told to be one text in several languages. Symmetric: nobody asks which was first. */
import type { StoryId } from '../id.ts'
import { canonicalLanguage } from '../language.ts'

/** A story with the text it is said to be one language of; `none`: people said that it is no translation. */
export type Tongue = { readonly id: StoryId; readonly language: string; readonly text: string | 'none' | undefined }

export type Joined =
  /** What they are from now on; undefined: a text that nobody has named yet. */
  | { readonly kind: 'joined'; readonly text: string | undefined }
  | { readonly kind: 'same' }
  /** Two of them would be in one language, or one is in none that can be told. */
  | { readonly kind: 'one language' }
  /** People said that one of them stands alone. */
  | { readonly kind: 'alone' }

/**
 * Whether two stories can be one text, given all that already are one with either. What people said before is left by
 * who `overrules` alone.
 */
export function join(
  a: StoryId,
  b: StoryId,
  all: readonly Tongue[],
  { overrules }: { readonly overrules: boolean },
): Joined {
  const [mine, theirs] = [textOf(all, a), textOf(all, b)]
  if (mine !== undefined && mine === theirs && mine !== 'none') return { kind: 'same' }
  if (!overrules && (mine === 'none' || theirs === 'none')) return { kind: 'alone' }
  const languages = all.map(({ language }) => canonicalLanguage(language))
  if (languages.includes(undefined) || new Set(languages).size < all.length) return { kind: 'one language' }
  return { kind: 'joined', text: [mine, theirs].find((text) => text !== undefined && text !== 'none') }
}

function textOf(all: readonly Tongue[], id: StoryId): Tongue['text'] {
  return all.find((one) => one.id === id)?.text
}

/** How somebody wants to be called. A pseudonym does; nothing is asked for. */
import { inNormalForm } from '../normal-form.ts'

const longestName = 80

/** Blanks made single; undefined for what is too long or holds what nobody sees. '' is no name. */
export function readName(text: string): string | undefined {
  const name = inNormalForm(text, 'NFC').replace(/\s+/gu, ' ').trim()
  return [...name].length > longestName || /[\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/u.test(name)
    ? undefined
    : name
}

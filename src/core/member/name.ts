/** What a member is called. */
import { inNormalForm } from '../normal-form.ts'

const longest = 120

/** Blanks made single; undefined for nothing, for what is too long, and for what holds what nobody sees. */
export function readMemberName(text: string): string | undefined {
  const name = inNormalForm(text, 'NFC').replace(/\s+/gu, ' ').trim()
  const isHidden = /[\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/u.test(name)
  return name === '' || [...name].length > longest || isHidden ? undefined : name
}

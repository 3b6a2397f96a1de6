/** What a password must be. Length is what counts; mixing kinds of characters is not asked for (NIST SP 800-63B-4, 3.1.1.2). */

export const shortestPassword = 12
const longestPassword = 256

export type PasswordFault = 'missing' | 'short' | 'long' | 'known' | 'yours'

/**
 * `isKnown` tells whether a word is on a list of passwords that were stolen elsewhere; `own` is what anybody would try
 * first: the mail address, the person's and the network's name.
 */
export function passwordFault(
  password: string,
  isKnown: (word: string) => boolean,
  own: readonly string[],
): PasswordFault | undefined {
  if (password === '') return 'missing'
  const length = [...password].length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  const plain = password.toLowerCase()
  // A stolen word with figures and signs hung on, or said again and again, is tried as soon as the word itself.
  const bare = plain.replace(/^[\P{L}]+|[\P{L}]+$/gu, '')
  const joined = plain.replace(/[^\p{L}\p{N}]/gu, '')
  const words = [plain, bare, unrepeated(plain), unrepeated(bare), unrepeated(joined)]
  if (words.some((word) => isKnown(word) || isMonotone(word))) return 'known'
  if (own.some((word) => isMostly(bare, word.toLowerCase()))) return 'yours'
  return undefined
}

/** `wirewirewire` → `wire`. */
function unrepeated(word: string): string {
  for (let length = 1; length <= word.length / 2; length += 1)
    if (word.length % length === 0 && word.slice(0, length).repeat(word.length / length) === word)
      return word.slice(0, length)
  return word
}

/** Hardly anything but one character, or a run along the alphabet or the figures. */
function isMonotone(word: string): boolean {
  if (word.length < 4) return true
  let steps = 0
  for (let i = 1; i < word.length; i += 1) if (Math.abs(word.charCodeAt(i) - word.charCodeAt(i - 1)) <= 1) steps += 1
  return steps >= word.length - 2
}

/** Whether little more than this word stands in it. Words under four letters are in everything. */
function isMostly(password: string, word: string): boolean {
  return word.length >= 4 && password.includes(word) && password.length - word.length < 4
}

/** What somebody meant to write: words that differ from theirs in a letter. */

/** The word, and the word without each of its letters in turn. Two words one letter apart have one of these in common. */
export function variantsOf(word: string): string[] {
  const letters = [...word]
  return [...new Set([word, ...letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''))])]
}

/** Whether a word is one to guess at, and to be guessed: letters alone, neither short nor endless, in a script with spaces. */
export function isGuessable(word: string): boolean {
  return (
    /^[\p{L}\p{M}]{4,24}$/u.test(word) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
      word,
    )
  )
}

/** Letters to write, leave out, change or swap with their neighbour until one word is the other; 3 stands for more. */
export function distance(from: string, to: string): number {
  const a = [...from]
  const b = [...to]
  if (Math.abs(a.length - b.length) > 2) return 3
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return Math.min(3, last[b.length] ?? 3)
}

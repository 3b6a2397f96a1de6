/** What is wrong in a file people write, told all at once. */
import { Invalid } from './errors.ts'

/** What kind of mistake it is, for who tells it in other words than `says`. */
export type MistakeKind = 'missing' | 'long' | 'markup' | 'unusable' | 'image' | 'boxes' | 'heading' | 'link' | 'future'

/** Lines count from 1. `path`: the fact it is in, where it is in one; `most`: characters or entries, of what is too long. */
export type Mistake = {
  readonly line: number
  readonly says: string
  readonly what?: MistakeKind
  readonly path?: readonly PropertyKey[]
  readonly most?: number
}

/** All mistakes of a file in one error, in the order of their lines. */
export function toldMistakes(file: string, mistakes: readonly Mistake[]): Invalid {
  const lines = mistakes.toSorted((a, b) => a.line - b.line).map(({ line, says }) => `  line ${line}: ${says}`)
  const count = mistakes.length === 1 ? 'One thing is' : `${mistakes.length} things are`
  return new Invalid(`${count} wrong in ${file}; nothing was changed:\n${lines.join('\n')}`)
}

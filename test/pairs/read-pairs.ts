/** The pairs, each with the file it is in. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Text = { readonly headline: string; readonly body: string }
export type Pair = {
  readonly name: string
  readonly kind: string
  /** What an editor says. */
  readonly same: boolean
  readonly language: string
  readonly a: Text
  readonly b: Text
}

export function readPairs(): (Pair & { readonly file: string })[] {
  return globSync('*.jsonl', { cwd: import.meta.dirname })
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => ({ file, ...(JSON.parse(line) as Pair) })),
    )
}

/** The shape of every command: `main.ts` finds it by name, checks its words and runs it. */
import type { Config } from '../config.ts'
import { Usage } from '../core/errors.ts'
import { meant } from '../core/nearest.ts'

export type Option = {
  /** How the value is called in the help; a flag when absent. */
  readonly value?: string
  readonly about: string
  readonly required?: boolean
}

export type Invocation = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly flags: ReadonlySet<string>
  readonly json: boolean
}

export type Output = {
  /** A line on standard output. */
  print(line: string): void
  /** The one JSON document of `--json`. */
  json(value: unknown): void
  /** A line on standard error: progress, hints, warnings. */
  note(line: string): void
}

export type Command = {
  /** One line for the menu. */
  readonly about: string
  /** What follows the command's name, e.g. `add URL`. One per way of calling it. */
  readonly usage: readonly string[]
  readonly options?: Readonly<Record<string, Option>>
  /** Sentences for the end of its help. */
  readonly notes?: readonly string[]
  /** Whether words may follow the command's name, beside options; what follows in vain is refused. */
  readonly words?: false
  /** Whether it answers with something `--json` can show. */
  readonly json?: false
  /** Whether the environment must be in order first; `parse` and `sanitise` need nothing. */
  readonly config?: false
  run(call: Invocation, out: Output, config: Config): Promise<void>
}

/** What one of them does. Mistakes of the call are told before any database is opened. */
export type Act = (words: readonly string[], call: Invocation, out: Output, config: Config) => Promise<void>

/** What a word after the command's name stands for. Throws Usage with all there are when it is none of them. */
export function chosen<T>(acts: ReadonlyMap<string, T>, word: string | undefined): T {
  const act = word === undefined ? undefined : acts.get(word)
  if (act !== undefined) return act
  const known = [...acts.keys()]
  throw new Usage(
    `${word === undefined ? 'Say what to do' : `"${word}" is none of the things to do${meant(word, known)}`}: ${known.join(', ')}.`,
  )
}

/** Why a file that was named cannot be read, to end a sentence with. */
export function fileTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a directory'
  if (code === 'EACCES') return 'reading it is not allowed'
  return error instanceof Error ? error.message : String(error)
}

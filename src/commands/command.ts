/** The shape of every command: `main.ts` finds it by name, checks its words and runs it. */
import type { Config } from '../config.ts'

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
  /** Whether the environment must be in order first; `parse` and `sanitise` need nothing. */
  readonly config?: false
  run(call: Invocation, out: Output, config: Config): Promise<void>
}

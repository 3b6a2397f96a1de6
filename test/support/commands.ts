/** Calls a command as the command line would, without a process of its own. */
import type { Command } from '../../src/commands/command.ts'
import { type Config, readConfig } from '../../src/config.ts'

/** What it prints, what it notes on standard error, and the document of `--json` where that was asked for. */
export type Said = { readonly printed: string[]; readonly noted: string[]; readonly json: unknown }

export async function call(
  command: Command,
  words: readonly string[],
  options: Readonly<Record<string, string | true>> = {},
  config: Config = readConfig({}),
): Promise<Said> {
  const printed: string[] = []
  const noted: string[] = []
  let json: unknown
  const { json: asked, ...rest } = options
  const given = Object.entries(rest).filter((one): one is [string, string] => one[1] !== true)
  const flags = new Set(Object.keys(rest).filter((name) => rest[name] === true))
  await command.run(
    { words, options: Object.fromEntries(given), flags, json: asked !== undefined },
    {
      print: (line) => void printed.push(line),
      note: (line) => void noted.push(line),
      json: (value) => {
        json = value
      },
    },
    config,
  )
  return { printed, noted, json }
}

#!/usr/bin/env node
/** The command line: finds the command, reads its words, runs it, and says what went wrong in a sentence. */
import process from 'node:process'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Command, Invocation, Output } from './commands/command.ts'
import { environment, readConfig } from './config.ts'
import { Usage, WireroomError } from './core/errors.ts'
import { meant } from './core/nearest.ts'

const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  start: () => import('./commands/start.ts'),
  demo: () => import('./commands/demo.ts'),
  serve: () => import('./commands/serve.ts'),
  work: () => import('./commands/work.ts'),
  migrate: () => import('./commands/migrate.ts'),
  member: () => import('./commands/member.ts'),
  source: () => import('./commands/source.ts'),
  release: () => import('./commands/release.ts'),
  story: () => import('./commands/story.ts'),
  topic: () => import('./commands/topic.ts'),
  network: () => import('./commands/network.ts'),
  staff: () => import('./commands/staff.ts'),
  notice: () => import('./commands/notice.ts'),
  front: () => import('./commands/front.ts'),
  parse: () => import('./commands/parse.ts'),
  sanitise: () => import('./commands/sanitise.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  stats: () => import('./commands/stats.ts'),
  doctor: () => import('./commands/doctor.ts'),
}

const everywhere = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  debug: { type: 'boolean' },
} as const

const output: Output = {
  print: (line) => void process.stdout.write(`${line}\n`),
  json: (value) => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
}

// Whoever reads us may stop reading: `wireroom source list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = process.send === undefined ? tell(error) : await log(error)
}

async function main(argv: readonly string[]): Promise<void> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await menu(name === 'help' ? rest[0] : undefined)
    return
  }
  if (name === '--version') {
    const { default: about } = await import('../package.json', { with: { type: 'json' } })
    output.print(about.version)
    return
  }
  const command = await find(name)
  const call = read(name, command, rest)
  if (call === 'help') {
    help(name, command)
    return
  }
  const config = command.config === false ? readConfig({}) : readConfig(environment())
  await command.run(call, output, config)
}

function read(name: string, command: Command, argv: readonly string[]): Invocation | 'help' {
  const own = Object.fromEntries(
    Object.entries(command.options ?? {}).map(([option, { value }]) => [
      option,
      { type: value ? 'string' : 'boolean' },
    ]),
  )
  const { json, ...always } = everywhere
  const options = { ...own, ...always, ...(command.json === false ? {} : { json }) } as NonNullable<
    ParseArgsConfig['options']
  >
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Usage(`${complaint(name, error as NodeJS.ErrnoException, options)} "wireroom ${name} --help" tells more.`)
  }
  const { values, positionals } = parsed
  if (values.help) return 'help'
  if (command.words === false && positionals.length > 0)
    throw new Usage(`"${positionals[0]}" is one word too many. "wireroom ${name} --help" tells more.`)
  return {
    words: positionals,
    options: Object.fromEntries(
      Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    flags: new Set(Object.entries(values).flatMap(([option, value]) => (value === true ? [option] : []))),
    json: values.json === true,
  }
}

/** What the parser of options did not like, in our words. */
function complaint(
  name: string,
  { code, message }: NodeJS.ErrnoException,
  options: NonNullable<ParseArgsConfig['options']>,
): string {
  const option = /'(?:-\w, )?(--?[^' ]+)/.exec(message)?.[1] ?? ''
  const known = Object.keys(options).map((own) => `--${own}`)
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `"${name}" has no option ${option}${meant(option, known)}.`
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message.split('\n')[0] ?? ''
  return options[option.slice(2)]?.type === 'boolean' ? `${option} takes no value.` : `${option} lacks its value.`
}

async function find(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load) return (await load()).command
  throw new Usage(`There is no command "${name}"${meant(name, Object.keys(commands))}. "wireroom --help" lists them.`)
}

async function menu(name: string | undefined): Promise<void> {
  if (name !== undefined) {
    help(name, await find(name))
    return
  }
  output.print('wireroom: the newswire of a community.\n')
  output.print('usage: wireroom COMMAND …\n')
  for (const [command, load] of Object.entries(commands))
    output.print(`  ${command.padEnd(10)}${(await load()).command.about}`)
  output.print(
    '\n"wireroom COMMAND --help" tells more. Settings come from the environment or a .env file: docs/operating.md.',
  )
}

function help(name: string, command: Command): void {
  output.print(`${command.about}\n`)
  command.usage.forEach((usage, i) => {
    output.print(`${i === 0 ? 'usage: ' : '       '}wireroom ${name} ${usage}`.trimEnd())
  })
  const own = Object.entries(command.options ?? {}).map(([option, { value, about }]) => [
    `--${option}${value ? ` ${value}` : ''}`,
    about,
  ])
  const json = command.json === false ? [] : [['--json', 'answer as JSON']]
  const rows = [...own, ...json, ['--debug', 'show where an error came from']]
  const width = Math.max(...rows.map(([option = '']) => option.length))
  output.print('')
  for (const [option = '', about = ''] of rows) output.print(`  ${option.padEnd(width)}  ${about}`)
  for (const note of command.notes ?? []) output.print(`\n${note}`)
}

/** A part of a running program tells what ends it where everything else it tells goes. */
async function log(error: unknown): Promise<number> {
  const { openLog } = await import('./host/log.ts')
  const part = await openLog('error', process.argv[2] ?? '')
  if (error instanceof WireroomError) part.error(error.message)
  else part.error('The process ends by a fault of its own.', { error })
  return 1
}

/** One sentence, and the exit status: 2 for a wrong call, 1 for everything else. */
function tell(error: unknown): number {
  const known = error instanceof WireroomError
  const said = error instanceof Error ? error.message : String(error)
  output.note(
    `wireroom: ${known ? said : `${said} (This should not have happened; --debug shows where it came from.)`}`,
  )
  if (process.argv.includes('--debug') && error instanceof Error) output.note(error.stack ?? '')
  return error instanceof Usage ? 2 : 1
}

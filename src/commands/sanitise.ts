/** Cleans foreign HTML as everything that comes in is cleaned. Needs no database. */
import process from 'node:process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { Usage } from '../core/errors.ts'
import { sanitise } from '../core/html/sanitise.ts'
import type { Command, Output } from './command.ts'

export const command: Command = {
  about: 'Clean HTML: what may be shown of it, from standard input to standard output.',
  usage: ['[--base URL]', '--lines [--base URL]'],
  options: {
    base: { value: 'URL', about: 'where the HTML is from: relative addresses start there' },
    lines: { about: 'many at once: one JSON string a line in, one a line out' },
  },
  json: false,
  config: false,
  async run(call, out) {
    if (call.words.length > 0) throw new Usage('The HTML comes on standard input, not as a word here.')
    const { base } = call.options
    if (base !== undefined && !URL.canParse(base)) throw new Usage(`--base is "${base}": give a whole address.`)
    const options = base === undefined ? {} : { base }
    if (call.flags.has('lines')) return cleanLines(process.stdin, options, out)
    out.print(sanitise(await text(process.stdin), options))
  },
}

/** Answers every line in its turn; what is no JSON string is answered with an empty one, and a note. */
export async function cleanLines(
  lines: NodeJS.ReadableStream,
  options: { base?: string },
  out: Pick<Output, 'print' | 'note'>,
): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    const html = stringOf(line)
    if (html === undefined) out.note(`Line ${number} is no JSON string.`)
    out.print(JSON.stringify(sanitise(html ?? '', options)))
  }
}

function stringOf(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

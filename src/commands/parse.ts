/** Reads any inbound document as ingest would, and shows what it came to. Needs no database. */
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { environment, readConfig } from '../config.ts'
import { namedUserAgent } from '../core/agent.ts'
import { Invalid, Unavailable, Usage, WireroomError } from '../core/errors.ts'
import { type CleanDocument, clean } from '../core/formats/clean.ts'
import type { Hints } from '../core/formats/document.ts'
import { readDocument, readText } from '../core/formats/read.ts'
import { type Command, fileTrouble, type Output } from './command.ts'

export const command: Command = {
  about: 'Read a feed, page or list of feeds and show what it says.',
  usage: ['FILE|URL|- [--base URL] [--json]', '--lines'],
  options: {
    base: { value: 'URL', about: 'where the document is from: relative addresses start there' },
    lines: {
      about: 'many at once: JSON Lines {"file" or "text", "base", "contentType"} in, one answer line each, out',
    },
  },
  config: false,
  async run(call, out) {
    const [what, ...more] = call.words
    if (call.flags.has('lines')) {
      if (what !== undefined) throw new Usage('With --lines, documents are named on standard input, not here.')
      return answerLines(process.stdin, out)
    }
    if (what === undefined || more.length > 0)
      throw new Usage('Say what to read: a file, an address, or - for standard input.')
    const base = call.options.base
    if (base !== undefined && !URL.canParse(base)) throw new Usage(`--base is "${base}": give a whole address.`)
    const document = await readOne(what, base)
    if (call.json) out.json({ file: what, ...document })
    else describe(document, out)
  },
}

/** Answers every line in its turn; what cannot be read answers `"ok": false`. */
export async function answerLines(lines: NodeJS.ReadableStream, out: Pick<Output, 'print'>): Promise<void> {
  for await (const line of createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') out.print(JSON.stringify(await answer(line)))
}

type Question = { file?: unknown; text?: unknown; base?: unknown; contentType?: unknown }

async function answer(line: string): Promise<object> {
  let question: Question | undefined
  try {
    const asked: unknown = JSON.parse(line)
    if (typeof asked !== 'object' || asked === null) return failure('this line is no JSON object')
    question = asked
  } catch {
    return failure('this line is no JSON')
  }
  const { file, text } = question
  try {
    const hints = hintsOf(question)
    if (typeof text === 'string') return clean(readText(text, hints))
    if (typeof file !== 'string') return failure('this line names no "file" and no "text"')
    return { file, ...clean(readDocument(await readFile(file), hints)) }
  } catch (error) {
    return { ...(typeof file === 'string' ? { file } : {}), ...failure(fileTrouble(error)) }
  }
}

function failure(problem: string): object {
  return { ok: false, problems: [problem], feed: {}, items: [], tombstones: [] }
}

function hintsOf(question: Question): Hints {
  const hints: Hints = { now: new Date() }
  if (typeof question.base === 'string' && URL.canParse(question.base)) hints.base = question.base
  if (typeof question.contentType === 'string') hints.contentType = question.contentType
  return hints
}

async function readOne(what: string, base: string | undefined): Promise<CleanDocument> {
  if (/^https?:\/\//i.test(what)) return readAddress(what, base)
  const hints: Hints = { now: new Date(), ...(base === undefined ? {} : { base }) }
  try {
    return clean(readDocument(what === '-' ? await buffer(process.stdin) : await readFile(what), hints))
  } catch (error) {
    throw error instanceof WireroomError ? error : new Invalid(`${what} could not be read: ${fileTrouble(error)}.`)
  }
}

async function readAddress(address: string, base: string | undefined): Promise<CleanDocument> {
  const { createFetcher } = await import('../net/fetch.ts')
  const config = readConfig(environment())
  const fetcher = createFetcher({ ...config, userAgent: namedUserAgent({ url: config.url, mail: config.mailFrom }) })
  try {
    const fetched = await fetcher.fetch(address, { feed: true })
    if (fetched.kind !== 'fetched')
      throw new Unavailable(
        `${address} could not be read: ${fetched.kind === 'not-modified' ? 'it answered 304.' : fetched.reason}`,
      )
    const contentType = fetched.headers['content-type']
    return clean(
      readDocument(fetched.body, {
        base: base ?? fetched.finalUrl,
        now: new Date(),
        ...(contentType === undefined ? {} : { contentType }),
      }),
    )
  } finally {
    await fetcher.close()
  }
}

function describe(document: CleanDocument, out: Output): void {
  const { feed, items, feeds = [] } = document
  const kind = [document.format ?? 'unknown', document.version, document.encoding].filter(Boolean).join(' ')
  out.print(`${kind}${document.ok ? '' : ' (nothing usable)'}`)
  for (const problem of document.problems) out.print(`  problem: ${problem}`)
  if (feed.title) out.print(feed.title)
  if (feed.link) out.print(feed.link)
  for (const found of feeds) out.print(`offers ${found.url}${found.title ? `  ${found.title}` : ''}`)
  for (const item of items) {
    out.print('')
    out.print([item.published ?? item.updated ?? '(no date)', item.title ?? '(no title)'].join('  '))
    if (item.url) out.print(`  ${item.url}`)
    const names = item.authors?.map((person) => person.name ?? person.email ?? person.url).join(', ')
    if (names) out.print(`  by ${names}`)
  }
}

import type { Config } from '../config.ts'
import { NotFound, Usage } from '../core/errors.ts'
import { dueAt, type NoticeNumber, readNoticeNumber } from '../core/notice.ts'
import type { Db } from '../db/connection.ts'
import { findNotice, listNotices, type Notice } from '../db/notices.ts'
import { findAddress } from '../db/published.ts'
import { readSecret } from '../host/secret.ts'
import { decideNotice } from '../moderation/decide-notice.ts'
import { type NoticeWords, readNotice } from '../moderation/read-notice.ts'
import { storyHref } from '../routes.ts'
import { type Command, chosen, type Invocation, type Output } from './command.ts'
import { operator, withDatabase } from './with-database.ts'

export const command: Command = {
  about: 'Read what people reported, and say what was decided.',
  usage: ['list [--all]', 'show NUMBER', 'close NUMBER --why TEXT'],
  options: {
    all: { about: 'closed ones too' },
    why: { value: 'TEXT', about: 'what was decided; whoever has the number reads it on the page it leads to' },
  },
  async run(call, out, config) {
    const [verb, ...words] = call.words
    await chosen(acts, verb)(words, call, out, config)
  },
}

type Act = (words: readonly string[], call: Invocation, out: Output, config: Config) => Promise<void>
const acts = new Map<string, Act>(Object.entries({ list, show, close }))

function numberOf([given, ...rest]: readonly string[]): NoticeNumber {
  if (rest.length > 0) throw new Usage(`"${rest[0]}" is one word too many.`)
  const number = readNoticeNumber(given ?? '')
  if (!number)
    throw new Usage(given ? `"${given}" is no notice’s number, such as 4127-0093-5518.` : 'Say which notice.')
  return number
}

async function list([more]: readonly string[], call: Invocation, out: Output, config: Config): Promise<void> {
  if (more !== undefined) throw new Usage(`"${more}" is one word too many.`)
  const [told, now] = await withDatabase(config, async ({ db, clock }) => {
    const notices = await listNotices(db, { all: call.flags.has('all') })
    const secret = await readSecret(config)
    return [await Promise.all(notices.map((notice) => tell(db, notice, secret, config.url))), clock()] as const
  })
  if (call.json) {
    out.json(told)
    return
  }
  if (told.length === 0) out.note('No notice waits.')
  for (const { number, reason, due, words, closed } of told) {
    const state = closed ? 'closed' : new Date(due) < now ? 'OVERDUE' : `by ${due.slice(0, 16)}Z`
    out.print(`${number}  ${reason.padEnd(7)}  ${state.padEnd(21)}${firstWords(words)}`)
  }
}

async function show(which: readonly string[], call: Invocation, out: Output, config: Config): Promise<void> {
  const number = numberOf(which)
  const told = await withDatabase(config, async ({ db }) => {
    const notice = await findNotice(db, number)
    if (!notice) throw new NotFound(`There is no notice ${number}.`)
    return await tell(db, notice, await readSecret(config), config.url)
  })
  if (call.json) {
    out.json(told)
    return
  }
  const { words, closed, ...facts } = told
  for (const [name, value] of Object.entries(facts)) out.print(`${name.padEnd(10)}${value || '–'}`)
  if (closed) out.print(`${'closed'.padEnd(10)}${closed.at} by ${closed.by}: ${closed.why}`)
  out.print(`\n${words || '(forgotten)'}`)
}

async function close(words: readonly string[], call: Invocation, out: Output, config: Config): Promise<void> {
  const number = numberOf(words)
  const why = call.options.why ?? ''
  if (!why.trim()) throw new Usage('Say what was decided, with --why: whoever has the number reads it.')
  await withDatabase(config, ({ db, clock }) =>
    db.transaction().execute((tx) => decideNotice(tx, number, { at: clock(), by: operator, why })),
  )
  if (call.json) out.json({ number, done: 'close' })
  else out.print(`Closed. Its page tells what was decided; how to reach its writer is erased in 30 days.`)
}

type Told = NoticeWords & {
  readonly number: NoticeNumber
  readonly reason: string
  readonly received: string
  readonly due: string
  /** The story it is about, where it has an address. */
  readonly story: string
  readonly storyId: string
  readonly language: string
  readonly closed: { readonly at: string; readonly by: string; readonly why: string } | null
}

async function tell(db: Db, notice: Notice, secret: string, url: string): Promise<Told> {
  const { number, reason, receivedAt, storyId, language, closed } = notice
  const address = storyId && (await findAddress(db, storyId))
  return {
    number,
    reason,
    received: receivedAt.toISOString(),
    due: dueAt(notice).toISOString(),
    story: address ? url + storyHref(address) : '',
    storyId: storyId ?? '',
    language,
    ...readNotice(notice, secret),
    closed: closed && { ...closed, at: closed.at.toISOString() },
  }
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

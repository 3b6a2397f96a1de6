import { randomBytes } from 'node:crypto'
import type { StatsFs } from 'node:fs'
import { mkdir, statfs } from 'node:fs/promises'
import process from 'node:process'
import { type Config, environment, settings } from '../config.ts'
import { WireroomError } from '../core/errors.ts'
import { meant } from '../core/nearest.ts'
import { type Health, healthOf } from '../core/source-health.ts'
import { readNetwork } from '../db/network.ts'
import { describeServer } from '../db/server.ts'
import { listSources, type Source } from '../db/sources.ts'
import { readStats, type Stats } from '../db/stats.ts'
import { connects } from '../host/port.ts'
import { diskTrouble } from '../host/postgres/cluster.ts'
import { createFetcher } from '../net/fetch.ts'
import { createMediaStore } from '../net/media-store.ts'
import { fetchSettings } from '../parts.ts'
import type { Command } from './command.ts'
import { type AtHand, withDatabase } from './with-database.ts'

type Finding = { readonly about: string; readonly verdict: 'well' | 'look' | 'wrong'; readonly words: string }

export const command: Command = {
  about: 'Look over this installation and say what to do.',
  usage: [''],
  words: false,
  async run(call, out, config) {
    // Settings were read before this ran: had one been wrong, all of them would have been told instead.
    const findings: Finding[] = [given(config), address(config)]
    findings.push(await disk(config))
    try {
      findings.push(...(await withDatabase(config, database)))
    } catch (error) {
      findings.push(wrong('database', error instanceof WireroomError ? error.message : String(error)))
    }
    findings.push(await mail(config), await media(config))
    if (call.json) out.json(findings)
    else
      for (const { about, verdict, words } of findings)
        out.print(`${{ well: 'ok   ', look: 'look ', wrong: 'WRONG' }[verdict]}  ${about.padEnd(10)}${words}`)
    if (findings.some(({ verdict }) => verdict === 'wrong')) process.exitCode = 1
  },
}

/** A name that looks like a setting and is none would otherwise be passed over in silence. */
function given(config: Config): Finding {
  const known: readonly string[] = settings
  const strange = Object.keys(environment()).filter((name) => name.startsWith('WIREROOM_') && !known.includes(name))
  return strange.length > 0
    ? look('settings', `${strange.map((name) => `${name} is no setting${meant(name, known)}`).join(', ')}.`)
    : well('settings', `${Object.keys(config.given).length} given, none wrong`)
}

function address(config: Config): Finding {
  const url = URL.parse(config.url)
  if (config.given.WIREROOM_URL === undefined)
    return look(
      'address',
      `WIREROOM_URL is not set: every address will begin with ${config.url}. Set it before others read.`,
    )
  if (url?.protocol !== 'https:')
    return look('address', `${config.url} is not https: what people read can be seen on the way.`)
  return well('address', config.url)
}

async function disk({ data }: Config): Promise<Finding> {
  let there: StatsFs
  try {
    await mkdir(data, { recursive: true })
    there = await statfs(data)
  } catch (error) {
    return wrong('disk', (diskTrouble(error, data) as Error).message)
  }
  const { bavail, bsize } = there
  const free = (bavail * bsize) / 1024 ** 3
  const words = `${free.toFixed(1)} GB free for ${data}`
  return free < 0.5
    ? wrong('disk', `${words}: make room, the database stops when it is full.`)
    : free < 2
      ? look('disk', words)
      : well('disk', words)
}

async function database({ db, config, clock }: AtHand): Promise<Finding[]> {
  const server = await describeServer(db)
  const stats = await readStats(db, clock())
  const off = Math.abs(server.now.getTime() - clock().getTime())
  const { name, languages } = await readNetwork(db)
  return [
    well(
      'database',
      `PostgreSQL ${server.version}, ${server.megabytes} MB, ${config.databaseUrl === undefined ? 'embedded' : 'DATABASE_URL'}`,
    ),
    off > 5_000
      ? wrong('clock', `the database's clock differs by ${Math.round(off / 1000)} seconds: set both by NTP.`)
      : well('clock', 'as the database has it'),
    stats.jobs.failed > 0
      ? look('jobs', `${stats.jobs.failed} have failed for good: the log tells why.`)
      : well('jobs', `${stats.jobs.waiting} waiting, ${stats.jobs.running} running`),
    sources(await listSources(db), clock()),
    ...people(stats),
    well('network', `${name}, in ${languages.join(', ')}`),
    await outbound({ db, config, clock }),
  ]
}

/** What only people can do. */
export function people({ notices, applications, moderators }: Stats): Finding[] {
  const late = notices.overWeek > 0 ? `, ${notices.overWeek} of them for longer than a week` : ''
  return [
    notices.overdue + notices.overWeek > 0
      ? look('notices', `${notices.open} open, ${notices.overdue} overdue${late}: "wireroom notice list".`)
      : well('notices', `${notices.open} open`),
    applications.overWeek > 0
      ? look(
          'joining',
          `${applications.waiting} applications waiting, ${applications.overWeek} for longer than a week: a moderator decides at /moderation.`,
        )
      : well('joining', `${applications.waiting} applications waiting`),
    moderators === 0
      ? look(
          'moderators',
          'nobody is one, so nobody decides who joins: "wireroom staff add EMAIL --right moderator" makes somebody one.',
        )
      : well('moderators', String(moderators)),
  ]
}

function sources(all: readonly Source[], now: Date): Finding {
  const states = Map.groupBy(all, (source) => healthOf(source, now).state)
  const count = (state: Health['state']) => states.get(state)?.length ?? 0
  const numbers = `${all.length}, ${count('paused')} paused, ${count('failing')} failing, ${count('quiet')} quieter than usual`
  return count('failing') + count('quiet') > 0
    ? look('sources', `${numbers}: "wireroom source list" tells why.`)
    : well('sources', numbers)
}

/** One polite question to a name that exists to be asked; a site that does not answer is no fault of ours. */
async function outbound({ config, db }: AtHand): Promise<Finding> {
  const fetcher = createFetcher(await fetchSettings(config, db))
  try {
    const answer = await fetcher.fetch('https://example.com/', { feed: true })
    if (answer.kind === 'fetched' || answer.kind === 'http-error')
      return well('outbound', `example.com answered in ${answer.ms} ms`)
    return look(
      'outbound',
      `example.com: ${answer.kind === 'not-modified' ? 'an odd answer.' : answer.reason} Sources elsewhere may not be reachable.`,
    )
  } finally {
    await fetcher.close()
  }
}

async function mail({ smtpUrl, data }: Config): Promise<Finding> {
  if (smtpUrl === undefined) return look('mail', `no SMTP_URL: mail will be written to ${data}/mail.`)
  const url = URL.parse(smtpUrl)
  const port = Number(url?.port || (url?.protocol === 'smtps:' ? 465 : 587))
  const host = url?.hostname ?? ''
  return (await connects(host, port))
    ? well('mail', `${host}:${port} takes connections`)
    : wrong('mail', `${host}:${port} takes no connection: check SMTP_URL and the firewall.`)
}

async function media(config: Config): Promise<Finding> {
  const where = config.s3 ? `${config.s3.endpoint}/${config.s3.bucket}` : `${config.data}/media`
  try {
    const store = createMediaStore(config, () => new Date())
    const hash = await store.put(randomBytes(16), 'application/octet-stream')
    const back = await store.get(hash)
    await store.remove(hash)
    return back
      ? well('media', `${where} keeps and gives back`)
      : wrong('media', `${where} does not give back what it was given.`)
  } catch (error) {
    return wrong('media', (diskTrouble(error, where) as Error).message)
  }
}

function well(about: string, words: string): Finding {
  return { about, verdict: 'well', words }
}
function look(about: string, words: string): Finding {
  return { about, verdict: 'look', words }
}
function wrong(about: string, words: string): Finding {
  return { about, verdict: 'wrong', words }
}

import process from 'node:process'
import { fetchSettings } from '../app.ts'
import { Conflict, NotFound, Usage } from '../core/errors.ts'
import { readId, type SourceId } from '../core/id.ts'
import { type Grant, pictureUses } from '../core/story/gate.ts'
import { claimSource } from '../db/claims.ts'
import { readNetwork } from '../db/network.ts'
import { findSource, listSources, pauseSource, resumeSource, type Source } from '../db/sources.ts'
import type { Visit } from '../db/visits.ts'
import { addSource } from '../ingest/add-source.ts'
import { leaseMs } from '../ingest/poll.ts'
import { type IngestContext, visit } from '../ingest/visit.ts'
import { createFetcher } from '../net/fetch.ts'
import { grant } from '../wire/grant.ts'
import { type Command, chosen, type Invocation, type Output } from './command.ts'
import { type AtHand, operator, withDatabase } from './with-database.ts'

const shows = ['full', 'excerpt', 'headline'] as const

export const command: Command = {
  about: 'Add, list, visit, pause and resume sources, and change what may be shown of them.',
  usage: [
    'add URL [--member SLUG] [--grant full|excerpt|headline] [--pictures none|credit|republish]',
    'list',
    'grant ID [--grant full|excerpt|headline] [--pictures none|credit|republish]',
    'poll ID',
    'poll --all',
    'pause ID [--why TEXT]',
    'resume ID',
  ],
  options: {
    member: { value: 'SLUG', about: 'whose source it is; else the member whose site it is on' },
    grant: { value: 'EXTENT', about: 'what the member lets the network show: full, excerpt (default) or headline' },
    pictures: { value: 'USE', about: 'none (default), credit or republish' },
    why: { value: 'TEXT', about: 'why it is paused' },
    all: { about: 'visit every source now that is not paused, due or not' },
  },
  async run(call, out, config) {
    const [verb, ...words] = call.words
    const act = chosen(acts, verb)
    await withDatabase(config, (at) => act(at, words, call, out))
  },
}

type Act = (at: AtHand, words: readonly string[], call: Invocation, out: Output) => Promise<void>
const acts = new Map<string, Act>(Object.entries({ add, list, grant: giveGrant, poll, pause, resume }))

async function add(at: AtHand, [url, ...rest]: readonly string[], call: Invocation, out: Output): Promise<void> {
  if (!url || rest.length > 0) throw new Usage('Say one address: of a feed, or of a site that has one.')
  const wanted = grantOf(call, { shows: 'excerpt', pictures: 'none' })
  await withFetcher(at, async (context) => {
    const added = await addSource(context, { url, member: call.options.member, grant: wanted }, operator)
    if (call.json) {
      out.json(added)
      return
    }
    out.print(
      `Added ${added.url}${added.title ? ` (“${added.title}”)` : ''} for ${added.member}: ${added.items} items there now.`,
    )
    out.print(`Its id is ${added.id}.`)
    out.note(`While wireroom runs, it is read within seconds; "wireroom source poll ${added.id}" reads it now.`)
  })
}

async function list({ db }: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  const sources = await listSources(db)
  if (call.json) {
    out.json(sources)
    return
  }
  if (sources.length === 0) out.note('No sources yet. Add one: wireroom source add URL')
  for (const source of sources) {
    out.print(`${source.id}  ${source.memberSlug}  ${source.url}`)
    out.print(`  ${healthOf(source)}; grant: ${grantWords(source.grant)}`)
  }
}

async function giveGrant(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const { options } = call
  if (options.grant === undefined && options.pictures === undefined)
    throw new Usage('Say which one source, and what the member grants: --grant, --pictures, or both.')
  const source = await sourceBy(at, words)
  const wanted = grantOf(call, source.grant)
  const { timeZone } = await readNetwork(at.db)
  const context = { now: at.clock(), by: operator, timeZone }
  const changed = await at.db.transaction().execute((tx) => grant(tx, context, source.id, wanted))
  if (call.json) out.json({ id: source.id, grant: wanted, changed })
  else out.print(`Of ${source.url} readers see: ${grantWords(wanted)}. ${changed} stories changed.`)
}

async function poll(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const [given] = words
  if ((given === undefined) === !call.flags.has('all') || words.length > 1)
    throw new Usage('Say which source to visit, by its id, or --all.')
  const wanted = given ? [await sourceBy(at, words)] : (await listSources(at.db)).filter((source) => !source.paused)
  const reports: ({ id: SourceId; url: string } & Visit)[] = []
  await withFetcher(at, async (context) => {
    for (const source of wanted) {
      const now = at.clock()
      const claimed = await claimSource(at.db, source.id, {
        now,
        until: new Date(now.getTime() + leaseMs),
        by: `command ${process.pid}`,
      })
      if (!claimed) {
        out.note(`${source.url}: somebody is on the way there already.`)
        continue
      }
      const done = await visit(context, claimed)
      reports.push({ id: source.id, url: source.url, ...done })
      const counts =
        done.outcome === 'fetched'
          ? `: ${done.itemsSeen} items, ${done.itemsNew} new, ${done.itemsChanged} changed`
          : ''
      if (!call.json) out.print(`${source.url} ${done.outcome}${counts}. ${done.reason}`.trim())
    }
  })
  if (call.json) out.json(reports)
  if (reports.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1
}

async function pause(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const source = await sourceBy(at, words)
  const why = call.options.why?.trim() || 'Paused by the operator.'
  const done = await at.db
    .transaction()
    .execute((tx) => pauseSource(tx, source.id, { at: at.clock(), by: operator, why }))
  if (!done) throw new Conflict('This source is paused already.')
  if (call.json) out.json({ id: source.id, paused: why })
  else out.print(`Paused ${source.url}.`)
}

async function resume(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const source = await sourceBy(at, words)
  if (!(await at.db.transaction().execute((tx) => resumeSource(tx, source.id, at.clock(), operator))))
    throw new Conflict('This source is not paused.')
  if (call.json) out.json({ id: source.id, paused: null })
  else out.print(`Resumed ${source.url}.`)
}

async function sourceBy({ db }: AtHand, [given, ...rest]: readonly string[]): Promise<Source> {
  if (!given || rest.length > 0) throw new Usage('Say which one source, by its id.')
  const id = readId<SourceId>(given)
  const source = id && (await findSource(db, id))
  if (!source) throw new NotFound(`There is no source "${given}": "wireroom source list" shows them.`)
  return source
}

async function withFetcher(at: AtHand, act: (context: IngestContext) => Promise<void>): Promise<void> {
  const { config, db, clock } = at
  const fetcher = createFetcher(await fetchSettings(config, db))
  try {
    await act({ db, fetcher, clock, minPollSeconds: config.minPollSeconds })
  } finally {
    await fetcher.close()
  }
}

function grantWords({ shows, pictures }: Grant): string {
  return `${shows}, pictures: ${pictures}`
}

function grantOf(call: Invocation, usual: Grant): Grant {
  const given = { shows: call.options.grant ?? usual.shows, pictures: call.options.pictures ?? usual.pictures }
  const extent = shows.find((known) => known === given.shows)
  const pictures = pictureUses.find((known) => known === given.pictures)
  if (!extent) throw new Usage(`--grant is ${shows.join(', ')}, not "${given.shows}".`)
  if (!pictures) throw new Usage(`--pictures is ${pictureUses.join(', ')}, not "${given.pictures}".`)
  return { shows: extent, pictures }
}

function healthOf(source: Source): string {
  if (source.paused) return `paused: ${source.paused}`
  if (source.failures > 0)
    return `failed ${source.failures === 1 ? 'once' : `${source.failures} times`}: ${source.lastProblem?.replace(/\.$/, '')}`
  if (source.lastSuccessAt)
    return `well, last read ${source.lastSuccessAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return 'not read yet'
}

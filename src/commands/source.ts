import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Agent, agents } from '../core/agent.ts'
import { Conflict, Usage } from '../core/errors.ts'
import type { SourceId } from '../core/id.ts'
import { healthOf, minute } from '../core/source-health.ts'
import { claimHost, claimSource, releaseClaim } from '../db/claims.ts'
import { listSources, pauseSource, resumeSource, type Source, setAgent } from '../db/sources.ts'
import { listVisits, summariseVisits, type Visit } from '../db/visits.ts'
import { addSource } from '../ingest/add-source.ts'
import { leaseMs } from '../ingest/poll.ts'
import { reread as readAgain } from '../ingest/reread.ts'
import { type IngestContext, visit } from '../ingest/visit.ts'
import { createFetcher } from '../net/fetch.ts'
import { fetchSettings } from '../parts.ts'
import { type Command, chosen, type Invocation, type Output } from './command.ts'
import * as terms from './source-terms.ts'
import { moveInWords, summaryInWords, visitInWords } from './source-words.ts'
import { type AtHand, operator, withDatabase } from './with-database.ts'

/** Visits a summary and the printed ledger go back. */
const summarised = 100

export const command: Command = {
  about: 'Add, list, visit, reread, pause and resume sources, and say on which terms they are shown.',
  usage: [
    'add URL [--member SLUG] [--grant full|excerpt|headline] [--pictures none|credit|republish] [--agent named|neutral] [--feed]',
    'list',
    'ledger ID',
    'poll ID',
    'poll --all',
    'reread ID',
    'agent ID named|neutral',
    'pause ID [--why TEXT]',
    'resume ID',
    ...terms.usage,
  ],
  options: {
    member: { value: 'SLUG', about: 'whose source it is; else the member whose site it is on' },
    ...terms.options,
    agent: {
      value: 'WHO',
      about:
        'named (default) tells the site which network comes; neutral does not, where that would reveal a membership',
    },
    feed: { about: 'the address is the feed itself, so that robots.txt need not be asked' },
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
const acts = new Map<string, Act>(
  Object.entries({ add, list, ledger, poll, reread, agent, pause, resume, ...terms.acts }),
)

async function add(at: AtHand, [url, ...rest]: readonly string[], call: Invocation, out: Output): Promise<void> {
  if (!url || rest.length > 0) throw new Usage('Say one address: of a feed, or of a site that has one.')
  const words = {
    url,
    member: call.options.member,
    grant: terms.grantOf(call, { shows: 'excerpt', pictures: 'none' }),
    agent: agentOf(call.options.agent ?? 'named'),
    ...(call.flags.has('feed') ? { feed: true } : {}),
  }
  await withFetcher(at, async (context) => {
    const added = await addSource(context, words, call.options.by?.trim() || operator)
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

async function list({ db, clock }: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  const [sources, summaries] = await Promise.all([listSources(db), summariseVisits(db, summarised)])
  const rows = sources.map((source) => ({
    ...source,
    health: healthOf(source, clock()),
    ledger: summaries.get(source.id) ?? null,
  }))
  if (call.json) {
    out.json(rows)
    return
  }
  if (rows.length === 0) out.note('No sources yet. Add one: wireroom source add URL')
  for (const { health, ledger: summary, ...source } of rows) {
    out.print(`${source.id}  ${source.memberSlug}  ${source.url}`)
    out.print(`  ${health.words}${health.state === 'paused' ? '' : `; next ${minute(source.nextVisitAt)}`}`)
    const move = moveInWords(source)
    if (move !== undefined) out.print(`  ${move}`)
    if (summary) out.print(`  ${summaryInWords(summary)}`)
    const neutral = source.agent === 'neutral' ? '; visited without our name' : ''
    const known = source.uniqueness === 'id' ? '' : `; items are known by ${source.uniqueness}: ${source.uniquenessWhy}`
    out.print(`  grant: ${terms.grantWords(source.grant)}${neutral}${known}`)
  }
}

async function ledger(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const source = await terms.sourceBy(at, words)
  const visits = await listVisits(at.db, source.id, summarised)
  if (call.json) out.json(visits)
  else for (const one of visits) out.print(visitInWords(one))
  if (visits.length === 0) out.note('Not visited yet.')
}

async function poll(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const [given] = words
  if ((given === undefined) === !call.flags.has('all') || words.length > 1)
    throw new Usage('Say which source to visit, by its id, or --all.')
  const wanted = given
    ? [await terms.sourceBy(at, words)]
    : (await listSources(at.db)).filter((source) => !source.paused)
  const reports: ({ id: SourceId; url: string } & Visit)[] = []
  await withFetcher(at, async (context) => {
    for (const source of wanted) {
      const claimed = await claimInTurn(at, source)
      if (!claimed) {
        out.note(`${source.url}: somebody is on the way there already.`)
        continue
      }
      const { fault, ...done } = await visit(context, claimed)
      reports.push({ id: source.id, url: source.url, ...done })
      const counts =
        done.outcome === 'fetched'
          ? `: ${done.itemsSeen} items, ${done.itemsNew} new, ${done.itemsChanged} changed`
          : ''
      if (!call.json) out.print(`${source.url} ${done.outcome}${counts}. ${done.reason}`.trim())
      if (done.paused) out.note(`${source.url} is paused: ${done.paused}`)
      if (fault !== undefined) out.note(`What went wrong: ${fault instanceof Error ? fault.message : fault}`)
    }
  })
  if (call.json) out.json(reports)
  if (reports.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1
}

/** Claims a source and its host, whose pause is waited for, and a visit to it, but not for ever. */
async function claimInTurn(at: AtHand, source: Source): Promise<Source | undefined> {
  const by = `command ${process.pid}`
  const claim = () => ({ now: at.clock(), until: new Date(at.clock().getTime() + leaseMs), by })
  const claimed = await claimSource(at.db, source.id, claim())
  if (!claimed) return undefined
  for (let tries = 0; tries < 100; tries += 1) {
    if (await claimHost(at.db, claimed.host, claim())) return claimed
    await sleep(300)
  }
  await releaseClaim(at.db, source.id, by)
  return undefined
}

async function reread(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const source = await terms.sourceBy(at, words)
  const done = await readAgain({ db: at.db, clock: at.clock, by: `command ${process.pid}`, url: at.config.url }, source)
  if (call.json) {
    out.json({ id: source.id, ...done })
    return
  }
  out.print(`Read ${done.items} items again: ${done.added} new stories, ${done.changed} changed.`)
  if (done.refused > 0) out.print(`${done.refused} are without title or text.`)
  if (done.forgotten > 0) out.print(`${done.forgotten} are not kept any more as they came.`)
}

async function agent(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const [given, who, ...rest] = words
  const source = await terms.sourceBy(at, [given ?? '', ...rest])
  const wanted = agentOf(who)
  await setAgent(at.db, source.id, wanted)
  if (call.json) out.json({ id: source.id, agent: wanted })
  else out.print(`${source.url} is visited ${wanted === 'named' ? 'in our name' : 'without our name'} from now on.`)
}

async function pause(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const source = await terms.sourceBy(at, words)
  const why = call.options.why?.trim() || 'Paused by the operator.'
  const done = await at.db
    .transaction()
    .execute((tx) => pauseSource(tx, source.id, { at: at.clock(), by: operator, why }))
  if (!done) throw new Conflict('This source is paused already.')
  if (call.json) out.json({ id: source.id, paused: why })
  else out.print(`Paused ${source.url}.`)
}

async function resume(at: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const source = await terms.sourceBy(at, words)
  if (!(await at.db.transaction().execute((tx) => resumeSource(tx, source.id, at.clock(), operator))))
    throw new Conflict('This source is not paused.')
  if (call.json) out.json({ id: source.id, paused: null })
  else out.print(`Resumed ${source.url}.`)
}

async function withFetcher(at: AtHand, act: (context: IngestContext) => Promise<void>): Promise<void> {
  const { config, db, clock } = at
  const fetcher = createFetcher(await fetchSettings(config, db))
  try {
    await act({ db, fetcher, clock, minPollSeconds: config.minPollSeconds, url: config.url })
  } finally {
    await fetcher.close()
  }
}

function agentOf(given: string | undefined): Agent {
  const found = agents.find((known) => known === given)
  if (!found) throw new Usage(`As whom: ${agents.join(' or ')}${given === undefined ? '' : `, not "${given}"`}.`)
  return found
}

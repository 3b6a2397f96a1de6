/**
 * Looks once a month whether sources and their sites are what they were: at what the visits brought, and at the site's
 * front page, one site after the other. What has turned is put in quarantine.
 */
import type { Clock } from '../core/clock.ts'
import { decodeBytes } from '../core/formats/encoding.ts'
import { frameFor, inFrame } from '../core/formats/frame.ts'
import { readTags } from '../core/formats/page.ts'
import { readText } from '../core/formats/read.ts'
import { plainText } from '../core/html/text.ts'
import type { SourceId } from '../core/id.ts'
import { guessLanguage } from '../core/language-guess.ts'
import { hostOfSite } from '../core/member/proof.ts'
import { programOf, sharesOf, type Traits, turnOf } from '../core/member/turn.ts'
import { hostPauseMs } from '../core/polling.ts'
import { claimHost, releaseHost } from '../db/claims.ts'
import type { Db } from '../db/connection.ts'
import { listFrames } from '../db/frames.ts'
import { readNetwork } from '../db/network.ts'
import { findTraits, keepTraits, listLooksDue, listNewestRaw } from '../db/source-traits.ts'
import { findSource, type Source } from '../db/sources.ts'
import type { Fetcher } from '../net/fetch.ts'
import { unpack } from './packed.ts'
import { quarantine } from './quarantine.ts'

const dayMs = 86_400_000
const everyDays = 30
/** In one go: an hour's share. */
const mostAtOnce = 20
const newestItems = 20
const leaseMs = 60_000
const patienceMs = 20_000

export type LookContext = {
  readonly db: Db
  readonly fetcher: Fetcher
  readonly clock: Clock
  readonly url: string
  readonly minPollSeconds: number
  secret(): Promise<string>
}

/** The task of every hour. Answers how many were put in quarantine. */
export async function lookAtSources(context: LookContext): Promise<number> {
  const { db, clock } = context
  let held = 0
  const due = await listLooksDue(db, new Date(clock().getTime() - everyDays * dayMs), mostAtOnce)
  for (const id of due) if (await lookAt(context, id)) held += 1
  return held
}

/** Whether it has turned. Where somebody else is at its site, or the site is silent, it is looked at another time. */
async function lookAt(context: LookContext, id: SourceId): Promise<boolean> {
  const { db, clock, url } = context
  const source = await findSource(db, id)
  if (!source || source.paused !== null) return false
  const site = await lookAtSite(context, source)
  if (site === 'busy') return false
  const now = clock()
  const traits = { ...(await traitsOfFeed(db, source)), ...site }
  const before = await findTraits(db, id)
  const reasons = before ? turnOf(before, traits) : []
  if (reasons.length === 0) {
    await keepTraits(db, id, { ...traits, ...(site ?? kept(before)) }, now)
    return false
  }
  const on = { now, secret: await context.secret(), network: await readNetwork(db), url }
  return await db.transaction().execute((tx) => quarantine(tx, source, reasons, on))
}

/** A site that was silent this time is what it was. */
function kept(before: Traits | undefined): Partial<Traits> {
  return before ? { siteHost: before.siteHost, siteTitle: before.siteTitle } : {}
}

type SiteTraits = Pick<Traits, 'siteHost' | 'siteTitle'>

async function lookAtSite(context: LookContext, source: Source): Promise<SiteTraits | undefined | 'busy'> {
  const { db, fetcher, clock, minPollSeconds } = context
  const address = source.siteUrl ?? source.memberSiteUrl
  const host = URL.parse(address ?? '')?.host
  if (!address || !host) return undefined
  const by = `look ${source.id}`
  const now = clock()
  if (!(await claimHost(db, host, { now, until: new Date(now.getTime() + leaseMs), by }))) return 'busy'
  try {
    const got = await fetcher.fetch(address, { agent: source.agent, signal: AbortSignal.timeout(patienceMs) })
    if (got.kind !== 'fetched') return undefined
    return {
      siteHost: hostOfSite(got.finalUrl),
      siteTitle: titleIn(decodeBytes(got.body, got.headers['content-type']).text),
    }
  } finally {
    await releaseHost(db, host, by, new Date(clock().getTime() + hostPauseMs(minPollSeconds)))
  }
}

/** What the visits have brought: nobody need go there again. */
async function traitsOfFeed(db: Db, source: Source): Promise<Traits> {
  const raws = (await listNewestRaw(db, source.id, newestItems)).map(unpack)
  const frame = (await listFrames(db, source.id)).at(-1) ?? frameFor(raws[0] ?? '')
  const { feed, items } = readText(inFrame(frame, raws), { base: source.validatorsFrom ?? source.url })
  const feedHost = source.host.replace(/^www\./, '')
  const own = [feedHost, hostOfSite(source.siteUrl ?? ''), hostOfSite(source.memberSiteUrl ?? '')].filter(Boolean)
  const texts = items.map((item) => ({ title: item.title ?? '', body: item.content ?? item.summary ?? '' }))
  return {
    feedHost,
    siteHost: '',
    siteTitle: '',
    feedTitle: (feed.title ?? source.title).slice(0, 200),
    generator: programOf(feed.generator),
    self: (feed.self ?? '').slice(0, 500),
    languages: sharesOf(texts.map(({ title, body }) => languageOf(`${title}\n${plainText(body)}`))),
    links: sharesOf(texts.map(({ body }) => hostsIn(body, own))),
    items: items.length,
  }
}

function languageOf(text: string): string[] {
  const guessed = guessLanguage(text.slice(0, 2_000))
  return guessed ? [guessed] : []
}

/** Hosts that a text links, its own and those within them left out. */
function hostsIn(body: string, own: readonly string[]): string[] {
  const hosts: string[] = []
  readTags(body, () => ({
    onopentag(name, { href }) {
      const host = name === 'a' && href ? hostOfSite(href) : ''
      if (host && !own.some((mine) => host === mine || host.endsWith(`.${mine}`))) hosts.push(host)
    },
  }))
  return hosts
}

function titleIn(page: string): string {
  let isOpen = false
  let title: string | undefined
  let words = ''
  readTags(page, () => ({
    onopentag(name) {
      isOpen = name === 'title' && title === undefined
    },
    ontext(text) {
      if (isOpen && words.length < 300) words += text
    },
    onclosetag(name) {
      if (name === 'title' && isOpen) title = words
      isOpen = false
    },
  }))
  return (title ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)
}

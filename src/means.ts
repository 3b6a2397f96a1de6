/** What pages are handed besides the database: the secret, the way out, limits, and what rooms lend each other. */
import { join } from 'node:path'
import type { Doors } from './accounts/doors.ts'
import { createHasher } from './accounts/hasher.ts'
import { testMail } from './accounts/mail-test.ts'
import { namesOf } from './accounts/names.ts'
import { createTurns } from './accounts/turns.ts'
import type { Config } from './config.ts'
import type { Clock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import type { Db, Pool } from './db/connection.ts'
import type { Means as DeskMeans } from './desk/means.ts'
import { readSecret } from './host/secret.ts'
import { createTorExits } from './host/tor-exits.ts'
import { lookForFeed } from './ingest/look-for-feed.ts'
import type * as ingest from './ingest/pages.ts'
import { createRoom } from './ingest/room.ts'
import type { Applying } from './membership/applying.ts'
import { createDoorway } from './membership/doorway.ts'
import type * as joining from './membership/join-pages.ts'
import type { Means as MembershipMeans } from './membership/means.ts'
import type { ProofMeans } from './membership/proof-means.ts'
import type * as moderation from './moderation/pages.ts'
import { createDns } from './net/dns.ts'
import type { Fetcher } from './net/fetch.ts'
import { createMail } from './net/mail.ts'
import { createMediaStore } from './net/media-store.ts'
import type { Faces } from './reader/preview.ts'
import { shownBody } from './reader/shown-body.ts'
import { storyArticle } from './reader/story.ts'
import type { Searching } from './search/page.ts'
import type { Means as SettingsMeans } from './settings/means.ts'
import { createLimit } from './web/limit.ts'

/** Sites and feeds a process looks at at once for people who wait for it. */
const looksAtOnce = 3
/** Tries on one address that a process has in hand: each takes a quarter of a second. */
const triesAtOnce = 4

/** Searches from one address: a person types few, and a household or an office has one address. */
const searchesAMinute = 240
/** Searches of a process that wait for their turn; who comes then is told to come again. */
const mostWaiting = 40

/** What handlers need besides the database. */
export type Means = moderation.Desk &
  Doors &
  SettingsMeans &
  ingest.Outside &
  Applying &
  MembershipMeans &
  DeskMeans &
  ProofMeans &
  joining.Gate &
  Searching &
  Faces
export function meansOf(
  { config, clock, log, db, seeking }: { config: Config; clock: Clock; log: Log; db: Db; seeking: Pool },
  fetcher: () => Promise<Fetcher>,
): Means {
  const limit = (most: number, minutes: number) => createLimit({ clock, most, minutes })
  const secret = once(() => readSecret(config))
  const mail = createMail(config, clock)
  const names: Means['names'] = async (ids) => namesOf(db, await secret(), ids)
  const outside = { fetcher, looks: createRoom(looksAtOnce), minPollSeconds: config.minPollSeconds, names, secret }
  return {
    ...outside,
    media: createMediaStore(config, clock),
    lookForFeed: (address) => lookForFeed(outside, address),
    testMail: async (at, account) => testMail(at, account, { secret: await secret(), mail }),
    secret,
    log,
    hasher: createHasher(secret),
    turns: createTurns(triesAtOnce),
    https: config.url.startsWith('https:'),
    faces: join(config.data, 'faces'),
    limit: limit(10, 60),
    dns: createDns(config.resolvers),
    proofLimit: limit(20, 10),
    searches: limit(searchesAMinute, 1),
    seeking: { db: seeking.db, isBusy: () => seeking.pg.waitingCount >= mostWaiting },
    limits: { tries: limit(30, 10), letters: limit(10, 60), pictures: limit(60, 60), looks: limit(30, 60) },
    preview: (frame, story) => storyArticle(frame, story, shownBody(story, frame), { isPreview: true }),
    doorway: createDoorway(clock, createTorExits(config.torExits, clock, log)),
  }
}

/** The first answer for all who ask; what failed is asked again. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }
}

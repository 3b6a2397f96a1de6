/**
 * A program that publishes small batches of stories as fast as it can until somebody kills it: several of them at once
 * show whether the wire's log keeps its order. Arguments: connection string, member id, its own name.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { MemberId } from '../../src/core/id.ts'
import { openPool } from '../../src/db/connection.ts'
import { type Draft, publish } from '../../src/wire/publish.ts'

const [url = '', member = '', name = ''] = process.argv.slice(2)
const pool = openPool({ url }, { name: `publisher ${name}`, size: 2 })

for (let round = 0; ; round += 1) {
  const now = new Date()
  const drafts = Array.from({ length: 1 + (round % 4) }, (_, i) => draft(`${name} ${round}.${i}`, now))
  await pool.db.transaction().execute(async (tx) => {
    await publish(tx, { now, by: name, timeZone: 'UTC' }, drafts)
    // Holding the transaction open for a moment after its events have numbers invites late commits.
    await sleep(round % 3)
  })
}

function draft(headline: string, now: Date): Draft {
  return {
    story: {
      memberId: member as MemberId,
      sourceId: null,
      genre: 'report',
      sponsored: false,
      agency: false,
      agencyName: '',
    },
    memberSlug: 'harbour-times',
    text: {
      headline,
      standfirst: '',
      excerpt: '',
      body: '',
      byline: '',
      language: 'en',
      located: '',
      urgency: null,
      edNote: '',
      keywords: [],
      pictures: [],
    },
    origin: {
      publisher: 'Harbour Times',
      publisherUrl: null,
      url: null,
      publishedAt: now,
      licence: 'unknown',
      licenceUrl: null,
      usageTerms: '',
    },
    hops: [],
    topics: [],
    places: [],
    publishedAt: now,
  }
}

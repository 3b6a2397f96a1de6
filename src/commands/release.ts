import { isDay } from '../core/calendar.ts'
import { NotFound, Usage } from '../core/errors.ts'
import { readId, type StoryId } from '../core/id.ts'
import type { Recall } from '../core/wire.ts'
import type { Tx } from '../db/connection.ts'
import { readNetwork } from '../db/network.ts'
import { findStoryAt } from '../db/publications.ts'
import { keepRecall } from '../host/recall-ledger.ts'
import type { WireContext } from '../wire/publish.ts'
import { erase, hold, kill, release, withdraw } from '../wire/recall.ts'
import { type Command, chosen } from './command.ts'
import { operator, withDatabase } from './with-database.ts'

type Act = {
  done: string
  needsWhy: boolean
  /** Answers what the ledger of recalls is to keep. */
  run(tx: Tx, context: WireContext, id: StoryId, why: string): Promise<Recall | undefined>
}

const acts = new Map<string, Act>([
  [
    'hold',
    {
      done: 'Held: readers see nothing of it until it is let out.',
      needsWhy: true,
      run: (tx, context, id, why) => hold(tx, context, id, why).then(() => undefined),
    },
  ],
  [
    'unhold',
    {
      done: 'Let out again.',
      needsWhy: false,
      run: (tx, context, id) => release(tx, context, id).then(() => undefined),
    },
  ],
  ['withdraw', { done: 'Withdrawn: its address answers 410.', needsWhy: true, run: withdraw }],
  ['kill', { done: 'Killed: its address answers 410, and every recipient must drop it.', needsWhy: true, run: kill }],
  ['erase', { done: 'Killed, and erased: nothing it said is kept here.', needsWhy: true, run: erase }],
])

export const command: Command = {
  about: 'Hold a story, let it out again, or take it back.',
  usage: [
    'hold STORY --why TEXT',
    'unhold STORY',
    'withdraw STORY --why TEXT',
    'kill STORY --why TEXT',
    'erase STORY --why TEXT',
  ],
  options: { why: { value: 'TEXT', about: 'the reason, kept on record' } },
  notes: ['STORY is the address of its page, or its id: the end of its guid in the feeds.'],
  async run(call, out, config) {
    const [verb, given = '', ...rest] = call.words
    const act = chosen(acts, verb)
    if (!given || rest.length > 0)
      throw new Usage(`Say which one story, by its address or id: "release ${verb} STORY".`)
    const why = call.options.why?.trim() ?? ''
    if (act.needsWhy && !why) throw new Usage('Say why, with --why: the reason is kept on record.')
    const named = storyNamed(given)
    if (!named) throw new NotFound(`"${given}" is neither the address of a story's page nor a story's id.`)
    const id = await withDatabase(config, async ({ db, clock }) => {
      const id = typeof named === 'string' ? named : await findStoryAt(db, named)
      if (!id) throw new NotFound(`No story has the address ${given}.`)
      const { timeZone } = await readNetwork(db)
      const recall = await db
        .transaction()
        .execute((tx) => act.run(tx, { now: clock(), by: operator, timeZone }, id, why))
      // The queue's task does it too, but only once the program runs; a backup may be restored before.
      if (recall && config.databaseUrl === undefined) await keepRecall(config.data, recall)
      return id
    })
    if (call.json) out.json({ id, done: verb })
    else out.print(act.done)
  },
}

/** Reads an id, the guid that ends in it, `/stories/ID`, or the address of a page; undefined for anything else. */
function storyNamed(text: string): StoryId | { day: string; slug: string } | undefined {
  const path = text
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .toLowerCase()
  const id = readId<StoryId>(path.slice(path.lastIndexOf('/') + 1))
  if (id) return id
  const [, year, month, date, slug] = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)$/.exec(path) ?? []
  const day = `${year}-${month}-${date}`
  return slug && isDay(day) ? { day, slug } : undefined
}

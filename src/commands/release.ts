import { NotFound, Usage } from '../core/errors.ts'
import { readId, type StoryId } from '../core/id.ts'
import type { Tx } from '../db/connection.ts'
import { readNetwork } from '../db/network.ts'
import type { WireContext } from '../wire/publish.ts'
import { erase, hold, kill, release, withdraw } from '../wire/recall.ts'
import type { Command } from './command.ts'
import { operator, withDatabase } from './with-database.ts'

type Act = {
  done: string
  needsWhy: boolean
  run(tx: Tx, context: WireContext, id: StoryId, why: string): Promise<void>
}

const acts: Readonly<Record<string, Act>> = {
  hold: { done: 'Held: readers see nothing of it until it is let out.', needsWhy: true, run: hold },
  unhold: { done: 'Let out again.', needsWhy: false, run: (tx, context, id) => release(tx, context, id) },
  withdraw: { done: 'Withdrawn: its address answers 410.', needsWhy: true, run: withdraw },
  kill: { done: 'Killed: its address answers 410, and every recipient must drop it.', needsWhy: true, run: kill },
  erase: { done: 'Killed, and erased: nothing it said is kept here.', needsWhy: true, run: erase },
}

export const command: Command = {
  about: 'Hold a story, let it out again, or take it back.',
  usage: ['hold ID --why TEXT', 'unhold ID', 'withdraw ID --why TEXT', 'kill ID --why TEXT', 'erase ID --why TEXT'],
  options: { why: { value: 'TEXT', about: 'the reason, kept on record' } },
  async run(call, out, config) {
    const [verb = '', given = '', ...rest] = call.words
    const act = acts[verb]
    if (!act) throw new Usage(`Say what to do: ${Object.keys(acts).join(', ')}.`)
    if (!given || rest.length > 0) throw new Usage(`Say which one story: "release ${verb} ID".`)
    const why = call.options.why?.trim() ?? ''
    if (act.needsWhy && !why) throw new Usage('Say why, with --why: the reason is kept on record.')
    const id = readId<StoryId>(given)
    if (!id) throw new NotFound(`"${given}" is no story's id: a story's page and the feeds tell it.`)
    await withDatabase(config, async ({ db, clock }) => {
      const { timeZone } = await readNetwork(db)
      await db.transaction().execute((tx) => act.run(tx, { now: clock(), by: operator, timeZone }, id, why))
    })
    if (call.json) out.json({ id, done: verb })
    else out.print(act.done)
  },
}

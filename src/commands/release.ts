import { Usage } from '../core/errors.ts'
import type { StoryId } from '../core/id.ts'
import type { Recall } from '../core/wire.ts'
import type { Tx } from '../db/connection.ts'
import { readNetwork } from '../db/network.ts'
import { keepRecall } from '../host/recall-ledger.ts'
import type { WireContext } from '../wire/publish.ts'
import { erase, hold, kill, release, withdraw } from '../wire/recall.ts'
import { type Act, type Command, chosen } from './command.ts'
import { correct, publish } from './release-file.ts'
import { list, show } from './release-show.ts'
import { readStoryName } from './story-name.ts'
import { operator, withDatabase } from './with-database.ts'

const acts = new Map<string, Act>([
  ['publish', publish],
  ['correct', correct],
  ['list', list],
  ['show', show],
  [
    'hold',
    standing('hold', 'Held: readers see nothing of it until it is let out.', (...act) =>
      hold(...act).then(() => undefined),
    ),
  ],
  [
    'unhold',
    standing('unhold', 'Let out again.', (tx, context, id) => release(tx, context, id).then(() => undefined), {
      needsWhy: false,
    }),
  ],
  ['withdraw', standing('withdraw', 'Withdrawn: its address answers 410.', withdraw)],
  ['kill', standing('kill', 'Killed: its address answers 410, and every recipient must drop it.', kill)],
  ['erase', standing('erase', 'Killed, and erased: nothing it said is kept here.', erase)],
])

export const command: Command = {
  about: 'Publish, correct, list and show releases; hold a story, let it out again, or take it back.',
  usage: [
    'publish FILE.md --member SLUG [--dry-run] [--again]',
    'correct STORY FILE.md --kind correction|clarification|update --note TEXT',
    'correct STORY --kind note --note TEXT',
    'list [--member SLUG] [--limit N]',
    'show STORY',
    'hold STORY --why TEXT',
    'unhold STORY',
    'withdraw STORY --why TEXT',
    'kill STORY --why TEXT',
    'erase STORY --why TEXT',
  ],
  options: {
    member: { value: 'SLUG', about: 'whose release it is' },
    'dry-run': { about: 'tell what would be published, or every mistake of the file, and change nothing' },
    again: { about: 'publish although the member has a release with this headline' },
    kind: {
      value: 'KIND',
      about:
        'correction (it was wrong), clarification (it misled), update (there is news) or note (the whole is in doubt)',
    },
    note: { value: 'TEXT', about: 'what readers are told of the change' },
    why: { value: 'TEXT', about: 'the reason, kept on record' },
    limit: { value: 'N', about: 'how many to list; 20 unless given' },
  },
  notes: [
    'STORY is the address of its page, or its id: the end of its guid in the feeds.',
    'How a release is written: docs/releases.md.',
  ],
  async run(call, out, config) {
    const [verb, ...words] = call.words
    await chosen(acts, verb)(words, call, out, config)
  },
}

/** The acts that change where a story stands. `run` may answer what the ledger of recalls is to keep. */
function standing(
  verb: string,
  done: string,
  run: (tx: Tx, context: WireContext, id: StoryId, why: string) => Promise<Recall | undefined>,
  { needsWhy } = { needsWhy: true },
): Act {
  return async ([given, ...rest], call, out, config) => {
    if (!given || rest.length > 0)
      throw new Usage(`Say which one story, by its address or id: "release ${verb} STORY".`)
    const why = call.options.why?.trim() ?? ''
    if (needsWhy && !why) throw new Usage('Say why, with --why: the reason is kept on record.')
    const named = readStoryName(given)
    const id = await withDatabase(config, async ({ db, clock }) => {
      const id = await named(db)
      const { timeZone } = await readNetwork(db)
      const recall = await db.transaction().execute((tx) => run(tx, { now: clock(), by: operator, timeZone }, id, why))
      // The queue's task does it too, but only once the program runs; a backup may be restored before.
      if (recall && config.databaseUrl === undefined) await keepRecall(config.data, recall)
      return id
    })
    if (call.json) out.json({ id, done: verb })
    else out.print(done)
  }
}

import { readFile } from 'node:fs/promises'
import { Invalid, Usage } from '../core/errors.ts'
import { toldMistakes } from '../core/mistakes.ts'
import { readOwnTopics, writeOwnTopics } from '../core/story/topics.ts'
import { countTopics, listOwnTopics } from '../db/topics.ts'
import { changeSettings } from '../settings/change.ts'
import { type Command, chosen, fileTrouble, type Invocation, type Output } from './command.ts'
import { type AtHand, operator, withDatabase } from './with-database.ts'

export const command: Command = {
  about: 'List the topics stories are found by, or add the network’s own.',
  usage: ['list', 'import FILE'],
  options: {},
  async run(call, out, config) {
    const [verb, ...words] = call.words
    const act = chosen(acts, verb)
    await withDatabase(config, (at) => act(at, words, call, out))
  },
}

type Act = (at: AtHand, words: readonly string[], call: Invocation, out: Output) => Promise<void>
const acts = new Map<string, Act>(Object.entries({ list, import: take }))

async function list({ db }: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  const topics = await countTopics(db)
  if (call.json) {
    out.json(topics)
    return
  }
  if (topics.length === 0) out.note('No story has a topic yet, and the network has none of its own.')
  for (const { slug, name, qcode, stories } of topics)
    out.print(`${slug}  ${name} (${qcode ?? 'our own'}), ${stories} stories`)
}

/** One line for each topic: its name, a bar, and the words by which publications file it. */
async function take({ db, clock }: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const [file, ...rest] = words
  if (!file || rest.length > 0) throw new Usage('Say which file has the topics.')
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new Invalid(`${file} could not be read: ${fileTrouble(error)}.`)
  })
  const { topics, mistakes } = readOwnTopics(text)
  if (mistakes.length > 0) throw toldMistakes(file, mistakes)
  await db.transaction().execute(async (tx) => {
    // Those it has stay.
    const all = new Map([...(await listOwnTopics(tx)), ...topics].map((topic) => [topic.slug, topic]))
    await changeSettings(tx, { topics: writeOwnTopics([...all.values()]) }, { by: operator, now: clock() })
  })
  if (call.json) out.json(topics)
  else out.print(`The network has ${topics.length} topics from ${file}. They hold for what comes in from now on.`)
}

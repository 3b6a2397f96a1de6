import { Conflict, NotFound, Usage } from '../core/errors.ts'
import { listPickups } from '../db/pickups.ts'
import { findRecord, listRecords, type StoryRecord } from '../db/records.ts'
import { bringTogether, tellApart } from '../ingest/cluster-rulings.ts'
import { tellAlone, translate } from '../wire/translate.ts'
import { type Command, chosen, type Invocation, type Output } from './command.ts'
import { readStoryName } from './story-name.ts'
import { type AtHand, operator, withDatabase } from './with-database.ts'

export const command: Command = {
  about:
    'Show what is known of a story; list those that are held or in doubt; say who carries the same text, or is its translation.',
  usage: [
    'show STORY',
    'list --held',
    'list --doubted',
    'together STORY STORY --why TEXT',
    'apart STORY --why TEXT',
    'translation STORY STORY',
    'translation STORY --none',
  ],
  notes: ['STORY is the address of its page, or its id: the end of its guid in the feeds.'],
  options: {
    why: { value: 'TEXT', about: 'the reason, kept on record' },
    none: { about: 'it is the translation of no other story, whatever a feed says' },
    held: { about: 'stories that are stopped, e.g. because they are marked as under embargo' },
    doubted: { about: 'stories that their source may have taken back, until that is settled' },
  },
  async run(call, out, config) {
    const [verb, ...words] = call.words
    const act = chosen(acts, verb)
    await withDatabase(config, (at) => act(at, words, call, out))
  },
}

type Act = (at: AtHand, words: readonly string[], call: Invocation, out: Output) => Promise<void>
const acts = new Map<string, Act>(Object.entries({ show, list, together, apart, translation }))

async function show({ db }: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const [given = '', ...rest] = words
  if (!given || rest.length > 0) throw new Usage('Say which one story, by its address or id.')
  const record = await findRecord(db, await readStoryName(given)(db))
  if (!record) throw new NotFound(`There is no story ${given}.`)
  const pickups = await listPickups(db, record.id)
  if (call.json) {
    out.json({ ...record, pickups })
    return
  }
  const { origin } = record
  out.print(`${record.headline} (${record.genre}, ${record.language}, version ${record.version})`)
  out.print(`  ${record.address ?? 'no address yet'}; readers see: ${record.shows}. ${record.reason}`)
  out.print(`  first published by ${origin.publisher}${origin.url ? `, ${origin.url}` : ''}, ${origin.publishedAt}`)
  for (const hop of record.hops) out.print(`  then ${hop.name}${hop.url ? `, ${hop.url}` : ''}`)
  if (record.agency) out.print(`  text of ${record.agency}`)
  if (record.topics.length > 0) out.print(`  topics: ${record.topics.join(', ')}`)
  const places = record.places.map(({ name, country }) => [name, country].filter(Boolean).join(' '))
  if (places.length > 0) out.print(`  places: ${places.join(', ')}`)
  for (const line of standing(record)) out.print(`  ${line}`)
  for (const { member, url, credited, seenAt } of pickups)
    out.print(
      `  carried by ${member} ${credited ? 'with' : 'without'} credit, ${url}, seen ${day(seenAt.toISOString())}`,
    )
}

async function list({ db }: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  if (call.flags.has('held') === call.flags.has('doubted')) throw new Usage('Say which: --held or --doubted.')
  const records = await listRecords(db, call.flags.has('held') ? 'held' : 'doubted', 500)
  if (call.json) {
    out.json(records)
    return
  }
  if (records.length === 0) out.note('None.')
  for (const record of records) {
    out.print(`${record.id}  ${record.member}  ${record.headline}`)
    for (const line of standing(record)) out.print(`  ${line}`)
  }
}

/** Two that carry the same text, and everybody who stands with them. */
async function together({ db, clock }: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const why = reason(call)
  const [one = '', other = '', ...rest] = words
  if (!other || rest.length > 0) throw new Usage('Say which two stories, each by its address or id.')
  const [a, b] = [await readStoryName(one)(db), await readStoryName(other)(db)]
  const ruler = { by: operator, now: clock(), why }
  const cluster = await db.transaction().execute((tx) => bringTogether(tx, a, b, ruler))
  if (call.json) out.json({ cluster })
  else out.print(`They stand together now, at /clusters/${cluster}. The machine will not part them.`)
}

/** One that does not belong with those it was found to carry the text of. */
async function apart({ db, clock }: AtHand, words: readonly string[], call: Invocation, out: Output): Promise<void> {
  const why = reason(call)
  const [given = '', ...rest] = words
  if (!given || rest.length > 0) throw new Usage('Say which one story, by its address or id.')
  const story = await readStoryName(given)(db)
  await db.transaction().execute((tx) => tellApart(tx, story, { by: operator, now: clock(), why }))
  if (call.json) out.json({ story })
  else out.print('It stands alone now. The machine will not bring it back to those it stood with.')
}

/** Two that say the same in two languages, and all that already do; or one that says it alone. */
async function translation({ db, clock }: AtHand, words: readonly string[], call: Invocation, out: Output) {
  const [one = '', other = '', ...rest] = words
  const alone = call.flags.has('none')
  if (!one || rest.length > 0 || alone === (other !== ''))
    throw new Usage('Say which two stories, each by its address or id; or which one, and --none.')
  const a = await readStoryName(one)(db)
  const said = { now: clock(), by: operator }
  if (alone) {
    await db.transaction().execute((tx) => tellAlone(tx, said, a))
    if (call.json) out.json({ story: a })
    else out.print('It is the translation of no other story now.')
    return
  }
  const b = await readStoryName(other)(db)
  const outcome = await db.transaction().execute((tx) => translate(tx, said, a, b, { overrules: true }))
  if (outcome === 'one language')
    throw new Conflict('A text stands once in each language: two of these would be in the same, or in none we know.')
  if (call.json) out.json({ stories: [a, b], changed: outcome === 'joined' })
  else out.print(outcome === 'same' ? 'They are told so already.' : 'Each names the other on its page now.')
}

function reason({ options }: Invocation): string {
  const why = options.why?.trim() ?? ''
  if (!why) throw new Usage('Say why, with --why: the reason is kept on record.')
  return why
}

/** What stands in its way. */
function standing({ held, withdrawn, doubt }: StoryRecord): string[] {
  const lines: string[] = []
  if (held) lines.push(`held since ${day(held.at)} by ${held.by}: ${held.why}`)
  if (withdrawn) lines.push(`${withdrawn.kind} on ${day(withdrawn.at)} by ${withdrawn.by}: ${withdrawn.why}`)
  if (doubt && !withdrawn)
    lines.push(
      `${doubt.kind === 'tombstone' ? 'its feed says it was taken back' : 'missing from its feed'} since ${day(doubt.since)}${doubt.lastStatus ? `; its page answered ${doubt.lastStatus}` : ''}${doubt.outcome ? `; it ${doubt.outcome}` : ''}`,
    )
  return lines
}

function day(at: string): string {
  return at.slice(0, 10)
}

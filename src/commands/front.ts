import { readFile } from 'node:fs/promises'
import { Invalid, Usage } from '../core/errors.ts'
import { defaultSections, type FrontSection, readFrontSections } from '../core/front-sections.ts'
import { toldMistakes } from '../core/mistakes.ts'
import type { Db } from '../db/connection.ts'
import { readSectionsFile } from '../db/front-sections.ts'
import { findMember } from '../db/members.ts'
import { findTopic } from '../db/topics.ts'
import { changeSettings } from '../settings/change.ts'
import { type Act, type Command, chosen, fileTrouble } from './command.ts'
import { operator, withDatabase } from './with-database.ts'

export const command: Command = {
  about: 'Show what the front page holds, or change it by a file.',
  usage: ['show', 'import FILE', 'reset'],
  notes: ['"front show > front.txt" gives the file that holds, with what may stand in it.'],
  async run(call, out, config) {
    const [verb, ...words] = call.words
    await chosen(acts, verb)(words, call, out, config)
  },
}

/** The file that holds, to be written into a file, changed and handed in again. */
const show: Act = async (words, call, out, config) => {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  const text = (await withDatabase(config, ({ db }) => readSectionsFile(db))) ?? defaultSections
  if (call.json) out.json(readFrontSections(text).sections)
  else out.print(text.trimEnd())
}

const take: Act = async ([file, ...rest], call, out, config) => {
  if (!file || rest.length > 0) throw new Usage('Say one file: "front import FILE".')
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Invalid(`"${file}" could not be read: ${fileTrouble(error)}.`)
  })
  const { sections, mistakes } = readFrontSections(text)
  if (mistakes.length > 0) throw toldMistakes(file, mistakes)
  await withDatabase(config, async ({ db, clock }) => {
    await keep(db, text, clock())
    for (const section of sections) {
      const missing = await missingFor(db, section)
      if (missing) out.note(missing)
    }
  })
  if (call.json) out.json(sections)
  else out.print(`The front page has ${sections.length} sections from ${file}.`)
}

const reset: Act = async (words, call, out, config) => {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  await withDatabase(config, ({ db, clock }) => keep(db, defaultSections, clock()))
  if (call.json) out.json(readFrontSections(defaultSections).sections)
  else out.print('The front page has the sections it came with.')
}

const acts = new Map<string, Act>(Object.entries({ show, import: take, reset }))

async function keep(db: Db, text: string, now: Date): Promise<void> {
  await db.transaction().execute((tx) => changeSettings(tx, { front: text }, { by: operator, now }))
}

/** A section may be there before its stories are; but a slip of the pen should be noticed. */
async function missingFor(db: Db, section: FrontSection): Promise<string | undefined> {
  if (section.what !== 'topic' && section.what !== 'member') return undefined
  const there = section.what === 'topic' ? await findTopic(db, section.which) : await findMember(db, section.which)
  return there
    ? undefined
    : `line ${section.line}: there is no ${section.what} "${section.which}" yet; its section is not shown until there is.`
}

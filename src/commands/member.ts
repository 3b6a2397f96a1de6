import { readFile } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { Invalid, Usage } from '../core/errors.ts'
import { countPerMember, listMembers } from '../db/members.ts'
import { addMember } from '../membership/add-member.ts'
import { prepareLogo } from '../net/images.ts'
import { createMediaStore } from '../net/media-store.ts'
import { type Command, chosen, fileTrouble, type Invocation, type Output } from './command.ts'
import { operator, withDatabase } from './with-database.ts'

export const command: Command = {
  about: 'Add a member, or list them.',
  usage: [
    'add --name NAME --kind KIND --site URL [--about TEXT] [--languages en,es] [--country CC] [--logo FILE]',
    'list',
  ],
  options: {
    name: { value: 'NAME', about: 'what it is called' },
    kind: {
      value: 'KIND',
      about:
        'newspaper, magazine, journal, website, directory, radio, television, podcast, agency, organisation, press-office or freelance',
    },
    site: { value: 'URL', about: 'where it publishes' },
    about: { value: 'TEXT', about: 'a few words about it, shown on its page' },
    languages: { value: 'TAGS', about: 'the languages it publishes in, with commas between' },
    country: { value: 'CC', about: 'its country, which is then shown; leave it out where that could hurt somebody' },
    logo: { value: 'FILE', about: 'a picture; any ordinary image file. What it says about its maker is stripped' },
  },
  async run(call, out, config) {
    const [verb, ...rest] = call.words
    const act = chosen(acts, verb)
    if (rest.length > 0) throw new Usage(`"${rest[0]}" is one word too many.`)
    await act(call, out, config)
  },
}

type Act = (call: Invocation, out: Output, config: Config) => Promise<void>
const acts = new Map<string, Act>(Object.entries({ add, list }))

async function add(call: Invocation, out: Output, config: Config): Promise<void> {
  const { name, kind, site, about, languages, country, logo } = call.options
  if (!name || !kind || !site) {
    const missing = Object.entries({ name, kind, site }).flatMap(([option, value]) => (value ? [] : [`--${option}`]))
    throw new Usage(`Missing: ${missing.join(', ')}.`)
  }
  const picture = logo === undefined ? undefined : await prepareLogo(await readPicture(logo))
  const added = await withDatabase(config, async ({ db, clock }) => {
    const hash = picture && (await createMediaStore(config, clock).put(picture.bytes, picture.type))
    return await addMember(
      db,
      {
        name,
        kind,
        site,
        about,
        country,
        languages: languages
          ?.split(',')
          .map((tag) => tag.trim())
          .filter(Boolean),
        logo:
          picture && hash
            ? { hash, type: picture.type, width: picture.width, height: picture.height, bytes: picture.bytes.length }
            : undefined,
      },
      { now: clock(), by: operator },
    )
  })
  if (call.json) out.json(added)
  else {
    out.print(`Added the member "${added.slug}".`)
    out.note(`Next: wireroom source add ${added.siteUrl} --member ${added.slug}`)
  }
}

async function readPicture(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new Invalid(`${file} could not be read: ${fileTrouble(error)}.`, { cause: error })
  }
}

async function list(call: Invocation, out: Output, config: Config): Promise<void> {
  const [members, counts] = await withDatabase(config, ({ db }) => Promise.all([listMembers(db), countPerMember(db)]))
  const rows = members.map((member) => ({ ...member, ...(counts.get(member.id) ?? { sources: 0, stories: 0 }) }))
  if (call.json) {
    out.json(rows)
    return
  }
  if (rows.length === 0) out.note('No members yet. Add one: wireroom member add --name … --kind … --site …')
  const width = Math.max(0, ...rows.map((row) => row.slug.length))
  for (const row of rows)
    out.print(`${row.slug.padEnd(width)}  ${row.name} (${row.kind}), ${row.sources} sources, ${row.stories} stories`)
}

import { readFile } from 'node:fs/promises'
import { accountFor } from '../accounts/staff.ts'
import { readMailAddress } from '../core/account/mail-address.ts'
import { Invalid, NotFound, Usage } from '../core/errors.ts'
import { countPerMember, findMember, listMembers } from '../db/members.ts'
import { readNetwork } from '../db/network.ts'
import { countSeats, insertSeat } from '../db/seats.ts'
import { readSecret } from '../host/secret.ts'
import { addMemberIn, type MemberWords } from '../membership/add-member.ts'
import { askOwnerChange } from '../membership/seats-owner.ts'
import { prepareLogo } from '../net/images.ts'
import { createMediaStore } from '../net/media-store.ts'
import { type Act, type Command, chosen, fileTrouble } from './command.ts'
import { operator, withDatabase } from './with-database.ts'

export const command: Command = {
  about: 'Add a member, list them, or give one another owner.',
  usage: [
    'add --name NAME --kind KIND --site URL [--about TEXT] [--languages en,es] [--country CC] [--logo FILE] [--owner MAIL]',
    'list',
    'owner SLUG MAIL --why TEXT',
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
    owner: { value: 'MAIL', about: 'whose member it is: they have its first seat, and sign in by a link in a letter' },
    why: { value: 'TEXT', about: 'how you know that its owners cannot be reached; it stays on record' },
  },
  async run(call, out, config) {
    const [verb, ...rest] = call.words
    await chosen(acts, verb)(rest, call, out, config)
  },
}

const add: Act = async (words, call, out, config) => {
  nothingMore(words)
  const { name, kind, site, about, languages, country, logo, owner } = call.options
  if (!name || !kind || !site) {
    const missing = Object.entries({ name, kind, site }).flatMap(([option, value]) => (value ? [] : [`--${option}`]))
    throw new Usage(`Missing: ${missing.join(', ')}.`)
  }
  const mail = owner === undefined ? undefined : readAddress(owner)
  const picture = logo === undefined ? undefined : await prepareLogo(await readPicture(logo))
  const added = await withDatabase(config, async ({ db, clock }) => {
    const hash = picture && (await createMediaStore(config, clock).put(picture.bytes, picture.type))
    const given: MemberWords = {
      ...{ name, kind, site, about, country },
      languages: languages
        ?.split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
      logo:
        picture && hash
          ? { hash, type: picture.type, width: picture.width, height: picture.height, bytes: picture.bytes.length }
          : undefined,
    }
    const now = clock()
    return await db.transaction().execute(async (tx) => {
      const made = await addMemberIn(tx, given, { now, by: operator })
      if (mail === undefined) return made
      const [language = 'en'] = (await readNetwork(tx)).languages
      const account = await accountFor(tx, await readSecret(config), { mail, language }, now)
      await insertSeat(tx, { member: made.id, account: account.id, role: 'owner' }, now, operator)
      return { ...made, owner: account.id }
    })
  })
  if (call.json) out.json(added)
  else {
    out.print(`Added the member "${added.slug}".`)
    out.note(`Next: wireroom source add ${added.siteUrl} --member ${added.slug}`)
  }
}

/** By the same slow road as moderators: nobody takes a member away from its people at once. */
const owner: Act = async ([slug, address, ...more], call, out, config) => {
  const { why } = call.options
  if (slug === undefined || address === undefined || more.length > 0)
    throw new Usage('Say a member and one mail address.')
  if (!why) throw new Usage('Say --why: it stays on record.')
  const mail = readAddress(address)
  const dueAt = await withDatabase(config, async ({ db, clock }) => {
    const [member, network, secret] = await Promise.all([findMember(db, slug), readNetwork(db), readSecret(config)])
    if (!member || member.leftAt) throw new NotFound(`There is no member "${slug}".`)
    const on = { secret, network, url: config.url, now: clock(), by: operator }
    const of = { member: member.id, slug, name: member.name }
    const [language = 'en'] = network.languages
    return await db.transaction().execute((tx) => askOwnerChange(tx, on, of, { mail, language, why }))
  })
  if (call.json) out.json({ member: slug, invitedAt: dueAt.toISOString() })
  else
    out.print(
      `${mail} is invited to own "${slug}" on ${dueAt.toISOString().slice(0, 10)}, unless one of its owners stops it.`,
    )
}

const list: Act = async (words, call, out, config) => {
  nothingMore(words)
  const [members, counts, seats] = await withDatabase(config, ({ db }) =>
    Promise.all([listMembers(db), countPerMember(db), countSeats(db)]),
  )
  const rows = members.map((member) => ({
    ...member,
    ...(counts.get(member.id) ?? { sources: 0, stories: 0 }),
    seats: seats.get(member.id) ?? 0,
  }))
  if (call.json) {
    out.json(rows)
    return
  }
  if (rows.length === 0) out.note('No members yet. Add one: wireroom member add --name … --kind … --site …')
  const width = Math.max(0, ...rows.map((row) => row.slug.length))
  for (const row of rows)
    out.print(
      `${row.slug.padEnd(width)}  ${row.name} (${row.kind}), ${row.sources} sources, ${row.stories} stories, ${row.seats} seats`,
    )
}

const acts = new Map<string, Act>(Object.entries({ add, list, owner }))

function nothingMore([word]: readonly string[]): void {
  if (word !== undefined) throw new Usage(`"${word}" is one word too many.`)
}

function readAddress(text: string): string {
  const mail = readMailAddress(text)
  if (!mail) throw new Usage(`"${text}" is no mail address.`)
  return mail
}

async function readPicture(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new Invalid(`${file} could not be read: ${fileTrouble(error)}.`, { cause: error })
  }
}

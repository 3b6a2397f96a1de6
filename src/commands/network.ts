import type { Config } from '../config.ts'
import { Invalid, Usage } from '../core/errors.ts'
import { readLanguages } from '../core/language.ts'
import type { Network } from '../core/network.ts'
import { readNetwork, updateNetwork } from '../db/network.ts'
import { dropEditions } from '../db/notify.ts'
import { catalogues, isSpoken } from '../web/messages/messages.ts'
import { type Command, chosen, type Invocation, type Output } from './command.ts'
import { withDatabase } from './with-database.ts'

type Change = Partial<Omit<Network, 'tagAuthority'>>

/** Each fact by the key it is set with. */
const keys = new Map<string, { about: string; read(value: string): Change }>(
  Object.entries({
    name: { about: 'what the network is called', read: (name) => ({ name: needed(name, 'A network needs a name.') }) },
    tagline: { about: 'what it is, in a sentence', read: (tagline) => ({ tagline: tagline.trim() }) },
    founded: { about: 'the day it was founded, 2001-11-01', read: (foundedOn) => ({ foundedOn: dayOf(foundedOn) }) },
    'time-zone': {
      about: 'the zone its days are in, Europe/Berlin; fixed once a story is published',
      read: (timeZone) => ({ timeZone: zoneOf(timeZone) }),
    },
    languages: {
      about: 'languages of the pages, the default first: en,es,ar',
      read: (tags) => ({ languages: languagesOf(tags) }),
    },
    accent: { about: 'the one colour, #7a1f6b', read: (accent) => ({ accent: colourOf(accent) }) },
    homes: {
      about: 'homes elsewhere: "Mastodon https://…, Bluesky https://…"',
      read: (homes) => ({ homes: homesOf(homes) }),
    },
  }),
)

export const command: Command = {
  about: "Show or set the network's own facts.",
  usage: ['show', 'set KEY VALUE'],
  notes: [
    ['KEY is one of', ...[...keys].map(([key, { about }]) => `  ${key.padEnd(10)}${about}`)].join('\n'),
    'An empty VALUE ("") empties what may be empty.',
  ],
  async run(call, out, config) {
    const [verb, ...words] = call.words
    await chosen(acts, verb)(words, call, out, config)
  },
}

type Act = (words: readonly string[], call: Invocation, out: Output, config: Config) => Promise<void>
const acts = new Map<string, Act>(Object.entries({ show, set }))

async function set([key, ...value]: readonly string[], call: Invocation, out: Output, config: Config): Promise<void> {
  const fact = key === undefined ? undefined : keys.get(key)
  if (!fact) throw new Usage(`Say which fact to set: ${[...keys.keys()].join(', ')}.`)
  if (value.length === 0) throw new Usage(`Say what to set ${key} to; "" empties it.`)
  const change = fact.read(value.join(' '))
  await withDatabase(config, async ({ db }) => {
    await db.transaction().execute(async (tx) => {
      await updateNetwork(tx, change)
      await dropEditions(tx, ['all'])
    })
  })
  if (call.json) out.json(change)
  else out.print(`Set ${key}.`)
}

async function show(words: readonly string[], call: Invocation, out: Output, config: Config): Promise<void> {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  const network = await withDatabase(config, ({ db }) => readNetwork(db))
  if (call.json) {
    out.json(network)
    return
  }
  const lines: [string, string][] = [
    ['name', network.name],
    ['tagline', network.tagline],
    ['founded', network.foundedOn ?? ''],
    ['time-zone', network.timeZone],
    ['languages', network.languages.join(', ')],
    ['accent', network.accent],
    ['homes', network.homes.map((home) => `${home.name} ${home.url}`).join(', ')],
    ['tag authority', network.tagAuthority],
  ]
  for (const [key, value] of lines) out.print(`${key.padEnd(14)}${value || '–'}`)
}

function needed(value: string, sentence: string): string {
  if (!value.trim()) throw new Invalid(sentence)
  return value.trim()
}

function dayOf(value: string): string | null {
  if (value.trim() === '') return null
  const day = value.trim()
  const time = Date.parse(`${day}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time) || !new Date(time).toISOString().startsWith(day))
    throw new Invalid(`"${value}" is no day: write it as 2001-11-01.`)
  return day
}

function zoneOf(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value.trim() }).resolvedOptions().timeZone
  } catch {
    throw new Invalid(`"${value}" is no time zone: write it as Europe/Berlin or UTC.`)
  }
}

function languagesOf(value: string): string[] {
  const languages = readLanguages(value.split(','))
  const wordless = languages.find((language) => !isSpoken(language))
  if (wordless === undefined) return languages
  throw new Invalid(`The pages have no words in ${wordless} yet: choose among ${Object.keys(catalogues).join(', ')}.`)
}

function colourOf(value: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(value.trim())) throw new Invalid(`"${value}" is no colour: write it as #7a1f6b.`)
  return value.trim().toLowerCase()
}

function homesOf(value: string): { name: string; url: string }[] {
  return value
    .split(',')
    .map((home) => home.trim())
    .filter(Boolean)
    .map((home) => {
      const [, name, url] = /^(.+?)\s+(https?:\/\/\S+)$/.exec(home) ?? []
      if (!name || !url || !URL.canParse(url)) throw new Invalid(`"${home}" is no home: write a name and its address.`)
      return { name, url }
    })
}

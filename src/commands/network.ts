import type { Config } from '../config.ts'
import { Invalid, Usage } from '../core/errors.ts'
import { readNetwork } from '../db/network.ts'
import { changeSettings } from '../settings/change.ts'
import { type FactFault, type FactKey, factKeys, facts, longest } from '../settings/facts.ts'
import { catalogues } from '../web/messages/messages.ts'
import { type Command, chosen, type Invocation, type Output } from './command.ts'
import { operator, withDatabase } from './with-database.ts'

const about: Readonly<Record<FactKey, string>> = {
  name: 'what the network is called',
  tagline: 'what it is, in a sentence',
  founded: 'the day it was founded, 2001-11-01',
  'time-zone': 'the zone its days are in, Europe/Berlin; fixed once a story is published',
  languages: 'languages of the pages, the default first: en,es,ar',
  accent: 'the one colour, #7a1f6b',
  applications: 'applications to join a day; more are a flood, which waits for somebody who knows them',
  appeals: 'who hears appeals where there is one moderator: "Ada Wong <ada@example.org>"',
  homes: 'homes elsewhere: "Mastodon https://…, Bluesky https://…"',
}

export const command: Command = {
  about: "Show or set the network's own facts.",
  usage: ['show', 'set KEY VALUE'],
  notes: [
    ['KEY is one of', ...factKeys.map((key) => `  ${key.padEnd(10)}${about[key]}`)].join('\n'),
    'An empty VALUE ("") empties what may be empty.',
  ],
  async run(call, out, config) {
    const [verb, ...words] = call.words
    await chosen(acts, verb)(words, call, out, config)
  },
}

type Act = (words: readonly string[], call: Invocation, out: Output, config: Config) => Promise<void>
const acts = new Map<string, Act>(Object.entries({ show, set }))

async function set([name, ...value]: readonly string[], call: Invocation, out: Output, config: Config): Promise<void> {
  const key = factKeys.find((one) => one === name)
  if (!key) throw new Usage(`Say which fact to set: ${factKeys.join(', ')}.`)
  if (value.length === 0) throw new Usage(`Say what to set ${key} to; "" empties it.`)
  const text = value.join(' ')
  const change = facts[key].read(text)
  if ('fault' in change) throw new Invalid(sentence(change))
  await withDatabase(config, async ({ db, clock }) => {
    await db.transaction().execute((tx) => changeSettings(tx, { [key]: text }, { by: operator, now: clock() }))
  })
  if (call.json) out.json(change)
  else out.print(`Set ${key}.`)
}

function sentence({ fault, words }: FactFault): string {
  switch (fault) {
    case 'missing':
      return 'A network needs a name.'
    case 'long':
      return `That is too long: a name has ${longest.name} characters at most, a tagline ${longest.tagline}.`
    case 'day':
      return `"${words}" is no day: write it as 2001-11-01.`
    case 'zone':
      return `"${words}" is no time zone: write it as Europe/Berlin or UTC.`
    case 'language':
      return `"${words}" is no language: write tags such as en, es or pt-BR.`
    case 'wordless':
      return `The pages have no words in ${words} yet: choose among ${Object.keys(catalogues).join(', ')}.`
    case 'colour':
      return `"${words}" is no colour: write it as #7a1f6b.`
    case 'rate':
      return `"${words}" is no such number: say how many a day, from 1 to 10000.`
    case 'home':
      return `"${words}" is no home: write a name and its address.`
    case 'person':
      return `"${words}" is no name with a mail address: write it as "Ada Wong <ada@example.org>".`
  }
}

async function show(words: readonly string[], call: Invocation, out: Output, config: Config): Promise<void> {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  const network = await withDatabase(config, ({ db }) => readNetwork(db))
  if (call.json) {
    out.json(network)
    return
  }
  const lines = [
    ...factKeys.map((key) => [key, facts[key].write(network).replaceAll('\n', ', ')] as const),
    ['tag authority', network.tagAuthority] as const,
  ]
  for (const [key, value] of lines) out.print(`${key.padEnd(14)}${value || '–'}`)
}

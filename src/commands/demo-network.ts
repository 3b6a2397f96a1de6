/** The demo's network: its facts, its members with their logos, and a source for each. Made once; what is there stays. */
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Network } from '../core/network.ts'
import type { Db } from '../db/connection.ts'
import { keepSectionsFile } from '../db/front-sections.ts'
import { listMembers } from '../db/members.ts'
import { updateNetwork } from '../db/network.ts'
import { dropEditions } from '../db/notify.ts'
import { listSources } from '../db/sources.ts'
import type { Outlet } from '../demo/outlet.ts'
import { logoOf } from '../demo/pictures.ts'
import { knownFeedPath, type Site } from '../demo/site.ts'
import { addSource } from '../ingest/add-source.ts'
import { addMember } from '../membership/add-member.ts'
import type { Fetcher } from '../net/fetch.ts'
import { prepareLogo } from '../net/images.ts'
import { createMediaStore } from '../net/media-store.ts'

/** Who acts, where the demo does what people would. */
export const presenter = 'demo'

const facts: Partial<Omit<Network, 'tagAuthority'>> = {
  name: 'The Lantern Wire',
  tagline: 'News and releases of LGBTQ newsrooms in nine languages. A sample: everything in it is invented.',
  foundedOn: '2003-03-08',
  timeZone: 'UTC',
  languages: ['en', 'es', 'ar', 'fr', 'de', 'pt', 'ru'],
  accent: '#8a2f5c',
  homes: [{ name: 'Mastodon', url: 'https://social.example/@lantern' }],
}

const sections = `# The sections of the demo's front page.
releases 5
corrections 3
members 24
languages 8
topic human-rights 3 | Human rights | es: Derechos humanos | ar: حقوق الإنسان
topic health 3 | Health | es: Salud | ar: صحة
`

export type Newsroom = { readonly db: Db; readonly config: Config; readonly clock: Clock; readonly fetcher: Fetcher }

/** Answers the slug of each outlet's member, by the outlet's own. */
export async function settle(newsroom: Newsroom, sites: readonly Site[]): Promise<ReadonlyMap<string, string>> {
  const { db } = newsroom
  const known = new Map((await listMembers(db)).map(({ name, slug }) => [name, slug]))
  if (known.size === 0)
    await db.transaction().execute(async (tx) => {
      await updateNetwork(tx, facts)
      await keepSectionsFile(tx, sections)
      await dropEditions(tx, ['all'])
    })
  const slugs = new Map<string, string>()
  for (const { outlet, url } of sites)
    slugs.set(outlet.slug, known.get(outlet.name) ?? (await join(newsroom, outlet, url)))
  const read = new Set((await listSources(db)).map((source) => source.memberSlug))
  await Promise.all(
    sites.map(async ({ outlet, url }) => {
      const member = slugs.get(outlet.slug) ?? ''
      if (!read.has(member)) await connect(newsroom, outlet, url, member)
    }),
  )
  return slugs
}

async function join({ db, config, clock }: Newsroom, outlet: Outlet, url: string): Promise<string> {
  const { bytes, given: _, ...picture } = await prepareLogo(await logoOf(outlet))
  const hash = await createMediaStore(config, clock).put(bytes, picture.type)
  const { slug } = await addMember(
    db,
    {
      name: outlet.name,
      kind: outlet.kind,
      site: url,
      about: outlet.about,
      languages: [outlet.language],
      country: outlet.country,
      logo: { hash, ...picture, bytes: bytes.length },
    },
    { now: clock(), by: presenter },
  )
  return slug
}

async function connect({ db, config, clock, fetcher }: Newsroom, outlet: Outlet, url: string, member: string) {
  const { minPollSeconds, url: here } = config
  await addSource(
    { db, fetcher, clock, minPollSeconds, url: here },
    { url: url + knownFeedPath(outlet), member, grant: { shows: outlet.grant, pictures: 'credit' }, feed: true },
    presenter,
  )
}

/** Applications as they stand before those who decide. */
import type { AccountId } from '../../src/core/id.ts'
import type { ApplicationId } from '../../src/db/applications.ts'
import { insertMedia } from '../../src/db/media.ts'
import { newId } from '../../src/db/new-id.ts'
import { sealContact } from '../../src/host/application-words.ts'
import { createMediaStore } from '../../src/net/media-store.ts'
import { square } from './applying.ts'
import type { World } from './newsroom.ts'

export type ApplicationWords = {
  readonly account?: AccountId
  readonly mail?: string
  readonly name?: string
  readonly siteUrl?: string | null
  readonly interface?: string
  readonly path?: 'open' | 'invited' | 'flood'
  readonly worked?: boolean
  readonly signs?: readonly Readonly<Record<string, unknown>>[]
  readonly contact?: string
  readonly standing?: string
}

let applicants = 0

/** Somebody has sent in an application, and waits. */
export async function applied(
  world: World,
  words: ApplicationWords = {},
): Promise<{ id: ApplicationId; account: AccountId }> {
  const { db, clock, config, account } = world
  applicants += 1
  const { name = 'Revista Arcoíris', contact = 'Signal: arcoiris.42', signs = [], ...rest } = words
  const whose =
    words.account ?? (await account({ mail: words.mail ?? `applicant-${applicants}@revista.example`, name: '' }))
  const at = clock()
  const id = newId<ApplicationId>(at)
  await db
    .insertInto('applications')
    .values({
      id,
      accountId: whose,
      begunAt: at,
      changedAt: at,
      submittedAt: at,
      interface: rest.interface ?? 'en',
      kind: 'magazine',
      name,
      siteUrl: rest.siteUrl === undefined ? 'https://revista.example/' : rest.siteUrl,
      feedUrl: 'https://revista.example/feed',
      country: 'CU',
      languages: ['es'],
      logo: await mark(world),
      logoAlt: 'A rainbow',
      about: 'We print 800 copies and put everything online a month later.',
      contact: sealContact(config.secret ?? '', id, contact),
      path: rest.path ?? 'open',
      worked: rest.worked ?? true,
      standing: rest.standing ?? 'waiting',
      signs: JSON.stringify(signs),
    })
    .execute()
  return { id, account: whose }
}

let picture: Promise<Buffer> | undefined

/** A picture, kept where pictures are. */
async function mark({ db, config, clock }: World): Promise<string> {
  picture ??= square('#264653')
  const bytes = await picture
  const hash = await createMediaStore(config, clock).put(bytes, 'image/png')
  const media = { hash, type: 'image/png', width: 64, height: 64, bytes: bytes.length }
  await db.transaction().execute((tx) => insertMedia(tx, media, clock()))
  return hash
}

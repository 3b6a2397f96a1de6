/** Applications as they stand before those who decide. */
import type { AccountId } from '../../src/core/id.ts'
import type { ApplicationId } from '../../src/db/applications.ts'
import { insertMedia } from '../../src/db/media.ts'
import { newId } from '../../src/db/new-id.ts'
import { sealContact } from '../../src/host/application-words.ts'
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
  { db, clock, config, account }: World,
  words: ApplicationWords = {},
): Promise<{ id: ApplicationId; account: AccountId }> {
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
      logo: await anyMark(db, at),
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

/** A picture that nobody will look at: only that there is one. */
async function anyMark(db: World['db'], at: Date): Promise<string> {
  const media = { hash: 'a'.repeat(64), type: 'image/webp', width: 64, height: 64, bytes: 100 }
  await db.transaction().execute((tx) => insertMedia(tx, media, at))
  return media.hash
}

/** Publishes a release from its file, once. */
import { Conflict, Invalid, NotFound } from '../core/errors.ts'
import { plainText } from '../core/html/text.ts'
import type { StoryId } from '../core/id.ts'
import { guessLanguage } from '../core/language-guess.ts'
import type { Member } from '../core/member/member.ts'
import { dayIn } from '../core/story/address.ts'
import type { Db, Tx } from '../db/connection.ts'
import { insertMedia } from '../db/media.ts'
import { findMember } from '../db/members.ts'
import { readNetwork } from '../db/network.ts'
import { findAddress } from '../db/published.ts'
import { findByHeadline, lockReleases, type StoryFacts } from '../db/releases.ts'
import type { VersionText } from '../db/stories.ts'
import { keepTopics } from '../db/topics.ts'
import type { MediaStore } from '../net/media-store.ts'
import { storyHref } from '../routes.ts'
import { type WireContext, writeStories } from '../wire/publish.ts'
import { seal } from '../wire/standing.ts'
import { translate } from '../wire/translate.ts'
import { factsOf, textOf } from './draft.ts'
import { type Handed, type Read, readRelease } from './read-release.ts'

export type Desk = {
  readonly db: Db
  readonly media: MediaStore
  readonly now: Date
  readonly by: string
  /** The network's public address, without a slash at its end. */
  readonly url: string
}

/** What a file comes to. */
export type Release = {
  readonly member: { readonly slug: string; readonly name: string }
  readonly text: VersionText
  readonly facts: StoryFacts
}

export type Publishing = {
  /** Although the member has published a release of this headline. */
  readonly again: boolean
  readonly authorId?: string | null
  /** What has to hold, and to be held, in the same transaction before anything is written. */
  claim?(tx: Tx): Promise<void>
  /** What is written beside it when its id is known. */
  settle?(tx: Tx, id: StoryId): Promise<void>
}

/**
 * Publishes what a file says as a story of a member. Throws Invalid with every mistake of the file, NotFound for an
 * unknown member, Conflict when the member has published a release of this headline, unless `again`.
 */
export async function publishRelease(
  desk: Desk,
  member: string,
  handed: Handed,
  publishing: Publishing,
): Promise<Release & { readonly id: StoryId; readonly url: string }> {
  const { again } = publishing
  const { release, read, issuer, context } = await prepare(desk, member, handed, publishing)
  const { text, facts } = release
  await keepPictures(desk, read)
  const id = await desk.db.transaction().execute(async (tx) => {
    await publishing.claim?.(tx)
    await lockReleases(tx, issuer.id)
    if (!again) await refuseTwice(desk, tx, issuer, text)
    for (const { data: _, ...media } of read.media) await insertMedia(tx, media, desk.now)
    await keepTopics(tx, read.topics)
    const { ids, last } = await writeStories(tx, context, [
      {
        story: {
          memberId: issuer.id,
          sourceId: null,
          genre: facts.genre,
          sponsored: facts.sponsored,
          agency: false,
          agencyName: '',
        },
        memberSlug: issuer.slug,
        text,
        origin: {
          publisher: issuer.name,
          publisherUrl: issuer.siteUrl,
          url: null,
          publishedAt: desk.now,
          licence: facts.licence,
          licenceUrl: facts.licenceUrl,
          usageTerms: facts.usageTerms,
        },
        hops: [],
        topics: facts.topics,
        places: facts.places,
        publishedAt: desk.now,
        expiresAt: facts.expiresAt ?? undefined,
      },
    ])
    const [id] = ids
    if (id === undefined) throw new Error('A release was written and has no id.')
    await publishing.settle?.(tx, id)
    await keepTranslation(tx, context, id, read)
    await seal(tx, context.now, last)
    return id
  })
  const address = await findAddress(desk.db, id)
  if (!address) throw new Error('A release was published and has no address.')
  return { ...release, id, url: desk.url + storyHref(address) }
}

/** What it is the translation of, where it says so. Throws Invalid where that text has this language already. */
export async function keepTranslation(
  tx: Tx,
  context: WireContext,
  id: StoryId,
  { translationOf }: Read,
): Promise<void> {
  if (!translationOf) return
  const outcome = await translate(tx, context, id, translationOf, { overrules: true })
  if (outcome === 'one language')
    throw new Invalid(
      'What it is said to be a translation of stands here in this language already: take "translationOf" out.',
    )
}

/** The same without publishing anything: what the file comes to. Throws as `publishRelease` does. */
export async function tryRelease(
  desk: Desk,
  member: string,
  handed: Handed,
  options: { again: boolean },
): Promise<Release> {
  return (await prepare(desk, member, handed, options)).release
}

/** Puts a release's pictures into the media store; before the transaction, because that may be far away. */
export async function keepPictures(desk: Pick<Desk, 'media'>, read: Read): Promise<void> {
  for (const { data, type } of read.media) await desk.media.put(data, type)
}

async function prepare(desk: Desk, slug: string, handed: Handed, { again, authorId = null }: Publishing) {
  const issuer = await findMember(desk.db, slug)
  if (!issuer || issuer.leftAt) throw new NotFound(`There is no member "${slug}": "wireroom member list" shows them.`)
  const network = await readNetwork(desk.db)
  const today = dayIn(network.timeZone, desk.now)
  const read = await readRelease(desk.db, handed, { member: issuer.slug, today, now: desk.now, mayBeOver: false })
  const language = guessLanguage(`${read.headline}\n${plainText(read.body)}`) ?? network.languages[0] ?? 'en'
  const text = textOf(read, { dated: today, about: issuer.name, language, authorId })
  const facts = factsOf(read)
  if (!again) await refuseTwice(desk, desk.db, issuer, text)
  const context: WireContext = { now: desk.now, by: desk.by, timeZone: network.timeZone }
  return { release: { member: { slug: issuer.slug, name: issuer.name }, text, facts }, read, issuer, context }
}

async function refuseTwice(desk: Desk, db: Db, issuer: Member, text: VersionText): Promise<void> {
  const before = await findByHeadline(db, issuer.id, text.headline)
  if (!before) return
  const where = `${desk.url}${storyHref(before)}`
  const insist = 'If it is to be published once more as another release, say --again.'
  if (before.withdrawn)
    throw new Conflict(`A release of ${issuer.name} with this headline was taken back (${where}). ${insist}`)
  throw new Conflict(
    before.body === text.body
      ? `This release is published already, at ${where}. ${insist}`
      : `${issuer.name} has published a release with this headline already, at ${where}. To change it: release correct ${before.id} FILE --kind … --note …. ${insist}`,
  )
}

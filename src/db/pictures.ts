/** Pictures by where they are: which are to be brought, what became of each, and what is served of them. */
import { sql } from 'kysely'
import type { Agent } from '../core/agent.ts'
import type { MemberId, SourceId, StoryId } from '../core/id.ts'
import type { KeptPicture } from '../core/story/pictures.ts'
import { type Claim, claimHost, releaseHost } from './claims.ts'
import type { Db, Tx } from './connection.ts'
import { insertRows } from './insert-rows.ts'
import { lockMedia, type Media } from './media.ts'
import { removePictures } from './story-media.ts'

/** A picture somebody is on the way to. */
export type DuePicture = {
  readonly url: string
  /** Empty for one of our own. */
  readonly host: string
  readonly tries: number
  /** As whom it is asked for: nobody learns from a picture which network reads a source that is not told. */
  readonly agent: Agent
  /** The members whose stories show it. */
  readonly members: readonly string[]
}

/** Readers may see a story that shows picture `k`. */
const isWanted = sql`exists (select from story_pictures s join publications p on p.story_id = s.story_id
  where s.url = k.url and p.shows in ('excerpt', 'full') and p.pictures <> 'none')`

/** Takes up to `most` pictures that are due for a worker, one to a host and with each its host, those longest due first. */
export async function claimDuePictures(db: Db, claim: Claim & { most: number }): Promise<DuePicture[]> {
  const { now, until, by } = claim
  const free = sql`k.next_try_at <= ${now} and (k.claimed_until is null or k.claimed_until <= ${now})`
  const { rows } = await sql<DuePicture>`
    with due as (
      select k.url, k.host, k.tries, k.next_try_at from pictures k left join hosts h on h.host = k.host
      where ${free} and (h.free_at is null or h.free_at <= ${now}) and ${isWanted}
      order by k.next_try_at limit 1000),
    next as (select distinct on (host) * from due order by host, next_try_at, url)
    select next.url, next.host, next.tries,
      case when exists (select from story_pictures s join stories t on t.id = s.story_id join sources f on f.id = t.source_id
        where s.url = next.url and f.agent = 'neutral') then 'neutral' else 'named' end as agent,
      array(select distinct m.name from story_pictures s join stories t on t.id = s.story_id
        join members m on m.id = t.member_id where s.url = next.url) as members
    from next order by next.next_try_at limit ${claim.most}`.execute(db)
  const claimed: DuePicture[] = []
  for (const picture of rows) {
    if (picture.host !== '' && !(await claimHost(db, picture.host, claim))) continue
    const taken = await sql`update pictures k set claimed_until = ${until}, claimed_by = ${by}
      where k.url = ${picture.url} and ${free}`.execute(db)
    if (taken.numAffectedRows === 1n) claimed.push(picture)
    else if (picture.host !== '') await releaseHost(db, picture.host, by, now)
  }
  return claimed
}

/** A story that shows a picture, as its editions are known. */
export type Showing = {
  readonly id: StoryId
  readonly memberId: MemberId
  readonly memberSlug: string
  readonly day: string | null
}

/** What is written down of a picture that was brought. */
export type Brought = Omit<KeptPicture, 'url'>

/**
 * Keeps a picture, and lets the stories that show it be served with it. Undefined where nobody may see it any more
 * since somebody went for it: then nothing is kept. The names of its files are held until the transaction ends: they are
 * put into the store before that.
 */
export async function keepPicture(
  tx: Tx,
  url: string,
  brought: Brought,
  media: readonly Media[],
  at: Date,
): Promise<Showing[] | undefined> {
  await sql`select from pictures where url = ${url} for update`.execute(tx)
  const { width, height, colour, renditions, caption, credit } = brought
  const { numAffectedRows } = await sql`
    update pictures k set width = ${width}, height = ${height}, colour = ${colour}, caption = ${caption},
      credit = ${credit}, renditions = ${JSON.stringify(renditions)}::jsonb, kept_at = ${at}, reason = '',
      next_try_at = null, claimed_until = null, claimed_by = null
    where k.url = ${url} and ${isWanted}`.execute(tx)
  if (numAffectedRows !== 1n) {
    await sql`update pictures set claimed_until = null, claimed_by = null where url = ${url}`.execute(tx)
    return undefined
  }
  // In the order of their names, so that two pictures with a file in common never wait for each other.
  for (const hash of media.map(({ hash }) => hash).sort()) await lockMedia(tx, hash)
  const rows = media.map((one) => ({ ...one, createdAt: at }))
  await insertRows(tx, 'media', rows, 'on conflict do nothing')
  await sql`
    insert into story_media (story_id, hash)
    select s.story_id, given.hash from story_pictures s
    cross join unnest(${media.map(({ hash }) => hash)}::text[]) as given (hash)
    where s.url = ${url} on conflict do nothing`.execute(tx)
  const showing = await sql<Showing>`
    select t.id, t.member_id, m.slug as member_slug, p.day from story_pictures s
    join stories t on t.id = s.story_id join members m on m.id = t.member_id
    join publications p on p.story_id = t.id where s.url = ${url}`.execute(tx)
  return showing.rows
}

/** Notes why a picture is not kept, and when somebody goes again; null: never. */
export async function refusePicture(
  db: Db,
  url: string,
  { reason, tries, nextTryAt }: { reason: string; tries: number; nextTryAt: Date | null },
): Promise<void> {
  await db
    .updateTable('pictures')
    .set({ reason: reason.slice(0, 500), tries, nextTryAt, claimedUntil: null, claimedBy: null })
    .where('url', '=', url)
    .execute()
}

/** A picture we could not bring, for staff. */
export type RefusedPicture = {
  readonly url: string
  readonly reason: string
  /** Null: nobody goes again. */
  readonly nextTryAt: Date | null
}

/** The pictures of a source's newest stories that are not kept, and why. */
export async function listRefusedPictures(db: Db, source: SourceId, most: number): Promise<RefusedPicture[]> {
  const { rows } = await sql<RefusedPicture>`
    select k.url, k.reason, k.next_try_at from stories t join story_pictures s on s.story_id = t.id
    join pictures k on k.url = s.url
    where t.source_id = ${source} and k.kept_at is null and k.reason <> ''
    order by t.created_at desc, k.url limit ${most}`.execute(db)
  return rows
}

/** Forgets pictures from before that no story shows any more; answers the hashes of what nobody needs. */
export async function forgetPictures(tx: Tx, before: Date): Promise<string[]> {
  const { rows } = await sql<{ url: string }>`
    select url from pictures k where noted_at < ${before}
      and not exists (select from story_pictures s where s.url = k.url)
    order by url limit 1000 for update`.execute(tx)
  return rows.length === 0
    ? []
    : await removePictures(
        tx,
        rows.map(({ url }) => url),
      )
}

/** Drafts: what a member's people write before it is published, and what editors decided about it. */
import { sql } from 'kysely'
import type { AccountId, Id, MemberId, StoryId } from '../core/id.ts'
import { type DraftFields, noFields } from '../core/story/draft-fields.ts'
import type { VersionKind } from '../core/story/story.ts'
import type { Db, Tx } from './connection.ts'
import type { Media } from './media.ts'
import { newId } from './new-id.ts'
import { forgetMedia } from './unused-media.ts'

export type DraftId = Id<'draft'>
/** `open`: being written; `returned`: with an editor's words; `sent`: editors have it, and nobody changes it. */
export type DraftStanding = 'open' | 'sent' | 'returned' | 'published'

export type Draft = {
  readonly id: DraftId
  readonly member: MemberId
  readonly memberSlug: string
  readonly memberName: string
  /** Null once the account is gone. */
  readonly begunBy: AccountId | null
  readonly changedAt: Date
  readonly version: number
  readonly fields: DraftFields
  readonly kind: VersionKind
  /** What it became, or, of a correction, what it changes. */
  readonly story: StoryId | null
  readonly fromVersion: number | null
  readonly standing: DraftStanding
  readonly sentAt: Date | null
  readonly sentBy: string | null
}

export type NewDraft = {
  readonly member: MemberId
  readonly begunBy: AccountId
  readonly fields: DraftFields
  readonly correction?: {
    readonly story: StoryId
    readonly kind: Exclude<VersionKind, 'first'>
    readonly fromVersion: number
  }
}

export async function insertDraft(tx: Tx, draft: NewDraft, at: Date): Promise<DraftId> {
  const { member, begunBy, fields, correction } = draft
  const id = newId<DraftId>(at)
  await tx
    .insertInto('drafts')
    .values({
      id,
      memberId: member,
      begunBy,
      begunAt: at,
      changedAt: at,
      fields: JSON.stringify(fields),
      storyId: correction?.story ?? null,
      kind: correction?.kind ?? 'first',
      fromVersion: correction?.fromVersion ?? null,
    })
    .execute()
  await linkPictures(tx, id, fields)
  return id
}

const columns = sql`
  d.id, d.member_id as member, m.slug as member_slug, m.name as member_name, d.begun_by, d.changed_at, d.version, d.fields,
  d.kind, d.story_id as story, d.from_version, d.standing, d.sent_at, d.sent_by
  from drafts d join members m on m.id = d.member_id`

/** A draft of that member. */
export async function findDraft(db: Db, id: DraftId, member: MemberId): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${columns} where d.id = ${id} and d.member_id = ${member}`.execute(db)
  return rows[0] && whole(rows[0])
}

/** A draft of anybody, for editors. */
export async function findAnyDraft(db: Db, id: DraftId): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${columns} where d.id = ${id}`.execute(db)
  return rows[0] && whole(rows[0])
}

/** The same, held until the transaction ends: two who change it at once follow each other. */
export async function lockDraft(tx: Tx, id: DraftId): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${columns} where d.id = ${id} for update of d`.execute(tx)
  return rows[0] && whole(rows[0])
}

/** What is on its way, the newest first. */
export async function listDrafts(db: Db, members: readonly MemberId[]): Promise<Draft[]> {
  if (members.length === 0) return []
  const { rows } = await sql<Draft>`
    select ${columns} where d.member_id = any(${[...members]}::uuid[]) and d.standing <> 'published'
    order by d.changed_at desc, d.id desc limit 200`.execute(db)
  return rows.map(whole)
}

/** What waits for editors, longest first. */
export async function listSubmitted(db: Db, { limit }: { readonly limit: number }): Promise<Draft[]> {
  const { rows } = await sql<Draft>`
    select ${columns} where d.standing = 'sent' order by d.sent_at, d.id limit ${limit}`.execute(db)
  return rows.map(whole)
}

export async function countSubmitted(db: Db): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from drafts where standing = 'sent'`.execute(db)
  return rows[0]?.count ?? 0
}

/** Drafts from before a field was there have it empty. */
function whole(draft: Draft): Draft {
  return { ...draft, fields: { ...noFields, ...draft.fields } }
}

/** Keeps what was typed; whoever has read an older version has read another text. */
export async function saveDraft(tx: Tx, id: DraftId, fields: DraftFields, at: Date): Promise<void> {
  await sql`
    update drafts set fields = ${JSON.stringify(fields)}::jsonb, changed_at = ${at}, version = version + 1
    where id = ${id}`.execute(tx)
  await linkPictures(tx, id, fields)
}

export async function setDraftStanding(
  tx: Tx,
  id: DraftId,
  to: { readonly standing: 'open' | 'sent'; readonly at: Date; readonly by: string },
): Promise<void> {
  const isSent = to.standing === 'sent'
  await tx
    .updateTable('drafts')
    .set({ standing: to.standing, changedAt: to.at, ...(isSent ? { sentAt: to.at, sentBy: to.by } : {}) })
    .where('id', '=', id)
    .execute()
}

export type Decision = {
  readonly kind: 'returned' | 'published'
  readonly decidedAt: Date
  readonly decidedBy: string
  readonly words: string
}

export async function returnDraft(tx: Tx, id: DraftId, decision: Omit<Decision, 'kind'>): Promise<void> {
  await tx
    .updateTable('drafts')
    .set({ standing: 'returned', changedAt: decision.decidedAt })
    .where('id', '=', id)
    .execute()
  await insertDecision(tx, id, { ...decision, kind: 'returned' })
}

/** The story says it from now on: the draft is emptied, its pictures are the story's. */
export async function endDraft(tx: Tx, id: DraftId, story: StoryId, decision: Omit<Decision, 'kind'>): Promise<void> {
  await sql`
    update drafts set standing = 'published', story_id = ${story}, changed_at = ${decision.decidedAt}, fields = '{}'
    where id = ${id}`.execute(tx)
  await tx.deleteFrom('draftPictures').where('draftId', '=', id).execute()
  await insertDecision(tx, id, { ...decision, kind: 'published' })
}

async function insertDecision(tx: Tx, draftId: DraftId, decision: Decision): Promise<void> {
  const id = newId<Id<'decision'>>(decision.decidedAt)
  await tx
    .insertInto('draftDecisions')
    .values({ id, draftId, ...decision })
    .execute()
}

/** Newest first. */
export async function listDraftDecisions(db: Db, draft: DraftId): Promise<Decision[]> {
  const rows = await db
    .selectFrom('draftDecisions')
    .select(['kind', 'decidedAt', 'decidedBy', 'words'])
    .where('draftId', '=', draft)
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Decision['kind'] }))
}

/** Erases a draft, and answers the pictures nobody has any more. */
export async function deleteDraft(tx: Tx, id: DraftId): Promise<string[]> {
  const pictures = await tx.selectFrom('draftPictures').select('hash').where('draftId', '=', id).execute()
  await tx.deleteFrom('drafts').where('id', '=', id).execute()
  return await forgetMedia(
    tx,
    pictures.map(({ hash }) => hash),
  )
}

/** Drafts that nobody has touched since, and that editors do not have. */
export async function listForgottenDrafts(db: Db, before: Date): Promise<DraftId[]> {
  const rows = await db
    .selectFrom('drafts')
    .select('id')
    .where('standing', 'in', ['open', 'returned'])
    .where('changedAt', '<', before)
    .execute()
  return rows.map(({ id }) => id as DraftId)
}

/** Erases what was on its way to a story that is erased itself. */
export async function deleteDraftsOf(tx: Tx, story: StoryId): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select hash from draft_pictures p join drafts d on d.id = p.draft_id where d.story_id = ${story}`.execute(tx)
  await tx.deleteFrom('drafts').where('storyId', '=', story).execute()
  return rows.map(({ hash }) => hash)
}

async function linkPictures(tx: Tx, id: DraftId, { pictures }: DraftFields): Promise<void> {
  const hashes = pictures.map(({ hash }) => hash)
  await sql`
    insert into draft_pictures (draft_id, hash) select ${id}, m.hash from media m where m.hash = any(${hashes}::text[])
    on conflict do nothing`.execute(tx)
  await sql`delete from draft_pictures where draft_id = ${id} and not hash = any(${hashes}::text[])`.execute(tx)
}

/** A picture of a draft, for people of its member, and for editors once it was sent in. */
export async function findDraftMedia(
  db: Db,
  hash: string,
  seenBy: { readonly members: readonly MemberId[]; readonly isEditor: boolean },
): Promise<Media | undefined> {
  const { rows } = await sql<Media>`
    select m.hash, m.type, m.width, m.height, m.bytes from media m where m.hash = ${hash} and exists (
      select from draft_pictures p join drafts d on d.id = p.draft_id
      where p.hash = m.hash and (d.member_id = any(${[...seenBy.members]}::uuid[])
        or (${seenBy.isEditor} and d.standing = 'sent')))`.execute(db)
  return rows[0]
}

export async function unlinkPicture(tx: Tx, draft: DraftId, hash: string): Promise<void> {
  await tx.deleteFrom('draftPictures').where('draftId', '=', draft).where('hash', '=', hash).execute()
}

/** Corrections of a story that are on their way. */
export async function listDraftsOf(db: Db, story: StoryId): Promise<Draft[]> {
  const { rows } = await sql<Draft>`
    select ${columns} where d.story_id = ${story} and d.standing <> 'published' order by d.id`.execute(db)
  return rows.map(whole)
}

/** Who wrote the draft a story was first published from. */
export async function findFirstAuthor(
  db: Db,
  story: StoryId,
): Promise<{ readonly account: AccountId; readonly member: MemberId; readonly draft: DraftId } | undefined> {
  const { rows } = await sql<{ account: AccountId; member: MemberId; draft: DraftId }>`
    select begun_by as account, member_id as member, id as draft from drafts
    where story_id = ${story} and kind = 'first' and begun_by is not null`.execute(db)
  return rows[0]
}

/** Erases the corrections that were on their way, and answers the pictures nobody has any more. */
export async function deleteOpenDraftsOf(tx: Tx, story: StoryId): Promise<string[]> {
  const hashes: string[] = []
  for (const { id } of await listDraftsOf(tx, story)) hashes.push(...(await deleteDraft(tx, id)))
  return hashes
}

/** Whether nothing is published for a member now: it left, or is suspended. */
export async function isBarred(db: Db, member: MemberId): Promise<boolean> {
  const { rows } = await sql<{ isBarred: boolean }>`
    select left_at is not null or exists (select from suspensions s where s.member_id = m.id and s.ended_at is null)
      as is_barred
    from members m where m.id = ${member}`.execute(db)
  return rows[0]?.isBarred ?? true
}

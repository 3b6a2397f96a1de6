/** Clusters: stories that carry the same text, and what they are recognised by. */
import { sql } from 'kysely'
import type { Id, Seq, StoryId } from '../core/id.ts'
import type { Placed, Ruling } from '../core/story/cluster.ts'
import type { Fingerprint } from '../core/story/fingerprint.ts'
import type { Db, Tx } from './connection.ts'

export type ClusterId = Id<'cluster'>

/** What a story is recognised by: its text, where there is enough of it, and the address it was first published at. */
export type Print = {
  readonly story: StoryId
  readonly version: number
  readonly text: Fingerprint | undefined
  readonly addressKey: bigint | undefined
}

/**
 * Alone until the transaction ends; undefined when another process is at it, or was since `before`. Answers how far the log
 * was read.
 */
export async function takeProgress(tx: Tx, before: Date): Promise<Seq | undefined> {
  const { rows } = await sql<{ seq: Seq }>`
    select seq from cluster_progress where read_at is null or read_at <= ${before} for update skip locked`.execute(tx)
  return rows[0]?.seq
}

export async function keepProgress(tx: Tx, seq: Seq, at: Date): Promise<void> {
  await tx.updateTable('clusterProgress').set({ seq, readAt: at }).execute()
}

export type Text = {
  readonly story: StoryId
  readonly version: number
  readonly body: string
  readonly excerpt: string
  readonly address: string | null
}

/**
 * The newest texts of these stories, but for those that were taken back and, unless `anew`, those that were recognised by
 * the same text before.
 */
export async function readTexts(tx: Tx, ids: readonly StoryId[], { anew = false } = {}): Promise<Text[]> {
  const { rows } = await sql<Text>`
    select s.id as story, s.version, v.body, v.excerpt, o.url as address
    from stories s join versions v on v.story_id = s.id and v.number = s.version left join origins o on o.story_id = s.id
    where s.id = any(${ids}::uuid[])
      and not exists (select from withdrawals w where w.story_id = s.id)
      and (${anew} or not exists (select from fingerprints f where f.story_id = s.id and f.version = s.version))
    order by s.id`.execute(tx)
  return rows
}

export async function insertPrints(tx: Tx, prints: readonly Print[], at: Date): Promise<void> {
  if (prints.length === 0) return
  await sql`
    insert into fingerprints (story_id, version, keys, address_key, kept, scale, opening, made_at)
    select story, version, keys::bigint[], address, kept, scale, opening, ${at} from unnest(
      ${prints.map(({ story }) => story)}::uuid[], ${prints.map(({ version }) => version)}::int[],
      ${prints.map(keysOf)}::text[], ${prints.map(({ addressKey }) => addressKey ?? null)}::bigint[],
      ${prints.map(({ text }) => pack(text?.kept))}::bytea[], ${prints.map(({ text }) => text?.scale ?? 1)}::int[],
      ${prints.map(({ text }) => pack(text?.opening))}::bytea[]) as t (story, version, keys, address, kept, scale, opening)
    on conflict (story_id) do update set version = excluded.version, keys = excluded.keys,
      address_key = excluded.address_key, kept = excluded.kept, scale = excluded.scale, opening = excluded.opening`.execute(
    tx,
  )
}

export type Candidate = {
  readonly of: StoryId
  readonly story: StoryId
  readonly cluster: ClusterId | undefined
  readonly text: Omit<Fingerprint, 'keys'> | undefined
  readonly sameAddress: boolean
}

/** Those that share a key with one of these, a few hundred at most for each. */
export async function findCandidates(tx: Tx, prints: readonly Print[], since: Date): Promise<Candidate[]> {
  type Row = Omit<Candidate, 'text' | 'cluster'> & {
    kept: Buffer
    scale: number
    opening: Buffer
    cluster: ClusterId | null
  }
  const { rows } = await sql<Row>`
    select q.story as of, c.*, d.cluster_id as cluster
    from unnest(${prints.map(({ story }) => story)}::uuid[], ${prints.map(keysOf)}::text[],
      ${prints.map(({ addressKey }) => addressKey ?? null)}::bigint[]) as q (story, keys, address)
    cross join lateral (
      select f.story_id as story, f.kept, f.scale, f.opening, coalesce(f.address_key = q.address, false) as same_address
      from fingerprints f
      where f.keys && q.keys::bigint[] and f.story_id <> q.story and f.made_at > ${since}
      limit ${mostCandidates}) c
    left join clustered d on d.story_id = c.story
    order by q.story, c.story`.execute(tx)
  return rows.map(({ kept, scale, opening, cluster, ...row }) => ({
    ...row,
    cluster: cluster ?? undefined,
    text: kept.length === 0 ? undefined : { kept: unpack(kept), scale, opening: unpack(opening) },
  }))
}
const mostCandidates = 300

/** In which clusters these stories stand, and who else does. */
export async function readClusters(
  tx: Tx,
  stories: readonly StoryId[],
): Promise<{ placed: Placed[]; members: Map<string, StoryId[]> }> {
  const { rows } = await sql<{ story: StoryId; cluster: ClusterId }>`
    select story_id as story, cluster_id as cluster from clustered
    where cluster_id in (select cluster_id from clustered where story_id = any(${stories}::uuid[]))
    order by story_id`.execute(tx)
  const members = new Map<string, StoryId[]>()
  for (const { story, cluster } of rows) members.set(cluster, [...(members.get(cluster) ?? []), story])
  return { placed: rows, members }
}

/** What editors said of any of these: of two stories what was said last, unless it was undone. */
export async function readRulings(tx: Tx, stories: readonly StoryId[]): Promise<Ruling[]> {
  const { rows } = await sql<Ruling>`
    select distinct on (r.one, r.other) r.one, r.other, a.kind
    from cluster_rulings r join cluster_acts a on a.id = r.act_id and a.undone_at is null
    where r.one = any(${stories}::uuid[]) or r.other = any(${stories}::uuid[])
    order by r.one, r.other, a.number desc`.execute(tx)
  return rows
}

/** Brings stories into a cluster, which is made where it is not there, and leads on from those that came over whole. */
export async function joinCluster(
  tx: Tx,
  cluster: ClusterId,
  { stories, ended }: { readonly stories: readonly StoryId[]; readonly ended: readonly string[] },
  at: Date,
): Promise<void> {
  await sql`insert into clusters (id, made_at) values (${cluster}, ${at}) on conflict do nothing`.execute(tx)
  await sql`
    insert into clustered (story_id, cluster_id, joined_at) select unnest(${stories}::uuid[]), ${cluster}, ${at}
    on conflict (story_id) do update set cluster_id = excluded.cluster_id, joined_at = excluded.joined_at`.execute(tx)
  if (ended.length === 0) return
  await tx
    .updateTable('clusters')
    .set({ cameInto: cluster })
    .where(({ or, eb }) => or([eb('id', 'in', ended), eb('cameInto', 'in', ended)]))
    .execute()
}

/** Takes stories out of whichever cluster they stand in. */
export async function leaveCluster(tx: Tx, stories: readonly StoryId[]): Promise<void> {
  await tx.deleteFrom('clustered').where('storyId', 'in', stories).execute()
}

/** Whoever changes clusters by hand waits for the machine, and it for them. */
export async function lockClusters(tx: Tx): Promise<void> {
  await sql`select from cluster_progress for update`.execute(tx)
}

/** Answers how many went. */
export async function deletePrints(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('fingerprints').where('madeAt', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}

function keysOf({ text, addressKey }: Print): string {
  const keys = [...(text?.keys ?? []), ...(addressKey === undefined ? [] : [addressKey])]
  return `{${keys.join()}}`
}

function pack(hashes: Uint32Array | undefined): Buffer {
  const bytes = Buffer.alloc((hashes?.length ?? 0) * 4)
  hashes?.forEach((hash, at) => {
    bytes.writeUInt32BE(hash, at * 4)
  })
  return bytes
}

function unpack(bytes: Buffer): Uint32Array {
  const kept = new Uint32Array(bytes.length / 4)
  for (let at = 0; at < kept.length; at += 1) kept[at] = bytes.readUInt32BE(at * 4)
  return kept
}

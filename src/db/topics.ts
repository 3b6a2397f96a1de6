/** Topics, and which stories that readers may see have them: names and counts, no texts. */
import { sql } from 'kysely'
import type { Topic as WordedTopic } from '../core/story/topics.ts'
import type { Db, Tx } from './connection.ts'

export type Topic = { readonly slug: string; readonly name: string }
export type NamedTopic = Topic & { readonly qcode: string | null }

/** All that the network names, with the code of the IPTC Media Topic each stands for. */
export async function listTopics(db: Db): Promise<NamedTopic[]> {
  return await db.selectFrom('topics').select(['slug', 'name', 'qcode']).orderBy('name').orderBy('slug').execute()
}

/** As its list tells them: one story, however many versions of it. */
export async function countByTopic(db: Db): Promise<(Topic & { readonly stories: number })[]> {
  const { rows } = await sql<Topic & { stories: number }>`
    with repeated as (
      select topic, sum(versions - 1)::int as versions from (
        select s.topic, count(*) as versions
        from clustered c join story_topics s on s.story_id = c.story_id
          join publications p on p.story_id = c.story_id and p.shows <> 'nothing'
        group by s.topic, c.cluster_id) each
      group by topic)
    select t.slug, t.name, count(*)::int - coalesce((select r.versions from repeated r where r.topic = t.slug), 0) as stories
    from topics t join story_topics s on s.topic = t.slug
      join publications p on p.story_id = s.story_id and p.shows <> 'nothing'
    group by t.slug`.execute(db)
  return rows
}

export async function findTopic(db: Db, slug: string): Promise<Topic | undefined> {
  return await db.selectFrom('topics').select(['slug', 'name']).where('slug', '=', slug).executeTakeFirst()
}

/** Those of these slugs that there are, by name. */
export async function listTopicsNamed(db: Db, slugs: readonly string[]): Promise<Topic[]> {
  if (slugs.length === 0) return []
  return await db.selectFrom('topics').select(['slug', 'name']).where('slug', 'in', slugs).orderBy('name').execute()
}

/** The topics that a network made itself, with the words that lead to them. */
export async function listOwnTopics(db: Db): Promise<WordedTopic[]> {
  return await db
    .selectFrom('topics')
    .select(['slug', 'name', 'qcode', 'words'])
    .where('qcode', 'is', null)
    .orderBy('name')
    .execute()
}

/** How many stories are found by each topic, the most first. */
export async function countTopics(
  db: Db,
): Promise<{ slug: string; name: string; qcode: string | null; words: string[]; stories: number }[]> {
  const rows = await db
    .selectFrom('topics as t')
    .leftJoin('storyTopics as s', 's.topic', 't.slug')
    .select(['t.slug', 't.name', 't.qcode', 't.words', (e) => e.fn.count<string>('s.storyId').as('stories')])
    .groupBy('t.slug')
    .orderBy('stories', 'desc')
    .orderBy('t.name')
    .execute()
  return rows.map((row) => ({ ...row, stories: Number(row.stories) }))
}

/** Adds topics of the network's own, or gives those it has new names and words. */
export async function keepOwnTopics(tx: Tx, topics: readonly WordedTopic[]): Promise<void> {
  if (topics.length === 0) return
  await tx
    .insertInto('topics')
    .values(topics.map(({ slug, name, words }) => ({ slug, name, qcode: null, words: [...words] })))
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet((e) => ({ name: e.ref('excluded.name'), words: e.ref('excluded.words') })),
    )
    .execute()
}

/** Makes sure that topics the program knows are there, before stories are found by them. */
export async function keepTopics(tx: Tx, topics: readonly NamedTopic[]): Promise<void> {
  const known = new Map(topics.map(({ slug, name, qcode }) => [slug, { slug, name, qcode }]))
  if (known.size === 0) return
  // In the order of their slugs, so that two writers who need the same new topics do not wait for each other in a ring.
  const rows = [...known.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1))
  await tx
    .insertInto('topics')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Those of these topics that a story has. */
export async function listUsedTopics(db: Db, slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return []
  const rows = await db.selectFrom('storyTopics').select('topic').distinct().where('topic', 'in', slugs).execute()
  return rows.map(({ topic }) => topic)
}

/** Topics no story has. */
export async function deleteTopics(tx: Tx, slugs: readonly string[]): Promise<void> {
  if (slugs.length > 0) await tx.deleteFrom('topics').where('slug', 'in', slugs).execute()
}

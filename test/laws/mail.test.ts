/**
 * Nobody's mail address stands where others see it: not on a page for readers, in a feed or a file, not in what a program
 * is answered, not in the log, and in no row that can be read. The world has people of every kind in it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { updateNetwork } from '../../src/db/network.ts'
import { newId } from '../../src/db/new-id.ts'
import { type Route, routes } from '../../src/routes.ts'
import { beginDraft, decide, fill, peopleOf, type Session, sentDraft } from '../support/desk.ts'
import { newsroom, type World } from '../support/newsroom.ts'

/** Stands in every address of this world and nowhere else, so that not even a part of one is overlooked. */
const secret = /secret/i

test('no account’s mail address is on a page, in a feed, in an answer, in the log, or readable in a row', async () => {
  await using world = await newsroom()
  const { accounts, sessions } = await peopled(world)
  const statuses = new Map<number, number>()
  for (const path of publicAddresses()) {
    const answer = await world.get(path)
    const text = (await answer.text()) + JSON.stringify([...answer.headers])
    assert.doesNotMatch(text, secret, `${path} tells an address`)
    for (const id of accounts) assert.ok(!text.includes(id), `${path} tells the number of an account`)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  }
  assert.ok((statuses.get(200) ?? 0) > 40 && statuses.has(410), JSON.stringify([...statuses]))
  // Staff and people of one member know each other by name.
  for (const [path, session] of sessions) {
    const answer = await world.get(path, session)
    assert.equal(answer.status, 200, path)
    assert.doesNotMatch(await answer.text(), secret, `${path} tells somebody else’s address`)
  }

  await world.post('/sign-in', { mail: 'kim.secret@harbour.example', password: 'a wrong one' })
  await world.post('/sign-in/link', { address: 'kim.secret@harbour.example' })
  await world.post('/sign-in/link', { address: 'nobody.secret@harbour.example' })
  await world.work()
  assert.ok(
    (await world.letters()).some(({ to }) => secret.test(to)),
    'letters do go there',
  )
  assert.ok(world.logged.length > 0)
  assert.doesNotMatch(JSON.stringify(world.logged), secret, 'the log tells an address')
  for (const [table, rows] of await everyRow(world))
    assert.doesNotMatch(rows, secret, `${table} holds an address that can be read`)
})

/** Accounts, seats, an application, notices, settings; a release of a pseudonym, one withdrawn, one on its way with a supporter. */
async function peopled(world: World): Promise<{ accounts: string[]; sessions: (readonly [string, Session])[] }> {
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'es'] }))
  await world.topic('harbours', 'Harbours')
  const { editor, contributor, staff, author } = await peopleOf(world)
  const chief = await world.account({
    mail: 'chief.secret@wire.example',
    name: 'Ada Roe',
    rights: ['administrator', 'moderator'],
  })
  const boss = await world.signedIn(chief)
  const applicant = await world.account({ mail: 'new.secret@lantern.example', name: '' })
  const begunAt = world.clock()
  await world.db
    .insertInto('applications')
    .values({ id: newId(begunAt), accountId: applicant, begunAt, changedAt: begunAt, interface: 'en', name: 'Lantern' })
    .execute()
  await world.post('/notice', { reason: 'wrong', words: 'A date.', contact: 'reader.secret@example.org' })
  await world.post('/settings/staff', { mail: 'invited.secret@wire.example', rights: 'editor' }, boss)

  const out = await beginDraft(world, editor)
  await fill(world, editor, out, {
    words: { headline: 'Headlineword', body: 'Text.' },
    about: { genre: 'release', signed: 'pseudonym', byline: 'Ama L.', topics: 'harbours', places: 'KE' },
  })
  await world.post(`${out}/check`, { do: 'send' }, editor)
  await decide(world, staff, out.split('/').at(-1) ?? '', { do: 'publish', words: 'Thank you.' })
  const gone = await sentDraft(world, editor, { headline: 'Gone' })
  await decide(world, staff, gone.id, { do: 'publish' })
  const { storyId } = await world.db
    .selectFrom('drafts')
    .select('storyId')
    .where('id', '=', gone.id)
    .executeTakeFirstOrThrow()
  await world.post(`/desk/harbour-times/releases/${storyId}/withdraw`, { why: 'It names somebody.' }, editor)
  const waiting = await sentDraft(world, editor, { headline: 'Waiting' })
  const open = await beginDraft(world, contributor)
  await fill(world, contributor, open, { words: { headline: 'Open', body: 'Text.' } })
  const asked = { name: 'Union', url: '', mail: 'office.secret@union.example', language: 'en' }
  await world.post(`${open}/supporters`, asked, contributor)
  await world.work()
  return {
    accounts: [author, chief, applicant],
    sessions: [
      ...['words', 'supporters', 'check'].map((part) => [`${open}/${part}`, editor] as const),
      ...['/desk', `/desk/harbour-times/releases/${storyId}`].map((path) => [path, contributor] as const),
      ...['/desk/incoming', `/desk/incoming/${waiting.id}`, `/desk/incoming/${gone.id}`].map(
        (path) => [path, staff] as const,
      ),
      ...['/settings/log', '/settings/history', '/settings/sources', '/moderation'].map(
        (path) => [path, boss] as const,
      ),
    ],
  }
}

/** Every address that asks for no account, filled in for this world. */
function publicAddresses(): string[] {
  const names: Readonly<Record<string, string>> = {
    year: '2026',
    month: '11',
    day: '24',
    country: 'ke',
    tag: 'en',
    part: '1',
    number: '0000-0000-0000',
    file: 'headlineword.json',
    id: '01a0b0c0-0000-7000-8000-000000000000',
    hash: 'f'.repeat(64),
    slug: 'harbour-times',
  }
  const slugs: Readonly<Record<string, string>> = { story: 'headlineword', topic: 'harbours', topicFeed: 'harbours' }
  const all = Object.entries<Route>(routes).filter(([, { guard, method }]) => guard === 'anyone' && method === 'GET')
  const addresses = all.flatMap(([name, { pattern, speaks }]) =>
    (pattern.includes(':feed') ? ['feed', 'feed.atom', 'feed.json', 'feed.ninjs'] : ['']).flatMap((feed) => {
      const path = pattern.replace(/:(\w+)(\{[^/]*\})?/g, (_all, hole: string) => {
        if (name === 'sitemapMonth' && hole === 'month') return '2026-11'
        return hole === 'feed' ? feed : hole === 'slug' ? (slugs[name] ?? 'harbour-times') : (names[hole] ?? 'x')
      })
      return speaks ? [path, `${path}?text`, `/es${path}`.replace(/\/$/, '')] : [path]
    }),
  )
  const files = ['json', 'md', 'txt'].map((format) => `/2026/11/24/headlineword.${format}`)
  return [...addresses, ...files, '/2026/11/24/gone', '/nowhere']
}

async function everyRow({ db }: World): Promise<[string, string][]> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db)
  const read = async (name: string): Promise<[string, string]> => {
    const { rows } = await sql<{ words: string }>`select t::text as words from ${sql.raw(name)} t`.execute(db)
    return [name, rows.map(({ words }) => words).join('\n')]
  }
  return await Promise.all(tables.rows.map(({ name }) => read(name)))
}

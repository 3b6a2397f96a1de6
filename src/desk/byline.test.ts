import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginDraft, decide, fill, peopleOf } from '../../test/support/desk.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'

type People = Awaited<ReturnType<typeof peopleOf>>

/** Publishes a release signed so, and answers its author's number. */
async function signed(
  world: World,
  { editor, staff }: People,
  headline: string,
  how: Record<string, string>,
  slug?: string,
) {
  const path = await beginDraft(world, editor, 'release', slug)
  await fill(world, editor, path, { words: { headline, body: 'Text.' }, about: { genre: 'release', ...how } })
  await world.post(`${path}/check`, { do: 'send' }, editor)
  const decided = await decide(world, staff, path.split('/').at(-1) ?? '', { do: 'publish' })
  assert.equal(decided.status, 303)
  const row = await world.db
    .selectFrom('versions')
    .select('authorId')
    .where('headline', '=', headline)
    .executeTakeFirstOrThrow()
  return row.authorId
}

test('under a name somebody is one person in a member’s stories; under another name somebody else in each', async () => {
  await using world = await newsroom()
  const people = await peopleOf(world)
  const lantern = await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  await world.seat(people.author, lantern.id)
  const named = { signed: 'name', byline: 'Kim O.' }
  const hidden = { signed: 'pseudonym', byline: 'Ama L.' }
  const first = await signed(world, people, 'One', named)
  const numbers = [
    first,
    await signed(world, people, 'Three', hidden),
    await signed(world, people, 'Four', hidden),
    await signed(world, people, 'Five', named, 'lantern'),
  ]
  assert.equal(await signed(world, people, 'Two', named), first)
  assert.equal(new Set(numbers).size, 4)
  for (const number of numbers)
    assert.match(number ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(await signed(world, people, 'Six', { signed: 'member' }), null)

  const page = await (await world.get('/2026/11/24/three')).text()
  assert.match(page, new RegExp(`"author":\\{"@type":"Person","@id":"urn:uuid:${numbers[1]}","name":"Ama L."`))
  assert.match(await (await world.get('/feed.atom')).text(), new RegExp(`<uri>urn:uuid:${numbers[1]}</uri>`))
  assert.match(await (await world.get('/feed.json')).text(), new RegExp(`"_uri":\\s*"urn:uuid:${numbers[1]}"`))
  assert.match(await (await world.get('/2026/11/24/three.json')).text(), new RegExp(`urn:uuid:${numbers[1]}`))
})

test('a correction keeps its author’s number, unless it is signed otherwise', async () => {
  await using world = await newsroom()
  const people = await peopleOf(world)
  const { editor, staff } = people
  const number = await signed(world, people, 'One', { signed: 'pseudonym', byline: 'Ama L.' })
  const { id } = await world.db.selectFrom('stories').select('id').executeTakeFirstOrThrow()
  const corrected = async (about: Record<string, string> | undefined, body: string) => {
    const begun = await world.post(`/desk/harbour-times/releases/${id}/correct`, { kind: 'update' }, editor)
    const path = (begun.headers.get('location') ?? '').replace(/\/words$/, '')
    await fill(world, editor, path, {
      words: { headline: 'One', body, note: 'New.' },
      ...(about ? { about: { genre: 'release', ...about } } : {}),
    })
    await world.post(`${path}/check`, { do: 'send' }, editor)
    assert.equal((await decide(world, staff, path.split('/').at(-1) ?? '', { do: 'publish' })).status, 303)
    return (
      await world.db.selectFrom('versions').select('authorId').orderBy('number', 'desc').executeTakeFirstOrThrow()
    ).authorId
  }
  assert.equal(await corrected(undefined, 'Other text.'), number)
  assert.equal(await corrected({ signed: 'member' }, 'Third text.'), null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginDraft, decide, fill, peopleOf, type Session } from '../../test/support/desk.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'

const asked = {
  name: 'Open Square Union',
  url: 'open-square.example',
  mail: 'office@open-square.example',
  language: 'en',
}

async function drafted(world: World, editor: Session): Promise<{ path: string; id: string }> {
  const path = await beginDraft(world, editor)
  await fill(world, editor, path, { words: { headline: 'The square is open', body: 'It **is** open.' } })
  return { path, id: path.split('/').at(-1) ?? '' }
}

/** The address in the newest letter to somebody. */
async function linkTo(world: World, mail: string): Promise<string> {
  await world.work()
  const letter = (await world.letters()).filter(({ to }) => to === mail).at(-1)
  return new URL(letter?.links[0] ?? '').pathname + new URL(letter?.links[0] ?? '').search
}

async function answer(world: World, link: string, given: 'confirmed' | 'declined'): Promise<Response> {
  const page = await (await world.get(link)).text()
  const digest = /name="digest" value="(\w+)"/.exec(page)?.[1] ?? ''
  const key = new URLSearchParams(link.split('?')[1]).get('key') ?? ''
  return await world.post('/supporting', { key, digest, answer: given })
}

test('supporters are asked by letter, without an account, and named only once they have said yes', async () => {
  await using world = await newsroom()
  const { editor, staff } = await peopleOf(world)
  const { path, id } = await drafted(world, editor)
  assert.equal((await world.post(`${path}/supporters`, asked, editor)).status, 303)
  const second = { ...asked, name: 'House of Voices', mail: 'desk@voices.example' }
  await world.post(`${path}/supporters`, second, editor)

  const link = await linkTo(world, asked.mail)
  const page = await (await world.get(link)).text()
  assert.match(page, /Does <bdi>Open Square Union<\/bdi> support this text\?[\s\S]*It <strong>is<\/strong> open/)
  const said = await answer(world, link, 'confirmed')
  assert.equal(said.headers.get('location'), '/supporting?done=confirmed')
  assert.equal((await world.get(link)).status, 404, 'a link answers once')
  assert.equal((await answer(world, link, 'declined')).status, 404)

  const rows = await world.db.selectFrom('draftSupporters').select(['mail', 'name']).execute()
  assert.ok(
    rows.every(({ mail }) => mail && !/open-square|voices/.test(mail.toString('latin1'))),
    'addresses are encrypted',
  )
  await world.post(`${path}/check`, { do: 'send' }, editor)
  assert.match(
    await (await world.get(`/desk/incoming/${id}`, staff)).text(),
    /have not said yes to this text:[\s\S]*House of Voices/,
  )
  await decide(world, staff, id, { do: 'publish' })
  const story = await (await world.get('/2026/11/24/the-square-is-open')).text()
  assert.match(story, /Open Square Union/)
  assert.doesNotMatch(story, /House of Voices/)

  // Who says yes when it is out already is named by an update, in words.
  const late = await linkTo(world, second.mail)
  assert.match(await (await world.get(late)).text(), /has published it/)
  assert.equal((await answer(world, late, 'confirmed')).status, 303)
  const updated = await (await world.get('/2026/11/24/the-square-is-open')).text()
  assert.match(updated, /House of Voices supports this, too\./)
  assert.match(updated, /<bdi>House of Voices<\/bdi>/)
  const events = await world.db.selectFrom('events').select('kind').orderBy('seq').execute()
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['published', 'updated'],
  )
})

test('who said yes to another text is asked again, and not named by the old answer', async () => {
  await using world = await newsroom()
  const { editor, staff } = await peopleOf(world)
  const { path, id } = await drafted(world, editor)
  await world.post(`${path}/supporters`, asked, editor)
  const first = await linkTo(world, asked.mail)
  await answer(world, first, 'confirmed')
  await fill(world, editor, path, { words: { headline: 'The square is shut', body: 'It is shut.' } })
  assert.match(await (await world.get(`${path}/supporters`, editor)).text(), /said yes to an earlier text/)
  await world.post(`${path}/check`, { do: 'send' }, editor)
  const again = await linkTo(world, asked.mail)
  assert.notEqual(again, first)
  await decide(world, staff, id, { do: 'publish' })
  assert.doesNotMatch(await (await world.get('/2026/11/24/the-square-is-shut')).text(), /Open Square Union/)
})

test('an answer to a text that changed while it was read is no answer', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const { path } = await drafted(world, editor)
  await world.post(`${path}/supporters`, asked, editor)
  const link = await linkTo(world, asked.mail)
  const key = new URLSearchParams(link.split('?')[1]).get('key') ?? ''
  const digest = /name="digest" value="(\w+)"/.exec(await (await world.get(link)).text())?.[1] ?? ''
  await fill(world, editor, path, { words: { headline: 'The square is shut', body: 'It is shut.' } })
  const late = await world.post('/supporting', { key, digest, answer: 'confirmed' })
  assert.equal(late.status, 409)
  assert.match(await late.text(), /The text has changed[\s\S]*It is shut\./)
  const [row] = await world.db.selectFrom('draftSupporters').select('answer').execute()
  assert.equal(row?.answer, null)
})

test('nobody is written to twice a day, and what cannot be asked is told beside its field', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const { path } = await drafted(world, editor)
  await world.post(`${path}/supporters`, asked, editor)
  const twice = await world.post(`${path}/supporters`, { ...asked, name: 'OPEN square union' }, editor)
  assert.match(await twice.text(), /id="name-fault">This organisation stands in the list already/)
  const wrong = await world.post(
    `${path}/supporters`,
    { name: '<b>x</b>', url: 'javascript:alert(1)', mail: 'no', language: 'en' },
    editor,
  )
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /name-fault[\s\S]*url-fault[\s\S]*mail-fault/)
  const [row] = await world.db.selectFrom('draftSupporters').select('id').execute()
  assert.equal((await world.post(`${path}/supporters/${row?.id}`, { do: 'again' }, editor)).status, 429)
  world.clock.advance(25 * 60 * 60)
  assert.equal((await world.post(`${path}/supporters/${row?.id}`, { do: 'again' }, editor)).status, 303)
  assert.equal((await world.post(`${path}/supporters/${row?.id}`, { do: 'remove' }, editor)).status, 303)
  assert.equal((await world.db.selectFrom('draftSupporters').select('id').execute()).length, 0)
})

test('letters to outsiders are counted whatever is taken off again, and carry no more than a headline', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const path = await beginDraft(world, editor)
  await fill(world, editor, path, { words: { headline: 'Buy now! '.repeat(2_000), body: 'Now.' } })
  const statuses: number[] = []
  for (let n = 0; n < 62; n += 1) {
    const mail = `victim${n}@x.example`
    statuses.push((await world.post(`${path}/supporters`, { ...asked, name: `Number ${n}`, mail }, editor)).status)
    const row = await world.db.selectFrom('draftSupporters').select('id').executeTakeFirst()
    if (row) await world.post(`${path}/supporters/${row.id}`, { do: 'remove' }, editor)
  }
  assert.deepEqual([statuses.indexOf(429), statuses.filter((status) => status === 303).length], [60, 60])
  await world.work()
  const letters = await world.letters()
  assert.equal(letters.length, 60)
  assert.ok((letters[0]?.text.length ?? 0) < 3_000)
  world.clock.advance(86_401)
  assert.equal((await world.post(`${path}/supporters`, asked, editor)).status, 303)
})

test('who says no is not asked once more on that day; of two who ask again at once one does', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const { path } = await drafted(world, editor)
  await world.post(`${path}/supporters`, asked, editor)
  await answer(world, await linkTo(world, asked.mail), 'declined')
  const { id } = await world.db.selectFrom('draftSupporters').select('id').executeTakeFirstOrThrow()
  const again = async () => (await world.post(`${path}/supporters/${id}`, { do: 'again' }, editor)).status
  assert.equal(await again(), 429)
  world.clock.advance(86_401)
  assert.deepEqual((await Promise.all([again(), again()])).toSorted(), [303, 429])
})

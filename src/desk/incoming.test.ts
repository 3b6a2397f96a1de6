import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginDraft, decide, fill, peopleOf, sentDraft } from '../../test/support/desk.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { issue, releaseFile } from '../../test/support/releases.ts'

test('what is sent in is returned with words, sent again and published; its author hears of both', async () => {
  await using world = await newsroom()
  const { editor, staff } = await peopleOf(world)
  const { path, id } = await sentDraft(world, editor)
  assert.match(await (await world.get('/desk/incoming', staff)).text(), /The square is open/)

  const empty = await decide(world, staff, id, { do: 'return' })
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /id="words-fault">Say what would have to change/)
  const returned = await decide(world, staff, id, { do: 'return', words: 'Who <opened> it?' })
  assert.equal(returned.headers.get('location'), '/desk/incoming?done=returned')
  assert.match(await (await world.get(`${path}/check`, editor)).text(), /Who &lt;opened&gt; it\?/)

  world.clock.advance(60)
  await fill(world, editor, path, { words: { headline: 'The square is open', body: 'The city opened it.' } })
  assert.equal((await world.post(`${path}/check`, { do: 'send' }, editor)).status, 303)
  const published = await decide(world, staff, id, { do: 'publish' })
  assert.equal(published.headers.get('location'), '/desk/incoming?done=published')
  const story = await (await world.get('/2026/11/24/the-square-is-open')).text()
  assert.match(story, /The city opened it\./)
  assert.match(story, /Issued by/)

  await world.work()
  const letters = (await world.letters()).filter(({ to }) => to === 'kim.secret@harbour.example')
  assert.deepEqual(
    letters.map(({ subject }) => subject),
    ['Your text came back', 'Your text is out'],
  )
  assert.match(letters[0]?.text ?? '', /Who <opened> it\?/)
  const acts = await world.db.selectFrom('staffActs').select(['act', 'about', 'why']).orderBy('id').execute()
  assert.deepEqual(acts, [
    { act: 'return draft', about: 'harbour-times', why: 'Who <opened> it?' },
    { act: 'publish draft', about: 'harbour-times', why: '' },
  ])
  const [draft] = await world.db.selectFrom('drafts').select(['standing', 'fields', 'storyId']).execute()
  assert.deepEqual([draft?.standing, draft?.fields, draft?.storyId !== null], ['published', {}, true])
})

test('of two editors who decide one draft the first is right, and it is published once', async () => {
  await using world = await newsroom()
  const { editor, staff } = await peopleOf(world)
  const other = await world.signedIn(await world.account({ mail: 'two@wire.example', rights: ['editor'] }))
  const { id } = await sentDraft(world, editor)
  // Insisted on, so that its headline is no second guard.
  const form = { version: '2', words: '', do: 'publish', again: 'yes' }
  const answers = await Promise.all([staff, other].map((who) => world.post(`/desk/incoming/${id}`, form, who)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
  assert.equal((await world.db.selectFrom('stories').select('id').execute()).length, 1)
  const late = await world.post(`/desk/incoming/${id}`, { ...form, do: 'return', words: 'No.' }, other)
  assert.equal(late.status, 409)
  assert.match(await late.text(), /Something has changed since you opened this/)
})

test('an editor decides about the text that was read: one taken back and changed since is another', async () => {
  await using world = await newsroom()
  const { editor, staff } = await peopleOf(world)
  const { path, id } = await sentDraft(world, editor)
  const locked = await world.post(`${path}/words`, { headline: 'Another', body: 'Text.' }, editor)
  assert.equal(locked.status, 409, 'what editors have is not changed')
  await world.post(`${path}/check`, { do: 'back' }, editor)
  const open = await (await world.get(`/desk/incoming/${id}`, staff)).text()
  assert.match(open, /Its writers have taken it back/)
  assert.doesNotMatch(open, /It <strong>is/)
  await fill(world, editor, path, { words: { headline: 'The square is shut', body: 'It is shut.' } })
  await world.post(`${path}/check`, { do: 'send' }, editor)
  const stale = await world.post(`/desk/incoming/${id}`, { version: '2', words: '', do: 'publish' }, staff)
  assert.equal(stale.status, 409)
  assert.equal((await world.db.selectFrom('stories').select('id').execute()).length, 0)
})

test('a headline that was published before is published again only where that is said', async () => {
  await using world = await newsroom()
  const { editor, staff } = await peopleOf(world)
  await issue(world, releaseFile(['headline: The square is open'], 'Before.'), { member: 'harbour-times' })
  const { id } = await sentDraft(world, editor)
  const asked = await decide(world, staff, id, { do: 'publish' })
  assert.equal(asked.status, 422)
  assert.match(await asked.text(), /published a release with this headline[\s\S]*id="again-fault"/)
  assert.equal((await decide(world, staff, id, { do: 'publish', again: 'yes' })).status, 303)
})

test('a contributor writes, an editor of the member sends in, and nothing unfinished is sent', async () => {
  await using world = await newsroom()
  const { editor, contributor, staff } = await peopleOf(world)
  const draft = await beginDraft(world, contributor)
  await fill(world, contributor, draft, { words: { headline: 'The square is open', body: '' } })
  assert.equal((await world.post(`${draft}/check`, { do: 'send' }, contributor)).status, 403)
  const unfinished = await world.post(`${draft}/check`, { do: 'send' }, editor)
  assert.equal(unfinished.status, 422)
  assert.match(await unfinished.text(), /cannot be sent in yet[\s\S]*Write the text\./)
  const id = draft.split('/').at(-1)
  assert.equal((await world.get(`/desk/incoming/${id}`, staff)).status, 404, 'what was never sent is nobody’s to read')
})

test('nothing of a suspended member is published', async () => {
  await using world = await newsroom()
  const { editor, staff, member } = await peopleOf(world)
  const { path, id } = await sentDraft(world, editor)
  await world.suspend(member.id)
  assert.equal((await world.post(`${path}/check`, { do: 'back' }, editor)).status, 403)
  assert.match(await (await world.get('/desk', editor)).text(), /is suspended/)
  assert.equal((await decide(world, staff, id, { do: 'publish' })).status, 409)
  assert.equal((await decide(world, staff, id, { do: 'return', words: 'Later.' })).status, 303)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginDraft, fill, peopleOf } from '../../test/support/desk.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { newId } from '../db/new-id.ts'

test('a draft is begun, filled in part by part, and shown as readers would see it', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const draft = await beginDraft(world, editor)
  const said = await fill(world, editor, draft, {
    words: {
      headline: 'The square is open',
      standfirst: 'For all.',
      place: 'Port Amara',
      date: '2026-11-23',
      body: 'It **is** open.\n\n## Why',
    },
    about: {
      genre: 'statement',
      language: 'en',
      places: 'KE, Port Amara',
      signed: 'pseudonym',
      byline: 'Ama L.',
      licence: 'CC BY 4.0',
    },
    newsrooms: { contactName: 'Press desk', contactMail: 'press@harbour.example', notesToEditors: 'Come *early*.' },
  })
  assert.deepEqual(said, [303, 303, 303])
  const looked = await (await world.get(`${draft}/check`, editor)).text()
  assert.match(looked, /Everything that is needed is there/)
  assert.match(looked, /<h1 id="headline"[^>]*>The square is open<\/h1>/)
  assert.match(looked, /<span class="dateline"><bdi class="place">Port Amara<\/bdi>/)
  assert.match(looked, /It <strong>is<\/strong> open\.[\s\S]*<h2>Why<\/h2>/)
  assert.match(looked, /Ama L\.[\s\S]*press@harbour\.example/)
  assert.doesNotMatch(looked, /\/notice\?story=/, 'nobody can report what is not out')
})

test('what is amiss stands beside its field, and what was typed is kept', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const draft = await beginDraft(world, editor)
  const answer = await world.post(
    `${draft}/words`,
    {
      ...(await baseOf(world, draft, editor)),
      headline: 'A <b>bold</b> move',
      body: 'Fine.\n\nSee [us](/about).',
      date: '2027-01-01',
    },
    editor,
  )
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /3 things are not right yet/)
  assert.match(page, /id="headline-fault">There is HTML in it/)
  assert.match(page, /id="body-fault">Line 3: A link leads nowhere/)
  assert.match(page, /id="date-fault">This day has not come yet/)
  assert.match(page, />\nA &lt;b&gt;bold&lt;\/b&gt; move<\/textarea>/)
  assert.match(await (await world.get(`${draft}/words`, editor)).text(), />\nA &lt;b&gt;bold/)
  const contact = await world.post(
    `${draft}/newsrooms`,
    { ...(await baseOf(world, draft, editor, 'newsrooms')), contactName: 'Ann' },
    editor,
  )
  assert.match(await contact.text(), /id="contactMail-fault">Write a mail address/)
  const about = {
    ...(await baseOf(world, draft, editor, 'about')),
    genre: 'release',
    signed: 'member',
    licence: 'free',
  }
  const other = await world.post(`${draft}/about`, { ...about, translationOf: '/2013/09/02/nothing' }, editor)
  assert.match(await other.text(), /id="translationOf-fault">Give the address of a story of yours/)
})

test('of two who save one page at once neither loses a word', async () => {
  await using world = await newsroom()
  const { editor, contributor } = await peopleOf(world)
  const draft = await beginDraft(world, editor)
  const opened = await baseOf(world, draft, editor)
  const mine = { ...opened, headline: 'Mine', body: 'My text.' }
  const theirs = { ...opened, headline: 'Theirs', body: 'Their text.' }
  assert.equal((await world.post(`${draft}/words`, mine, contributor)).status, 303)
  const late = await world.post(`${draft}/words`, theirs, editor)
  assert.equal(late.status, 409)
  const page = await late.text()
  assert.match(page, />\nTheirs<\/textarea>[\s\S]*Their text\.[\s\S]*What they saved[\s\S]*Mine[\s\S]*My text\./)
  const [, base = ''] = /name="base" value="(\w+)"/.exec(page) ?? []
  assert.equal((await world.post(`${draft}/words`, { ...theirs, base }, editor)).status, 303)
  // Another page of the same draft is no conflict, and the same words twice are none.
  assert.equal((await world.post(`${draft}/words`, { ...theirs, base }, editor)).status, 303)
})

test('nobody but the member’s own people sees a draft, whatever its address says', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const draft = await beginDraft(world, editor)
  const other = await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  const kim = await world.account({ mail: 'ada@lantern.example' })
  await world.seat(kim, other.id)
  const neighbour = await world.signedIn(kim)
  const id = draft.split('/').at(-1)
  for (const part of ['words', 'about', 'newsrooms', 'pictures', 'supporters', 'check', 'drop']) {
    assert.equal((await world.get(`${draft}/${part}`, neighbour)).status, 403, part)
    assert.equal((await world.get(`/desk/lantern/drafts/${id}/${part}`, neighbour)).status, 404, part)
  }
  assert.equal((await world.post(`/desk/lantern/drafts/${id}/words`, { headline: 'Mine now' }, neighbour)).status, 404)
  assert.equal((await world.post(`/desk/lantern/drafts/${id}/drop`, {}, neighbour)).status, 404)
})

async function baseOf(world: Parameters<typeof beginDraft>[0], draft: string, who: { cookie: string }, part = 'words') {
  const page = await (await world.get(`${draft}/${part}`, who)).text()
  return { base: /name="base" value="(\w+)"/.exec(page)?.[1] ?? '' }
}

test('a member has two hundred drafts at most', async () => {
  await using world = await newsroom()
  const { contributor, member } = await peopleOf(world)
  const now = world.clock()
  const rows = Array.from({ length: 199 }, () => ({
    id: newId(now),
    memberId: member.id,
    begunAt: now,
    changedAt: now,
  }))
  await world.db.insertInto('drafts').values(rows).execute()
  const begin = async () => (await world.post(`/desk/${member.slug}/drafts`, {}, contributor)).status
  assert.deepEqual((await Promise.all([begin(), begin()])).toSorted(), [303, 409])
})

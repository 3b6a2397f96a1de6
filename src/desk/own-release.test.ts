import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide, fill, peopleOf, sentDraft } from '../../test/support/desk.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { issue, photograph, releaseFile } from '../../test/support/releases.ts'
import type { StoryId } from '../core/id.ts'
import { erase } from '../wire/recall.ts'

async function storyId(world: World): Promise<string> {
  const row = await world.db.selectFrom('stories').select('id').executeTakeFirstOrThrow()
  return row.id
}

test('a correction begins from what is out, goes to editors, and changes only what was changed', async () => {
  await using world = await newsroom()
  const { editor, staff } = await peopleOf(world)
  const square = await photograph()
  const { id, path } = await issue(
    world,
    releaseFile(
      [
        'headline: The square is open',
        'standfirst: For all.',
        'dateline: {place: Port Amara, date: 2026-11-20}',
        'topics: [human rights]',
        'keywords: [assembly]',
        'places: [KE, Port Amara]',
        'supporters: [Lantern Bearers]',
        'quotes: [{text: At last., speaker: Ama L.}]',
        'contact: [{name: Desk, email: desk@harbour.example}, {phone: +254 20 555}]',
        'boilerplate: We print.',
        'licence: CC BY 4.0',
        'usageTerms: Name us.',
        'urgency: 4',
        'slugline: square',
        'edNote: Call Ama.',
        'notesToEditors: Come *early*.',
        'pictures: [{file: a.jpg, alt: A square., credit: Ama, licence: credit}]',
      ],
      'It is **open** on [Monday](https://harbour.example/when).\n\n## Why\n\n* one\n* two',
    ),
    { member: 'harbour-times', pictures: { 'a.jpg': square } },
  )
  const before = await world.db.selectFrom('versions').selectAll().where('storyId', '=', id).executeTakeFirstOrThrow()
  const begun = await world.post(`/desk/harbour-times/releases/${id}/correct`, { kind: 'correction' }, editor)
  const draft = (begun.headers.get('location') ?? '').replace(/\/words$/, '')
  const page = await (await world.get(`${draft}/words`, editor)).text()
  assert.match(page, /It is \*\*open\*\* on \[Monday\]\(https:\/\/harbour\.example\/when\)\./)

  await fill(world, editor, draft, {
    words: {
      headline: 'The square is open',
      standfirst: 'For all.',
      place: 'Port Amara',
      date: '2026-11-20',
      body: 'It is **open** on [Tuesday](https://harbour.example/when).\n\n## Why\n\n* one\n* two',
      note: 'It is Tuesday, not Monday.',
    },
  })
  const looked = await (await world.get(`${draft}/check`, editor)).text()
  assert.match(looked, /Everything that is needed is there/)
  assert.equal((await world.post(`${draft}/check`, { do: 'send' }, editor)).status, 303)
  assert.equal((await decide(world, staff, draft.split('/').at(-1) ?? '', { do: 'publish' })).status, 303)

  const after = await world.db
    .selectFrom('versions')
    .selectAll()
    .where('storyId', '=', id)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const kept = ({ body: _b, excerpt: _e, digest: _d, number: _n, kind: _k, note: _o, ...rest }: typeof after) => rest
  assert.deepEqual(kept(after), kept(before))
  assert.deepEqual(
    [after.kind, after.note, after.body],
    ['correction', 'It is Tuesday, not Monday.', before.body.replace('Monday', 'Tuesday')],
  )
  const shown = await (await world.get(path)).text()
  assert.match(shown, /It is Tuesday, not Monday\./)
  assert.match(await (await world.get('/corrections')).text(), /The square is open/)
})

test('an editor’s note needs no text, and a change of nothing is told', async () => {
  await using world = await newsroom()
  const { editor, staff } = await peopleOf(world)
  const { path, id } = await issue(world, releaseFile(['headline: The square is open']), { member: 'harbour-times' })
  const begun = await world.post(`/desk/harbour-times/releases/${id}/correct`, { kind: 'note' }, editor)
  const draft = (begun.headers.get('location') ?? '').replace(/\/words$/, '')
  assert.doesNotMatch(await (await world.get(`${draft}/words`, editor)).text(), /name="body"/)
  assert.equal((await world.post(`${draft}/check`, { do: 'send' }, editor)).status, 422)
  await fill(world, editor, draft, { words: { note: 'We doubt all of it.' } })
  await world.post(`${draft}/check`, { do: 'send' }, editor)
  assert.equal((await decide(world, staff, draft.split('/').at(-1) ?? '', { do: 'publish' })).status, 303)
  assert.match(await (await world.get(path)).text(), /We doubt all of it\./)
})

test('a member withdraws what is theirs at once, with a reason, and what was on its way goes too', async () => {
  await using world = await newsroom()
  const { editor, contributor, staff } = await peopleOf(world)
  const { id } = await sentDraft(world, editor)
  await decide(world, staff, id, { do: 'publish' })
  const story = await storyId(world)
  const own = `/desk/harbour-times/releases/${story}`
  await world.post(`${own}/correct`, { kind: 'update' }, editor)
  assert.equal((await world.post(`${own}/withdraw`, { why: 'x' }, contributor)).status, 403)
  const asked = await world.post(`${own}/withdraw`, { why: ' ' }, editor)
  assert.match(await asked.text(), /id="why-fault">Say why/)
  assert.equal((await world.get('/2026/11/24/the-square-is-open')).status, 200)
  assert.equal((await world.post(`${own}/withdraw`, { why: 'It names somebody.' }, editor)).status, 303)
  assert.equal((await world.get('/2026/11/24/the-square-is-open')).status, 410)
  assert.equal((await world.post(`${own}/withdraw`, { why: 'Again.' }, editor)).status, 409)
  const open = await world.db.selectFrom('drafts').select('id').where('standing', '<>', 'published').execute()
  assert.deepEqual(open, [])
})

test('what is erased is erased in the corrections that were on their way, too', async () => {
  await using world = await newsroom()
  const { editor, staff } = await peopleOf(world)
  const { id } = await sentDraft(world, editor)
  await decide(world, staff, id, { do: 'publish' })
  const story = (await storyId(world)) as StoryId
  await world.post(`/desk/harbour-times/releases/${story}/correct`, { kind: 'update' }, editor)
  const context = await world.wire()
  await world.db.transaction().execute((tx) => erase(tx, context, story, 'It names somebody.'))
  assert.deepEqual(await world.db.selectFrom('drafts').select('id').execute(), [])
})

test('nobody corrects or withdraws what is another member’s, nor what a source brought', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const other = await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  const theirs = await issue(world, releaseFile(['headline: Theirs']), { member: other.slug })
  const brought = await world.story({ grant: { shows: 'full', pictures: 'none' } })
  for (const id of [theirs.id, brought]) {
    const own = `/desk/harbour-times/releases/${id}`
    assert.equal((await world.get(own, editor)).status, 404)
    assert.equal((await world.post(`${own}/correct`, { kind: 'update' }, editor)).status, 404)
    assert.equal((await world.post(`${own}/withdraw`, { why: 'x' }, editor)).status, 404)
  }
})

test('a picture of a draft is seen by its people and by editors it was sent to, and by readers once it is out', async () => {
  await using world = await newsroom()
  const { editor, contributor, staff } = await peopleOf(world)
  const stranger = await world.account({ mail: 'ada@lantern.example' })
  await world.seat(stranger, (await world.member({ name: 'Lantern', site: 'https://lantern.example' })).id)
  const begun = await world.post('/desk/harbour-times/drafts', { genre: 'release' }, editor)
  const draft = (begun.headers.get('location') ?? '').replace(/\/words$/, '')
  await fill(world, editor, draft, { words: { headline: 'The square is open', body: 'It is open.' } })
  const upload = async (form: Record<string, string>, bytes: Uint8Array) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(form)) body.set(name, value)
    body.set('file', new File([new Uint8Array(bytes)], 'a.jpg'))
    const request = new Request(`https://wire.example${draft}/pictures`, {
      method: 'POST',
      body,
      headers: { origin: 'https://wire.example', ...editor },
    })
    return await world.web.fetch(request)
  }
  const broken = await upload({ alt: 'x', licence: 'free' }, new TextEncoder().encode('<svg onload="alert(1)">no'))
  assert.match(await broken.text(), /id="file-fault">This is no picture we can read/)
  // The picture stays, where its words are not right yet.
  const bare = await upload({ alt: '', licence: 'free' }, await photograph())
  assert.equal(bare.status, 422)
  assert.match(await bare.text(), /id="alt-0-fault">Say what the picture shows/)
  const [row] = await world.db.selectFrom('draftPictures').select('hash').execute()
  const media = `/media/${row?.hash}`
  const words = { 'alt-0': 'A square.', 'credit-0': 'Ama', 'licence-0': 'credit', do: 'save' }
  assert.equal((await world.post(`${draft}/pictures/${row?.hash}`, words, editor)).status, 303)

  const seen = async (who: Record<string, string>) => (await world.get(media, who)).status
  const outsider = await world.signedIn(stranger)
  assert.deepEqual(
    [await seen(editor), await seen(contributor), await seen(staff), await seen(outsider), await seen({})],
    [200, 200, 404, 404, 404],
  )
  assert.equal((await world.get(media, editor)).headers.get('cache-control'), 'private, no-store')
  assert.equal(
    Buffer.from(await (await world.get(media, editor)).arrayBuffer()).includes('Somebody with a name'),
    false,
  )
  await world.post(`${draft}/check`, { do: 'send' }, editor)
  assert.deepEqual([await seen(staff), await seen(outsider), await seen({})], [200, 404, 404])
  await decide(world, staff, draft.split('/').at(-1) ?? '', { do: 'publish' })
  assert.deepEqual([await seen(outsider), await seen({})], [200, 200])
})

test('a draft that is thrown away takes its pictures with it', async () => {
  await using world = await newsroom()
  const { editor } = await peopleOf(world)
  const { path } = await sentDraft(world, editor)
  assert.equal((await world.post(`${path}/drop`, {}, editor)).status, 409, 'editors have it')
  await world.post(`${path}/check`, { do: 'back' }, editor)
  const body = new FormData()
  body.set('alt', 'A square.')
  body.set('file', new File([new Uint8Array(await photograph())], 'a.jpg'))
  await world.web.fetch(
    new Request(`https://wire.example${path}/pictures`, {
      method: 'POST',
      body,
      headers: { origin: 'https://wire.example', ...editor },
    }),
  )
  assert.equal((await world.db.selectFrom('media').select('hash').execute()).length, 1)
  assert.equal((await world.post(`${path}/drop`, {}, editor)).headers.get('location'), '/desk?done=dropped')
  assert.equal((await world.db.selectFrom('media').select('hash').execute()).length, 0)
  assert.ok((await world.work()).includes('remove-media'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { readNoticeNumber } from '../core/notice.ts'
import { updateNetwork } from '../db/network.ts'
import { findNotice } from '../db/notices.ts'
import { hold } from '../wire/recall.ts'
import { decideNotice } from './decide-notice.ts'
import { forgetNotices } from './forget-notices.ts'
import { readNotice } from './read-notice.ts'

const told = { reason: 'wrong', words: 'The judge was another.', contact: 'ada@example.org', address: '' }

test('whoever reports a problem gets a number, and what was written waits for staff alone', async () => {
  await using world = await newsroom()
  const { status, number, location } = await send(world, { ...told, address: 'the page about the archive' })
  assert.equal(status, 303)
  assert.equal(location, `/notice/${number}`)
  const notice = await found(world, number)
  assert.deepEqual(
    [notice.reason, notice.language, notice.storyId, notice.receivedAt],
    ['wrong', 'en', null, world.clock()],
  )
  assert.deepEqual(readNotice(notice, world.config.secret ?? ''), {
    words: told.words,
    contact: told.contact,
    address: 'the page about the archive',
  })
  const row = JSON.stringify(await world.db.selectFrom('notices').selectAll().execute(), (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
  assert.doesNotMatch(row, /judge|ada@|archive|127\.0\.0\.1/)
})

test('the receipt says that it came and by when; once decided, what was decided; and nobody keeps it', async () => {
  await using world = await newsroom()
  const { number, location } = await send(world, { ...told, reason: 'danger' })
  const receipt = await world.get(location)
  assert.equal(receipt.headers.get('cache-control'), 'private, no-store')
  const page = await receipt.text()
  assert.match(page, new RegExp(number))
  assert.match(page, /We aim to decide within 1 day/)
  assert.match(page, /noindex/)
  assert.doesNotMatch(page, /judge|ada@/)
  await decide(world, number, 'The name has been taken out.')
  const closed = await (await world.get(location)).text()
  assert.match(closed, /Your notice has been decided[\s\S]*The name has been taken out\./)
  assert.equal((await world.get('/notice/0000-0000-0000')).status, 404)
})

test('what cannot be taken comes back with what was typed and what is wrong, beside its field', async () => {
  await using world = await newsroom()
  const response = await world.post('/notice', { ...told, reason: '', words: '  ', contact: '<b>"ada"</b>' })
  assert.equal(response.status, 422)
  const page = await response.text()
  assert.match(page, /<fieldset class="field wrong" aria-describedby="reason-fault">/)
  assert.match(page, /id="words-fault">Write in a sentence what is the matter\./)
  assert.match(page, /<textarea id="words"[^>]* aria-describedby="words-hint words-fault" aria-invalid="true">/)
  assert.match(page, /value="&lt;b&gt;&quot;ada&quot;&lt;\/b&gt;"/)
  assert.match(page, /<a href="#reason-wrong">What is the matter\?<\/a>/)
  const long = await world.post('/notice', { ...told, words: `${'x'.repeat(10_000)}yz` })
  assert.match(
    await long.text(),
    /This is 2 characters too long\. Leave something out, or send two notices[\s\S]*x{100}yz<\/textarea>/,
  )
  const contact = await (await world.post('/notice', { ...told, contact: 'x'.repeat(1_000) })).text()
  assert.match(contact, /characters too long\./)
  assert.doesNotMatch(contact, /send two notices/)
  assert.equal(await count(world), 0)
})

test('opened from a story, the form names it, and so does the notice', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const story = await (await world.get('/2026/11/24/court-lets-a-community-archive-keep-its-name')).text()
  const [, link = ''] = /<a href="(\/notice\?story=[^"]+)">/.exec(story) ?? []
  const form = await (await world.get(link)).text()
  assert.match(form, /This is about[\s\S]*keep its name/)
  // Publisher and place are one isolate: on a page that runs from right to left their order stays theirs.
  assert.match(form, /<p class="small"><bdi><bdi>[^<]+<\/bdi>(?:, <bdi>[^<]+<\/bdi>)?<\/bdi><\/p>/)
  assert.doesNotMatch(form, /name="address"/)
  const { number } = await send(world, { ...told, story: id })
  assert.equal((await found(world, number)).storyId, id)
})

test('a story is known by the address somebody copied, in whatever language its page was', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const path = '2026/11/24/court-lets-a-community-archive-keep-its-name'
  for (const [address, storyId] of [
    [`https://wire.example/es/${path}?text`, id],
    [`/${path}`, id],
    [`https://elsewhere.example/${path}`, null],
    ['https://wire.example/2026/02/30/x', null],
    ['http://[', null],
  ] as const)
    assert.equal((await found(world, (await send(world, { ...told, address })).number)).storyId, storyId, address)
})

test('in words alone, too, how soon we decide stands apart from what it is about', async () => {
  await using world = await newsroom()
  const page = await (await world.get('/notice?text')).text()
  assert.match(page, /<li>It is mine <br><small>within 7 days<\/small><\/li>/)
})

test('of a story that is held the form says nothing', async () => {
  await using world = await newsroom()
  const id = await world.story()
  const context = await world.wire()
  await world.db.transaction().execute((tx) => hold(tx, context, id, 'a test'))
  const form = await world.get(`/notice?story=${id}`)
  assert.equal(form.status, 200)
  assert.equal(form.headers.get('cache-control'), 'no-store')
  assert.doesNotMatch(await form.text(), /keep its name/)
  assert.equal((await world.post('/notice', { ...told, story: id })).status, 303)
})

test('robots are told, and nothing is kept; a person who fell in sends once more', async () => {
  await using world = await newsroom()
  const response = await world.post('/notice', { ...told, website: 'https://spam.example' })
  assert.equal(response.status, 422)
  const page = await response.text()
  assert.match(page, /filled in, as robots do/)
  assert.match(page, /The judge was another\./)
  assert.doesNotMatch(page, /spam\.example/)
  assert.equal(await count(world), 0)
})

test('another site cannot send the form from a reader’s browser', async () => {
  await using world = await newsroom()
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
    const response = await world.post('/notice', told, headers)
    assert.equal(response.status, 403)
    assert.match(await response.text(), /Sent from elsewhere/)
  }
  assert.equal(await count(world), 0)
})

test('after ten in an hour from one address there is a wait, and nothing typed is lost', async () => {
  await using world = await newsroom()
  for (let i = 0; i < 10; i += 1) assert.equal((await world.post('/notice', told)).status, 303)
  const response = await world.post('/notice', told)
  assert.equal(response.status, 429)
  assert.equal(response.headers.get('retry-after'), '3600')
  assert.match(await response.text(), /after 13:00[\s\S]*The judge was another\./)
  world.clock.advance(3601)
  assert.equal((await world.post('/notice', told)).status, 303)
})

test('in Spanish the whole way is Spanish, and staff see in which language to answer', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'es'] }))
  assert.match(await (await world.get('/es/notice')).text(), /<form class="form" method="post" action="\/es\/notice">/)
  assert.match(await (await world.post('/es/notice', {})).text(), /hay 2\scosas por corregir/)
  const { number, location } = await send(world, told, '/es/notice')
  assert.equal(location, `/es/notice/${number}`)
  assert.match(await (await world.get(location)).text(), /Tenemos tu aviso/)
  assert.equal((await found(world, number)).language, 'es')
})

test('a notice is decided once, with a reason', async () => {
  await using world = await newsroom()
  const { number } = await send(world, told)
  await assert.rejects(decide(world, number, ' '), /Say what was decided/)
  await decide(world, number, 'Corrected.')
  await assert.rejects(decide(world, number, 'Again.'), /closed already: Corrected\./)
  await assert.rejects(decide(world, '0000-0000-0000', 'x'), /There is no notice 0000-0000-0000/)
})

test('how to reach its writer is forgotten 30 days after the decision, what was written after a year', async () => {
  await using world = await newsroom()
  const open = await send(world, told)
  const closed = await send(world, { ...told, address: '/x' })
  await decide(world, closed.number, 'Corrected.')
  const day = 86_400
  const known = async (number: string) => {
    const { words, contact, address } = await found(world, number)
    return [words !== null, address !== null, contact !== null]
  }
  world.clock.advance(29 * day)
  assert.equal(await forgetNotices(world.db, world.clock()), 0)
  world.clock.advance(2 * day)
  assert.equal(await forgetNotices(world.db, world.clock()), 1)
  assert.deepEqual(await known(closed.number), [true, true, false])
  world.clock.advance(335 * day)
  assert.equal(await forgetNotices(world.db, world.clock()), 1)
  assert.deepEqual(await known(closed.number), [false, false, false])
  assert.deepEqual(await known(open.number), [true, false, true])
  assert.equal(await forgetNotices(world.db, world.clock()), 0)
  assert.match(await (await world.get(closed.location)).text(), /Corrected\./)
})

async function send(world: World, form: Record<string, string>, path = '/notice') {
  const response = await world.post(path, form)
  const location = response.headers.get('location') ?? ''
  return { status: response.status, location, number: location.split('/').at(-1) ?? '' }
}

async function found(world: World, number: string) {
  const known = readNoticeNumber(number)
  const notice = known && (await findNotice(world.db, known))
  assert.ok(notice, `no notice ${number}`)
  return notice
}

async function decide(world: World, number: string, why: string): Promise<void> {
  const known = readNoticeNumber(number)
  assert.ok(known)
  const decision = { at: world.clock(), by: 'test', why }
  await world.db.transaction().execute((tx) => decideNotice(tx, known, decision))
}

async function count(world: World): Promise<number> {
  return (await world.db.selectFrom('notices').select('number').execute()).length
}

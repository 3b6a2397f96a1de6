import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'

async function noticed(world: World, reason: string, words: string): Promise<string> {
  const sent = await world.post('/notice', { reason, words, contact: 'ada@example.org' })
  return sent.headers.get('location')?.split('/').at(-1) ?? ''
}

test('notices stand before moderators, danger first, and are decided in words their writers read', async () => {
  await using world = await newsroom()
  const moderator = await world.signedIn(await world.account({ rights: ['moderator'] }))
  assert.match(await (await world.get('/moderation', moderator)).text(), /Nothing waits/)
  await noticed(world, 'wrong', 'A date is wrong.')
  const number = await noticed(world, 'danger', 'It names me.\n\nPlease <b>help</b>.')
  const list = await (await world.get('/moderation', moderator)).text()
  assert.ok(list.indexOf('It names me.') < list.indexOf('A date is wrong.'))
  assert.match(list, /class="hot"/)

  const path = `/moderation/notices/${number}`
  const shown = await (await world.get(path, moderator)).text()
  assert.match(shown, /<p>It names me\.<\/p><p>Please &lt;b&gt;help&lt;\/b&gt;\.<\/p>/)
  assert.match(shown, /ada@example\.org/)
  const empty = await world.post(path, { why: '  ' }, moderator)
  assert.equal(empty.status, 422)
  const long = await world.post(path, { why: 'x'.repeat(2_001) }, moderator)
  assert.match(await long.text(), /longer than 2,000 characters[\s\S]*x{2001}|x{2001}[\s\S]*longer than 2,000/)

  const decided = await world.post(path, { why: 'We have taken the name out.' }, moderator)
  assert.equal(decided.headers.get('location'), '/moderation?done=decided')
  assert.match(await (await world.get(`/notice/${number}`)).text(), /We have taken the name out\./)
  assert.doesNotMatch(await (await world.get('/moderation', moderator)).text(), /It names me/)
  assert.match(await (await world.get('/moderation/notices', moderator)).text(), /It names me/)
  const [act] = await world.db.selectFrom('staffActs').select(['act', 'about', 'actedBy']).execute()
  assert.deepEqual([act?.act, act?.about, act?.actedBy.startsWith('account ')], ['decide notice', number, true])
})

test('of two moderators who decide one notice the first is right, and the other is told', async () => {
  await using world = await newsroom()
  const first = await world.signedIn(await world.account({ rights: ['moderator'] }))
  const second = await world.signedIn(await world.account({ mail: 'sam@harbour.example', rights: ['moderator'] }))
  const path = `/moderation/notices/${await noticed(world, 'mine', 'That picture is mine.')}`
  await world.post(path, { why: 'It is gone.' }, first)
  const late = await world.post(path, { why: 'It may stay.' }, second)
  assert.equal(late.status, 409)
  assert.match(await late.text(), /Somebody else decided[\s\S]*It is gone\./)
  assert.equal((await world.db.selectFrom('staffActs').select('id').execute()).length, 1)
})

test('a number nobody gave is no notice, and nobody but moderators reads any', async () => {
  await using world = await newsroom()
  const moderator = await world.signedIn(await world.account({ rights: ['moderator'] }))
  const editor = await world.signedIn(
    await world.account({ mail: 'sam@harbour.example', rights: ['editor', 'administrator'] }),
  )
  const path = `/moderation/notices/${await noticed(world, 'other', 'A question.')}`
  assert.equal((await world.get('/moderation/notices/0000-0000-0000', moderator)).status, 404)
  assert.equal((await world.get(path, editor)).status, 403)
  assert.equal((await world.post(path, { why: 'No.' }, editor)).status, 403)
})

test('a notice may be about a member; its owner reads the decision, and not who gave it', async () => {
  await using world = await newsroom()
  const moderator = await world.signedIn(await world.account({ rights: ['moderator'] }))
  const member = await world.member()
  await world.seat(await world.account({ mail: 'lee@harbour.example' }), member.id)
  await world.seat(await world.account({ mail: 'max@harbour.example' }), member.id, 'editor')
  const page = await (await world.get(`/members/${member.slug}`)).text()
  const [, link = ''] = /<a href="(\/notice\?member=[^"]+)">/.exec(page) ?? []
  const form = await (await world.get(link)).text()
  assert.match(form, /name="member" value="harbour-times"[\s\S]*Harbour Times/)
  assert.doesNotMatch(form, /name="address"/)
  const words = { reason: 'wrong', words: 'They are no newspaper.', contact: 'ada@example.org', member: member.slug }
  const sent = await world.post('/notice', words)
  const path = `/moderation/notices/${sent.headers.get('location')?.split('/').at(-1)}`
  assert.match(
    await (await world.get(path, moderator)).text(),
    /\/moderation\/members\/harbour-times"><bdi>Harbour Times/,
  )
  assert.equal((await world.get(`/members/${member.slug}`)).status, 200, 'no notice hides anything by itself')
  await world.post(path, { why: 'They are one.' }, moderator)
  await world.work()
  const letters = await world.letters()
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['lee@harbour.example'],
  )
  assert.match(letters[0]?.text ?? '', /about Harbour Times[\s\S]*They are one\./)
  assert.doesNotMatch(letters[0]?.text ?? '', /ada@|no newspaper/)
  const idle = await world.get('/notice?member=nobody')
  assert.equal(idle.headers.get('cache-control'), 'no-store')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom } from '../../test/support/newsroom.ts'
import { findMember } from '../db/members.ts'
import { listActs } from '../db/rights.ts'

const form = {
  name: ' Harbour  Times',
  kind: 'newspaper',
  site: 'harbour.example',
  languages: 'en, es',
  url: 'harbour.example/news',
}

async function atWork() {
  const world = await newsroom()
  const account = await world.account({ rights: ['administrator'] })
  const who = await world.signedIn(account)
  return {
    world,
    account,
    send: (words: Record<string, string>) => world.post('/settings/members/add', words, who),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('an administrator adds a member and is led on to its source', async () => {
  await using work = await atWork()
  const { world, send, account } = work
  const answer = await send({ ...form, slug: 'evil', logo: 'f'.repeat(64), countryShown: 'true' })
  assert.deepEqual(
    [answer.status, answer.headers.get('location')],
    [303, '/settings/sources/add?member=harbour-times&url=harbour.example%2Fnews'],
  )
  const member = await findMember(world.db, 'harbour-times')
  assert.deepEqual(
    [member?.name, member?.kind, member?.siteUrl, member?.languages, member?.country, member?.logo],
    ['Harbour Times', 'newspaper', 'https://harbour.example/', ['en', 'es'], null, null],
  )
  const [act] = await listActs(world.db, 1)
  assert.deepEqual([act?.act, act?.about, act?.actedBy], ['add member', 'harbour-times', `account ${account}`])
  assert.equal(await findMember(world.db, 'evil'), undefined)
})

test('what cannot be used is said beside its field, and what was typed stays', async () => {
  await using work = await atWork()
  const { world, send } = work
  for (const [change, words] of [
    [{ name: '' }, /Give the name it goes by/],
    [{ name: 'x'.repeat(121) }, /at most 120 characters/],
    [{ kind: 'empire' }, /Choose what kind/],
    [{ site: 'nonsense' }, /Give the address of its site/],
    [{ site: 'https://kim:secret@harbour.example' }, /Give the address of its site/],
    [{ languages: 'english' }, /Write languages as tags/],
    [{ country: 'Kenya' }, /Give the two letters/],
  ] as const) {
    const answer = await send({ ...form, ...change })
    assert.equal(answer.status, 422)
    const text = await answer.text()
    assert.match(text, words)
    assert.match(text, /aria-invalid="true"/)
  }
  assert.equal((await send({ ...form, country: 'ke' })).status, 303)
  const again = await send(form)
  assert.equal(again.status, 422)
  assert.match(await again.text(), /a member of this name already/)
  assert.equal((await world.db.selectFrom('members').selectAll().execute()).length, 1)
  assert.equal((await listActs(world.db, 9)).length, 1)
})

test('who is suspended is told on every page of the member where to read why, and offered no form that would be refused', async () => {
  await using world = await newsroom()
  const { id, slug } = await world.member()
  const kim = await world.account()
  await world.seat(kim, id)
  const me = await world.signedIn(kim)
  await world.suspend(id)
  // One may always go.
  const forms = {
    people: [`/account/members/${slug}/people/leave`],
    leave: [`/account/members/${slug}/leave`],
  }
  for (const place of ['profile', 'people', 'sources', 'proof', 'invitations', 'leave']) {
    const page = await (await world.get(`/account/members/${slug}/${place}`, me)).text()
    assert.match(page, /<p class="suspended">.*<a href="\/appeal">/, place)
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
    const sent = [...main.matchAll(/<form[^>]* action="([^"]+)"/g)].map(([, action]) => action)
    assert.deepEqual(sent, forms[place as keyof typeof forms] ?? [], place)
  }
  assert.doesNotMatch(await (await world.get('/appeal', me)).text(), /class="suspended"/)
})

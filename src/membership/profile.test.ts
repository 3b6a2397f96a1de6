import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { listActs } from '../db/rights.ts'

const page = '/account/members/harbour-times/profile'
const full = {
  name: 'Harbour Times',
  kind: 'magazine',
  site: 'https://harbour.example/',
  'names-0-language': 'Arabic',
  'names-0': 'مرآة الميناء',
  'abouts-0-language': 'English',
  'abouts-0': 'News of the harbour.',
  'abouts-1-language': 'es',
  'abouts-1': 'Noticias del puerto.',
  languages: 'English, pt-BR',
  topics: 'harbours',
  covers: 'Kenya, UG',
  country: 'Kenya',
  place: 'Kisumu',
  founded: '1998',
  audience: '800 copies',
  homes: 'https://social.example/@harbour On Mastodon\nharbour.example/video',
  'contacts-0-purpose': 'press',
  'contacts-0-visibility': 'public',
  'contacts-0': 'press@harbour.example',
  'contacts-1-purpose': 'syndication',
  'contacts-1-visibility': 'members',
  'contacts-1': 'desk@harbour.example',
  'contacts-2-purpose': 'advertising',
  'contacts-2-visibility': 'staff',
  'contacts-2': 'night@harbour.example',
}

async function atWork(role: 'owner' | 'editor' = 'owner') {
  const world = await newsroom()
  await world.topic('harbours', 'Harbours')
  const member = await world.member()
  const kim = await world.account()
  await world.seat(kim, member.id, role)
  const who = await world.signedIn(kim)
  return {
    world,
    member,
    kim,
    who,
    send: (more: Record<string, string>, at = page) => world.post(at, { ...full, ...more }, who),
    read: async (path: string, headers = who) => (await world.get(path, headers)).text(),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('an owner says what the page tells, and every reader sees as much as was chosen', async () => {
  await using work = await atWork()
  const { world, send } = work
  // What nobody asked for is nobody's.
  const answer = await send({ slug: 'evil', leftAt: '2020-01-01', logo: 'f'.repeat(64), verifiedAt: '2020-01-01' })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, `${page}?done=saved`])
  const english = await (await world.get('/members/harbour-times')).text()
  for (const words of [
    /مرآة الميناء/,
    /News of the harbour\./,
    /1998/,
    /800 copies/,
    /Kenya/,
    /press@harbour/,
    /On Mastodon/,
  ])
    assert.match(english, words)
  for (const hidden of [/desk@harbour/, /night@harbour/, /Kisumu/, /Noticias/, /verified<|✓/])
    assert.doesNotMatch(english, hidden)
  await world.db
    .updateTable('network')
    .set({ languages: ['en', 'es'] })
    .execute()
  assert.match(await (await world.get('/es/members/harbour-times')).text(), /Noticias del puerto/)
  const rows = await world.db.selectFrom('memberContacts').select(['words', 'sealed']).orderBy('position').execute()
  assert.deepEqual(
    rows.map(({ words }) => words),
    ['press@harbour.example', null, null],
  )
  assert.doesNotMatch(rows.map(({ sealed }) => sealed?.toString('latin1')).join(), /harbour\.example/)
  // The form has it all again, and saving it changes nothing.
  const form = await work.read(page)
  for (const words of ['English, pt-BR', 'Kenya, Uganda', 'Harbours', 'night@harbour.example', 'Kisumu'])
    assert.ok(form.includes(words), words)
})

test('contacts for members are seen by who sits with any member, and by nobody else', async () => {
  await using work = await atWork()
  const { world, send } = work
  await send({})
  const lantern = await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  const ada = await world.account({ mail: 'ada@lantern.example' })
  const stranger = await world.signedIn(ada)
  assert.equal((await world.get('/members/harbour-times/contacts', stranger)).status, 403)
  await world.seat(ada, lantern.id, 'contributor')
  const seen = await (await world.get('/members/harbour-times/contacts', stranger)).text()
  assert.match(seen, /desk@harbour\.example/)
  assert.doesNotMatch(seen, /night@harbour/)
})

test('a look beforehand saves nothing, and shows what would be shown', async () => {
  await using work = await atWork()
  const { world, send } = work
  const answer = await send({ do: 'preview', founded: '1999' })
  const text = await answer.text()
  assert.equal(answer.status, 200)
  assert.match(text, /Nothing is saved yet[\s\S]*1999/)
  assert.match(text, /value="1999"/)
  assert.doesNotMatch(await (await world.get('/members/harbour-times')).text(), /1999|magazine/i)
})

test('what cannot be used is said beside its field, and what was typed stays', async () => {
  await using work = await atWork()
  const { world, send } = work
  for (const [change, words] of [
    [{ name: ' ' }, /Give a name of at most 120/],
    [{ name: 'Harbour\u202eTimes' }, /Give a name of at most 120/],
    [{ kind: 'empire' }, /Choose what kind/],
    [{ site: 'javascript:alert(1)' }, /Give the address of the site/],
    [{ languages: 'English, Klingonish' }, /“Klingonish” is no language/],
    [{ covers: 'Kenya, Atlantis' }, /“Atlantis” is no country/],
    [{ topics: 'harbours, gossip' }, /no topic “gossip”/],
    [{ homes: 'javascript:alert(1)' }, /does not begin with an address/],
    [{ founded: '3000' }, /a year with four digits/],
    [{ 'abouts-0-language': '' }, /in which language/],
    [{ 'abouts-1-language': 'English' }, /a text in this language already/],
    [{ 'abouts-0': 'x'.repeat(2_001) }, /At most 2,000 characters/],
    [{ 'contacts-0-visibility': 'everybody' }, /Choose what it is for/],
  ] as const) {
    const answer = await send(change)
    const text = await answer.text()
    assert.equal(answer.status, 422, JSON.stringify(change))
    assert.match(text, words)
    assert.match(text, /night@harbour\.example/)
  }
  assert.deepEqual(await world.db.selectFrom('memberProfiles').selectAll().execute(), [])
})

test('a new name keeps the address, stands on record, and moderators are told', async () => {
  await using work = await atWork()
  const { world, send, kim } = work
  await world.account({ mail: 'mod@wire.example', rights: ['moderator'] })
  await send({ name: 'Harbour Mirror' })
  assert.match(await (await world.get('/members/harbour-times')).text(), /Harbour Mirror/)
  const [act] = await listActs(world.db, 1)
  assert.deepEqual(
    [act?.act, act?.about, act?.why, act?.actedBy],
    ['rename member', 'harbour-times', 'Harbour Times → Harbour Mirror, مرآة الميناء', `account ${kim}`],
  )
  await world.work()
  const [letter] = await world.letters()
  assert.equal(letter?.to, 'mod@wire.example')
  assert.match(letter?.text ?? '', /“Harbour Times” is now called “Harbour Mirror, مرآة الميناء”/)
})

test('another name beside its own is told to moderators as well: it is read as the member’s', async () => {
  await using work = await atWork()
  const { world, send } = work
  await world.account({ mail: 'mod@wire.example', rights: ['moderator'] })
  await send({ 'names-0': 'World Broadcaster', 'names-0-language': 'English' })
  await send({ 'names-0': 'World Broadcaster', 'names-0-language': 'English', audience: '800' })
  await world.work()
  const letters = (await world.letters()).filter(({ to }) => to === 'mod@wire.example')
  assert.equal(letters.length, 1)
  assert.match(letters[0]?.text ?? '', /“Harbour Times” is now called “Harbour Times, World Broadcaster”/)
})

test('editors see how the page looks and change nothing', async () => {
  await using work = await atWork('editor')
  const { send, read } = work
  assert.equal((await send({})).status, 403)
  assert.doesNotMatch(await read(page), /<button name="do"/)
})

test('pictures are written anew, described, and what nobody shows any more is removed', async () => {
  await using work = await atWork()
  const { world } = work
  const first = await pictures(work, { logoAlt: 'Two arches', bannerAlt: 'The quay at dawn' }, ['logo', 'banner'])
  assert.equal(first.status, 303)
  const text = await (await world.get('/members/harbour-times')).text()
  assert.match(text, /alt="Two arches"/)
  const [, banner = ''] = /class="banner" src="\/media\/([0-9a-f]{64})" alt="The quay at dawn"/.exec(text) ?? []
  const kept = await world.get(`/media/${banner}`)
  assert.equal(kept.headers.get('content-type'), 'image/webp')
  assert.equal((await sharp(Buffer.from(await kept.arrayBuffer())).metadata()).exif, undefined)
  assert.equal((await pictures(work, { logoAlt: 'Two arches', noBanner: 'yes' }, [])).status, 303)
  assert.ok((await world.work()).includes('remove-media'))
  assert.equal((await world.get(`/media/${banner}`)).status, 404)
})

test('a picture that is none, and words that tell nothing, are refused beside their field', async () => {
  await using work = await atWork()
  const { world } = work
  for (const [said, files, words] of [
    [{ logoAlt: 'Logo' }, [], /tells them nothing yet/],
    [{ logoAlt: '' }, ['text'], /could not be read as a picture/],
    [{ logoAlt: '', bannerAlt: '' }, ['banner'], /Say in a few words what the banner shows/],
  ] as const) {
    const answer = await pictures(work, said, files)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), words)
  }
  assert.deepEqual(await world.db.selectFrom('media').selectAll().execute(), [])
})

test('pictures without end are not looked at', async () => {
  await using work = await atWork()
  for (let n = 0; n < 60; n += 1) assert.equal((await pictures(work, { logoAlt: '' }, ['text'])).status, 422)
  assert.equal((await pictures(work, { logoAlt: '' }, ['text'])).status, 429)
  assert.equal((await pictures(work, { logoAlt: 'Two arches' }, [])).status, 303, 'words are')
})

test('the way to one’s profile leads to the only member, or lists them', async () => {
  await using work = await atWork()
  const { world, kim, who } = work
  const one = await world.get('/account/profile', who)
  assert.deepEqual([one.status, one.headers.get('location')], [303, page])
  const lantern = await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  await world.seat(kim, lantern.id, 'editor')
  assert.match(await work.read('/account/profile'), /Harbour Times[\s\S]*owner[\s\S]*Lantern[\s\S]*editor/)
})

async function pictures(
  { world, who }: { world: World; who: { cookie: string } },
  said: Record<string, string>,
  files: readonly ('logo' | 'banner' | 'text')[],
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(said)) body.set(name, value)
  for (const [i, file] of files.entries()) {
    const bytes =
      file === 'text'
        ? Buffer.from('no picture')
        : await sharp({ create: { width: 60, height: 40, channels: 3, background: { r: 9, g: 40 * i, b: 90 } } })
            .withExif({ IFD0: { Copyright: 'Kim Osei' } })
            .jpeg()
            .toBuffer()
    body.set(file === 'text' ? 'logo' : file, new File([new Uint8Array(bytes)], 'x.jpg'))
  }
  const headers = { origin: world.config.url, ...who }
  return await world.web.fetch(
    new Request('http://wire.example/account/members/harbour-times/pictures', { method: 'POST', body, headers }),
  )
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { AccountId, Id } from '../core/id.ts'
import { findApplication, findOwnApplication, listAnswers, setStanding } from '../db/applications.ts'
import { newId } from '../db/new-id.ts'
import { readAnswer, readContact } from '../host/application-words.ts'
import { createMediaStore } from '../net/media-store.ts'

const who = { kind: 'magazine', name: ' Revista  Arcoíris ', languages: 'Spanish, english', country: 'EC', do: 'next' }

async function applying(env: Record<string, string> = {}) {
  const world = await newsroom(env)
  const account = await world.account()
  const me = await world.signedIn(account)
  return {
    world,
    account,
    me,
    page: async (path = '') => (await world.get(`/join/application${path}`, me)).text(),
    send: (step: string, form: Record<string, string>) => world.post(`/join/application/${step}`, form, me),
    own: async () => {
      const own = await findOwnApplication(world.db, account)
      assert.ok(own)
      return own
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}
type Applying = Awaited<ReturnType<typeof applying>>

/** Sends the step of the mark with a file, as a browser does. */
async function sendMark(
  { world, me }: Pick<Applying, 'world' | 'me'>,
  picture: Uint8Array | undefined,
  fields: Record<string, string> = {},
  name = 'logo.png',
): Promise<Response> {
  const body = new FormData()
  for (const [field, value] of Object.entries({ mark: '', alt: 'A red square', credit: '', do: 'next', ...fields }))
    body.append(field, value)
  if (picture) body.append('picture', new File([Buffer.from(picture)], name))
  const headers = { origin: world.config.url, ...me }
  return await world.web.fetch(
    new Request('http://wire.example/join/application/mark', { method: 'POST', body, headers }),
  )
}

const square = (background: string) =>
  sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer()

/** Everything that is needed, but for sending it. */
async function fill(one: Applying): Promise<void> {
  await one.page()
  assert.equal((await one.send('who', who)).status, 303)
  assert.equal((await sendMark(one, undefined, { mark: 'arches', alt: '' })).status, 303)
  assert.equal((await one.send('site', { without: 'yes' })).status, 303)
  assert.equal((await one.send('shown', {})).status, 303)
  assert.equal((await one.send('words', { about: 'A magazine.', contact: 'Signal: arco.12' })).status, 303)
}

async function decide(world: World, id: Id<'application'>, kind: 'returned' | 'refused', words: string): Promise<void> {
  const at = world.clock()
  const decision = { id: newId(at), applicationId: id, kind, decidedAt: at, decidedBy: 'operator', why: 'x', words }
  await world.db.insertInto('decisions').values(decision).execute()
  await world.db.transaction().execute((tx) => setStanding(tx, id, kind, at))
}

test('whoever comes for the first time finds a draft begun, once, with what is missing and why', async () => {
  await using one = await applying()
  const { world, account, page } = one
  const [first] = await Promise.all([page(), page()])
  assert.match(first ?? '', /Not sent yet/)
  assert.match(first ?? '', /Missing: what you are, your name and your languages\./)
  assert.match(first ?? '', /so that people know you at a glance/)
  assert.equal((await world.db.selectFrom('applications').selectAll().execute()).length, 1)
  assert.match(await (await world.get('/about', one.me)).text(), /href="\/join\/application">Your application</)
  const other = await world.signedIn(await world.account({ mail: 'sam@harbour.example' }))
  assert.doesNotMatch(await (await world.get('/about', other)).text(), /Your application/)
  assert.equal((await findOwnApplication(world.db, account))?.standing, 'draft')
})

test('who sits with a member already says first that they want to apply for another', async () => {
  await using one = await applying()
  const { world, account, page } = one
  await world.seat(account, (await world.member()).id)
  assert.match(await page(), /Begin an application/)
  assert.equal(await findOwnApplication(world.db, account), undefined)
  assert.equal((await world.post('/join/application', {}, one.me)).status, 303)
  assert.match(await page(), /Not sent yet/)
})

test('each step keeps what it is told at once, and goes on to the next; back goes back and loses nothing', async () => {
  await using one = await applying()
  const { world, send, own, page } = one
  await page()
  const answer = await send('who', { ...who, standing: 'approved', member_id: 'x', path: 'invited' })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/join/application/mark'])
  const { name, kind, languages, country, countryShown, standing, path } = await own()
  assert.deepEqual(
    [name, kind, languages, country, countryShown, standing, path],
    ['Revista Arcoíris', 'magazine', ['es', 'en'], 'EC', false, 'draft', 'open'],
  )
  assert.match(await page('/mark'), /Revista Arcoíris<\/bdi> · Magazine/)
  const back = await send('site', { site: 'arcoiris.example', feed: 'arcoiris.example/feed', do: 'back' })
  assert.equal(back.headers.get('location'), '/join/application/mark')
  assert.equal((await own()).siteUrl, 'https://arcoiris.example/')
  world.clock.advance(60)
  assert.match(await page('/site'), /value="https:\/\/arcoiris\.example\/feed"[\s\S]*saved <time/)
})

test('what is wrong is said beside its field; what was typed stays, and what is right is kept', async () => {
  await using one = await applying()
  const { send, own, page } = one
  await page()
  for (const [step, form, words, stays] of [
    ['who', { ...who, kind: '' }, /Choose what comes closest/, 'Revista Arcoíris'],
    ['who', { ...who, languages: 'Spanish, Blorpish' }, /no language called “Blorpish”/, 'Spanish, Blorpish'],
    ['who', { ...who, name: 'x'.repeat(121) }, /at most 120 characters/, 'x'.repeat(121)],
    ['site', { site: 'nonsense', feed: '' }, /This is no address of a site/, 'nonsense'],
    ['site', { site: 'javascript:alert(1)', feed: '' }, /This is no address of a site/, 'javascript:alert(1)'],
    ['site', {}, /or say that you have none/, ''],
    ['shown', { place: '-2.1894, -79.8891', 'place-shown': 'yes' }, /look like coordinates/, '-2.1894, -79.8891'],
    ['words', { about: '', contact: 'Ask for Ana' }, /Write a sentence or two/, 'Ask for Ana'],
    ['words', { about: 'x'.repeat(1_001) }, /1,000 characters at most/, 'x'.repeat(1_001)],
  ] as const) {
    const answer = await send(step, form)
    assert.equal(answer.status, 422, JSON.stringify(form).slice(0, 60))
    const text = await answer.text()
    assert.match(text, words)
    assert.match(text, /aria-invalid="true"/)
    assert.ok(text.includes(stays), stays)
  }
  const { name, place, placeShown, about } = await own()
  assert.deepEqual([name, place, placeShown, about], ['Revista Arcoíris', '', false, ''])
})

test('a picture is made anew, told what it carried, and seen by nobody but its maker', async () => {
  await using one = await applying()
  const { world, page, own } = one
  await page()
  const exif = { IFD0: { Make: 'Canon' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '2/1 11/1 0/1' } }
  const given = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c00' } })
    .withExif(exif)
    .jpeg()
    .toBuffer()
  const answer = await sendMark(one, given, { alt: 'Two arches', credit: 'M. Ibarra' }, 'arco "final".jpg')
  assert.equal(answer.headers.get('location'), '/join/application/site')
  const { logo, logoAlt, logoCredit } = await own()
  assert.deepEqual([logoAlt, logoCredit], ['Two arches', 'M. Ibarra'])
  const text = await page('/mark')
  assert.match(text, /arco .*final.*900 × 600 · we removed what it carried: the place and the camera/s)

  const private_ = await world.get('/join/application/mark/picture', one.me)
  assert.deepEqual(
    [private_.status, private_.headers.get('content-type'), private_.headers.get('cache-control')],
    [200, 'image/webp', 'private, no-store'],
  )
  assert.equal((await world.get(`/media/${logo}`)).status, 404)
  assert.equal((await world.get(`/media/${logo}`, one.me)).status, 404)
  const stranger = await world.signedIn(await world.account({ mail: 'sam@harbour.example' }))
  assert.equal((await world.get('/join/application/mark/picture', stranger)).status, 404)
  assert.equal((await world.get('/join/application/mark/picture')).status, 303)
})

test('beside a picture that cannot be taken the words stay; “logo” tells nobody what it shows', async () => {
  await using one = await applying()
  const { own, page } = one
  await page()
  const refused = await sendMark(one, Buffer.from('%PDF-1.4'), { alt: 'Two arches', credit: 'M. Ibarra' })
  const text = await refused.text()
  assert.equal(refused.status, 422)
  assert.match(text, /no picture that can be read/)
  assert.match(text, /value="Two arches"[\s\S]*value="M. Ibarra"/)
  const untold = await sendMark(one, await square('#c00'), { alt: 'logo' })
  assert.equal(untold.status, 422)
  assert.match(await untold.text(), /“logo” tells them nothing yet/)
  const { logo, logoAlt } = await own()
  assert.ok(logo, 'the picture itself is kept')
  assert.equal(logoAlt, 'logo')
  assert.match(await page(), /Missing: what the mark shows/)
})

test('one of our drawings is a mark with a word for it, and another picture takes its place in the store', async () => {
  await using one = await applying()
  const { world, own, page } = one
  const store = createMediaStore(world.config, world.clock)
  await page()
  assert.equal((await sendMark(one, undefined, { mark: 'rings', alt: '' })).status, 303)
  const { logo: drawn, logoAlt } = await own()
  assert.equal(logoAlt, 'Rings around a dot')
  assert.ok(drawn && (await store.get(drawn)))

  assert.equal((await sendMark(one, await square('#0a0'), { alt: 'A green square' })).status, 303)
  await world.work()
  assert.equal(await store.get(drawn), undefined)
  const { logo } = await own()
  assert.ok(logo && (await store.get(logo)))
})

test('a picture that others use, too, stays when one of them takes another', async () => {
  await using one = await applying()
  const { world, me, page } = one
  const store = createMediaStore(world.config, world.clock)
  const sam = { world, me: await world.signedIn(await world.account({ mail: 'sam@harbour.example' })) }
  await page()
  await world.get('/join/application', sam.me)
  const red = await square('#c00')
  await sendMark(one, red)
  await sendMark(sam, red)
  const { logo } = await one.own()
  await sendMark({ world, me }, await square('#00c'))
  await world.work()
  assert.ok(logo && (await store.get(logo)))
  await world.post('/join/application/withdraw', {}, sam.me)
  await world.work()
  assert.equal(await store.get(logo), undefined)
})

test('a picture handed in again before the store has removed it stays', async () => {
  await using one = await applying()
  const { world, own, page } = one
  await page()
  const red = await square('#c00')
  await sendMark(one, red)
  const { logo } = await own()
  await sendMark(one, await square('#00c'))
  await sendMark(one, red)
  await world.work()
  assert.ok(logo && (await createMediaStore(world.config, world.clock).get(logo)))
})

test('it is sent when nothing is missing, once, and a letter says what happens next', async () => {
  await using one = await applying()
  const { world, send, own, page } = one
  await page()
  const early = await send('send', { do: 'next' })
  assert.equal(early.status, 422)
  assert.match(await early.text(), /cannot be sent yet[\s\S]*where you publish/)
  await fill(one)
  assert.match(await page('/send'), /Signal/.test(await page('/send')) ? /never/ : /A magazine\./)
  const sent = await Promise.all([send('send', { do: 'next' }), send('send', { do: 'next' })])
  assert.deepEqual(sent.map((answer) => answer.headers.get('location')).sort(), [
    '/join/application',
    '/join/application?done=sent',
  ])
  const { standing, submittedAt } = await own()
  assert.equal(standing, 'waiting')
  assert.deepEqual(submittedAt, world.clock())
  await world.work()
  const letters = await world.letters()
  assert.deepEqual(
    letters.map(({ subject, links }) => [subject, links[0]]),
    [['We have your application', 'https://wire.example/join/application']],
  )
  assert.match(await page(), /With the moderators/)
})

test('what staff alone may read is encrypted, and shown to its writer again', async () => {
  await using one = await applying()
  const { world, own, page } = one
  await fill(one)
  const { id, contact } = await own()
  assert.ok(contact && !contact.includes('Signal'))
  assert.equal(readContact(world.config.secret ?? '', id, contact), 'Signal: arco.12')
  assert.match(await page('/words'), /Signal: arco\.12/)
})

test('while it waits it can be changed and keeps its place, but is never left with something missing', async () => {
  await using one = await applying()
  const { world, send, own } = one
  await fill(one)
  await send('send', { do: 'next' })
  const sentAt = world.clock()
  world.clock.advance(3_600)
  assert.equal((await send('who', { ...who, name: 'Arcoíris' })).status, 303)
  const { name, submittedAt, changedAt, standing } = await own()
  assert.deepEqual([name, submittedAt, changedAt, standing], ['Arcoíris', sentAt, world.clock(), 'waiting'])
  assert.equal((await send('who', { ...who, name: '' })).status, 422)
  assert.equal((await sendMark(one, undefined, { alt: '' })).status, 422)
  assert.equal((await own()).name, 'Arcoíris')
})

test('a question is answered in place, encrypted, and the application waits again where it stood', async () => {
  await using one = await applying()
  const { world, send, own, page, me } = one
  await fill(one)
  await send('send', { do: 'next' })
  const { id, submittedAt } = await own()
  world.clock.advance(60)
  await decide(world, id, 'returned', 'Who <else> writes for it?')
  assert.match(await page(), /A question for you[\s\S]*Who &lt;else&gt; writes for it\?/)
  const answer = (words: string) => world.post('/join/application/answer', { answer: words }, me)
  const empty = await answer('  ')
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /Write your answer/)
  assert.equal((await answer('Ana and Luz.')).headers.get('location'), '/join/application?done=answered')
  const now = await findApplication(world.db, id)
  assert.deepEqual([now?.standing, now?.submittedAt], ['waiting', submittedAt])
  const [said, ...more] = await listAnswers(world.db, id)
  assert.ok(said?.decision && more.length === 0 && !said.words.includes('Ana'))
  assert.equal(readAnswer(world.config.secret ?? '', said.id, said.words), 'Ana and Luz.')
  // Nobody has asked anything now.
  assert.equal((await answer('Again')).headers.get('location'), '/join/application')
  assert.equal((await listAnswers(world.db, id)).length, 1)
})

test('what was decided cannot be changed any more; one can begin anew', async () => {
  await using one = await applying()
  const { world, send, own, page, me } = one
  await fill(one)
  await send('send', { do: 'next' })
  const { id } = await own()
  await decide(world, id, 'refused', 'It is a shop.')
  assert.match(await page(), /Not accepted[\s\S]*It is a shop\./)
  for (const answer of [await send('who', { ...who, name: 'Other' }), await sendMark(one, await square('#c00'))])
    assert.equal(answer.headers.get('location'), '/join/application')
  assert.equal((await findApplication(world.db, id))?.name, 'Revista Arcoíris')
  world.clock.advance(60)
  await world.post('/join/application', {}, me)
  const { standing, name } = await own()
  assert.deepEqual([standing, name], ['draft', ''])
})

test('a draft that is taken back is gone; one that was sent stays on record as taken back', async () => {
  await using one = await applying()
  const { world, send, own, me } = one
  await fill(one)
  const back = () => world.post('/join/application/withdraw', {}, me)
  assert.equal((await back()).headers.get('location'), '/join/application?done=withdrawn')
  assert.deepEqual(await world.db.selectFrom('applications').selectAll().execute(), [])
  assert.deepEqual(await world.db.selectFrom('media').selectAll().execute(), [])
  await fill(one)
  await send('send', { do: 'next' })
  await back()
  assert.equal((await own()).standing, 'withdrawn')
})

test('nobody reaches the application of another', async () => {
  await using one = await applying()
  const { world, own } = one
  await fill(one)
  const sam = await world.signedIn(await world.account({ mail: 'sam@harbour.example' }))
  const { id } = await own()
  for (const path of ['', '/who', '/send', '/words'])
    assert.doesNotMatch(await (await world.get(`/join/application${path}`, sam)).text(), /Arcoíris|A magazine|Signal/)
  await world.post('/join/application/who', { ...who, name: 'Stolen', id, application: id }, sam)
  await world.post('/join/application/withdraw', { id }, sam)
  assert.equal((await own()).name, 'Revista Arcoíris')
})

test('drafts nobody goes on with are forgotten, and of what was decided the words', async () => {
  await using one = await applying()
  const { world, account, send, own, page, me } = one
  await fill(one)
  const { logo: drawn } = await own()
  const forget = async () => {
    await world.db.executeQuery(
      (await import('kysely')).sql`select graphile_worker.add_job('forget', '{}')`.compile(world.db),
    )
    await world.work()
  }
  world.clock.advance(59 * 86_400)
  await forget()
  assert.ok(await findOwnApplication(world.db, account))
  world.clock.advance(2 * 86_400)
  await forget()
  assert.equal(await findOwnApplication(world.db, account as AccountId), undefined)
  assert.equal(await createMediaStore(world.config, world.clock).get(drawn ?? ''), undefined)

  const again = { world, account, send, own, page, me: await world.signedIn(account) }
  void me
  await world.get('/join/application', again.me)
  for (const [step, form] of [
    ['who', who],
    ['site', { without: 'yes' }],
    ['words', { about: 'A magazine.', contact: 'Signal' }],
  ] as const)
    await world.post(`/join/application/${step}`, form, again.me)
  await sendMark(again, undefined, { mark: 'arches', alt: '' })
  await world.post('/join/application/send', { do: 'next' }, again.me)
  const { id } = await own()
  await decide(world, id, 'refused', 'It is a shop.')
  world.clock.advance(366 * 86_400)
  await forget()
  const kept = await findApplication(world.db, id)
  assert.deepEqual(
    [kept?.standing, kept?.name, kept?.about, kept?.contact, kept?.logo],
    ['refused', '', '', null, null],
  )
  assert.equal((await world.db.selectFrom('decisions').selectAll().execute()).length, 1)
  assert.deepEqual(await world.db.selectFrom('media').selectAll().execute(), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { applying, decide, fill, sendMark, square, who } from '../../test/support/applying.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { findApplication, findOwnApplication, listAnswers, setStanding } from '../db/applications.ts'
import { readAnswer, readContact } from '../host/application-words.ts'

test('whoever comes for the first time finds a draft begun, once, with what is missing and why', async () => {
  await using one = await applying()
  const { world, account, page } = one
  const [first] = await Promise.all([page(), page()])
  assert.match(first ?? '', /Not sent yet/)
  assert.match(first ?? '', /Missing: what you are, your name and your languages</)
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

test('it is sent when nothing is missing, once, and a letter says what happens next', async () => {
  await using one = await applying()
  const { world, send, own, page } = one
  await page()
  const early = await send('send', { do: 'next' })
  assert.equal(early.status, 422)
  assert.match(await early.text(), /cannot be sent yet[\s\S]*where you publish/)
  await fill(one)
  const preview = await page('/send')
  assert.match(preview, /A magazine\./)
  assert.doesNotMatch(preview, /Signal|Ecuador/)
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

test('what is decided while somebody changes it is decided: the change comes too late, and says so', async () => {
  await using one = await applying()
  const { world, send, own } = one
  await fill(one)
  const { id } = await own()
  for (const change of [
    () => send('who', { ...who, name: 'Too late' }),
    () => sendMark(one, undefined, { mark: 'rays' }),
    () => send('send', { do: 'next' }),
    () => world.post('/join/application/withdraw', {}, one.me),
  ]) {
    await world.db.updateTable('applications').set({ standing: 'draft' }).execute()
    const deciding = await world.db.startTransaction().execute()
    await setStanding(deciding, id, 'refused', world.clock())
    const answering = change()
    // It has read the application by now, and waits for whoever decides.
    while ((await waitingForLocks(world)) === 0) await new Promise(setImmediate)
    await deciding.commit().execute()
    assert.equal((await answering).headers.get('location'), '/join/application')
  }
  const kept = await findApplication(world.db, id)
  assert.deepEqual([kept?.standing, kept?.name, kept?.logoOrigin?.drawn], ['refused', 'Revista Arcoíris', 'arches'])
})

async function waitingForLocks(world: World): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    world.db,
  )
  return rows[0]?.count ?? 0
}

test('who was approved is led to their page, and may apply for another', async () => {
  await using one = await applying()
  const { world, account, own, page } = one
  await fill(one)
  const { id } = await own()
  const member = await world.member({ name: 'Revista Arcoíris' })
  await world.seat(account, member.id)
  await world.db.updateTable('applications').set({ standing: 'approved', memberId: member.id }).execute()
  assert.equal((await findApplication(world.db, id))?.member, member.id)
  assert.match(await page(), /Welcome\.[\s\S]*href="\/members\/revista-arcoiris"[\s\S]*Begin a new one/)
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

test('a site that is named is looked at once, and the feed found there is noted', async () => {
  await using one = await applying()
  const { world, send, own, page } = one
  const rss =
    '<rss version="2.0"><channel><title>Arcoíris</title><item><title>One</title><guid>1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>'
  const site = await world.net.site()
  site.serve('/', '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>')
  site.serve('/feed', rss)
  await page()
  assert.equal((await send('site', { site: site.url })).status, 303)
  const { feedUrl, siteSeen } = await own()
  const items = { count: 1, whole: 0, first: [{ title: 'One', at: '2026-11-23T10:00:00Z' }] }
  assert.deepEqual([feedUrl, siteSeen], [`${site.url}/feed`, { outcome: 'feed', title: 'Arcoíris', items }])
  assert.match(await page('/site'), /We found its feed:/)
  const visits = site.requests.length
  assert.equal((await send('site', { site: site.url, feed: `${site.url}/feed` })).status, 303)
  assert.equal(site.requests.length, visits)
  assert.ok(site.requests.every(({ headers }) => !/wire/i.test(headers['user-agent'] ?? '')))
})

test('one after the other begins an application, however many did before on the same connection', async () => {
  await using world = await newsroom()
  for (let n = 0; n < 30; n += 1) {
    const session = await world.signedIn(await world.account({ mail: `a${n}@x.example` }))
    assert.equal((await world.get('/join/application', session)).status, 200, `the ${n + 1}th`)
  }
})

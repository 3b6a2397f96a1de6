import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { freePorts } from '../../test/support/ports.ts'
import { defaultSections } from '../core/front-sections.ts'
import { readSectionsFile } from '../db/front-sections.ts'
import { readNetwork } from '../db/network.ts'
import { listChanges } from '../db/network-changes.ts'
import { listOwnTopics } from '../db/topics.ts'
import { changeSettings } from './change.ts'

test('an administrator changes the facts; every page has them at once, and the history who it was', async () => {
  await using world = await newsroom()
  const { admin, session, save } = await administrator(world)
  const saved = await save({ name: 'The Lambda Wire', tagline: 'From one another', accent: '#0b7a3b' })
  assert.equal(saved.headers.get('location'), '/settings?done=saved')
  assert.match(await (await world.get('/settings?done=saved', session)).text(), /role="status">Saved\./)
  assert.match(await (await world.get('/')).text(), /The Lambda <em>Wire<\/em>[\s\S]*From one another/)
  const changes = await listChanges(world.db, 10)
  assert.deepEqual(
    changes.map(({ changedBy, setting, before, after }) => [changedBy, setting, before, after]).toSorted(),
    [
      [`account ${admin}`, 'accent', '#7a1f6b', '#0b7a3b'],
      [`account ${admin}`, 'name', 'Wireroom', 'The Lambda Wire'],
      [`account ${admin}`, 'tagline', '', 'From one another'],
    ],
  )
})

test('kept editions go when a fact changes', async () => {
  await using world = await newsroom()
  const { save } = await administrator(world)
  const { port } = await world.web.listen({ host: '127.0.0.1', port: 0, reusePort: false })
  const name = async () => /<title>([^<]*)/.exec(await (await fetch(`http://127.0.0.1:${port}/about`)).text())?.[1]
  while ((await fetch(`http://127.0.0.1:${port}/readyz`)).status !== 200) await new Promise(setImmediate)
  assert.equal(await name(), 'About · Wireroom')
  await save({ name: 'The Lambda Wire' })
  const until = Date.now() + 5_000
  while ((await name()) !== 'About · The Lambda Wire') assert.ok(Date.now() < until, 'the old page is kept')
})

test('what is wrong is told beside its field, nothing is changed, and what was typed stays', async () => {
  await using world = await newsroom()
  const { save } = await administrator(world)
  const wrong = await save({ name: ' ', 'time-zone': 'Mars', tagline: 'A new one', homes: 'Mastodon' })
  assert.equal(wrong.status, 422)
  const told = await wrong.text()
  for (const key of ['name', 'time-zone', 'homes']) assert.match(told, new RegExp(`id="${key}-fault"`))
  assert.match(told, /Not saved yet/)
  assert.match(told, /value="A new one"/)
  assert.equal((await readNetwork(world.db)).tagline, '')
})

test('a look shows the masthead in the new colour by day and by night, and changes nothing', async () => {
  await using world = await newsroom()
  const { save } = await administrator(world)
  const look = await save({ name: 'Harbour Line', accent: '#0b7a3b', do: 'look' })
  assert.equal(look.status, 200)
  const page = await look.text()
  assert.equal(page.match(/Harbour <em>Line<\/em>/g)?.length, 2)
  assert.match(page, /href="\/accent\/0b7a3b\.css"/)
  assert.equal((await readNetwork(world.db)).accent, '#7a1f6b')
})

test('two who change different facts at once both have their way', async () => {
  await using world = await newsroom()
  const { save } = await administrator(world)
  // Both opened the page when nothing was changed yet.
  const before = asForm(await readNetwork(world.db))
  await save({ ...before, name: 'The Lambda Wire' })
  await save({ ...before, tagline: 'From one another' })
  const { name, tagline } = await readNetwork(world.db)
  assert.deepEqual([name, tagline], ['The Lambda Wire', 'From one another'])
})

test('languages: who made their own language another finds the page where it is now', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  const form = new URLSearchParams({ 'was-languages': 'en', first: 'ar' })
  form.append('language', 'es')
  const saved = await world.web.fetch(
    new Request('http://wire.example/settings', {
      method: 'POST',
      body: form,
      headers: { origin: world.config.url, ...session },
    }),
  )
  assert.equal(saved.headers.get('location'), '/settings?done=saved')
  assert.deepEqual((await readNetwork(world.db)).languages, ['ar', 'es'])
  assert.match(await (await world.get('/settings?done=saved', session)).text(), /<html lang="ar" dir="rtl">/)
})

test('the time zone is no field any more once a story is published, and a form that brings one changes nothing', async () => {
  await using world = await newsroom()
  const { session, save } = await administrator(world)
  assert.match(await (await world.get('/settings', session)).text(), /name="time-zone"/)
  await world.story()
  assert.doesNotMatch(await (await world.get('/settings', session)).text(), /name="time-zone"/)
  assert.equal((await save({ 'time-zone': 'Europe/Berlin', tagline: 'x' })).status, 303)
  const { timeZone, tagline } = await readNetwork(world.db)
  assert.deepEqual([timeZone, tagline], ['UTC', 'x'])
})

test('only named facts are read: a form cannot bring a tag authority', async () => {
  await using world = await newsroom()
  const { save } = await administrator(world)
  const { tagAuthority } = await readNetwork(world.db)
  await save({ tagline: 'x', tagAuthority: 'evil.example,2026', 'was-tagAuthority': '', set_up_at: '' })
  assert.equal((await readNetwork(world.db)).tagAuthority, tagAuthority)
})

test('a change is put back from the history, which is a change as well', async () => {
  await using world = await newsroom()
  const { session, save } = await administrator(world)
  await save({ name: 'The Lambda Wire' })
  const [{ id } = { id: '' }] = await listChanges(world.db, 1)
  world.clock.advance(1)
  const page = await (await world.get('/settings/history', session)).text()
  assert.match(page, /Ada Root[\s\S]*Name[\s\S]*Wireroom[\s\S]*The Lambda Wire/)
  const undone = await world.post('/settings/history', { change: id }, session)
  assert.equal(undone.headers.get('location'), '/settings/history?done=undone')
  assert.equal((await readNetwork(world.db)).name, 'Wireroom')
  assert.equal((await listChanges(world.db, 10)).length, 2)
  for (const change of ['none', '01942b5c-1b1e-7000-8000-000000000000'])
    assert.equal((await world.post('/settings/history', { change }, session)).status, 422)
})

test('what something has come to depend on is not put back, and that is said', async () => {
  await using world = await newsroom()
  const { session, save } = await administrator(world)
  await save({ 'time-zone': 'Europe/Berlin' })
  await world.story()
  const [{ id } = { id: '' }] = await listChanges(world.db, 1)
  const refused = await world.post('/settings/history', { change: id }, session)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /cannot be put back any more/)
  assert.equal((await readNetwork(world.db)).timeZone, 'Europe/Berlin')
})

test('the front page: what is wrong is told by line, a look shows what it comes to, and the old one comes back', async () => {
  await using world = await newsroom()
  const { session, lines } = await administrator(world)
  const wrong = await lines('front', { lines: 'relases 3\r\nmember nobody' })
  assert.equal(wrong.status, 422)
  const told = await wrong.text()
  assert.match(told, /Line 1: “relases” is no section\. Did you mean “releases”\?/)
  assert.match(told, /<textarea[^>]*>\nrelases 3\nmember nobody<\/textarea>/)
  assert.match(told, /Stories of nobody[\s\S]*not there yet/)

  const look = await (await lines('front', { lines: 'releases 3', do: 'look' })).text()
  assert.match(look, /The newest releases/)
  assert.equal(await readSectionsFile(world.db), null)
  assert.match(await (await lines('front', { lines: 'x', do: 'default' })).text(), /languages 4\n<\/textarea>/)

  assert.equal((await lines('front', { lines: 'releases 3\r\n' })).status, 303)
  assert.equal(await readSectionsFile(world.db), 'releases 3\n')
  const [{ id, before } = { id: '', before: '' }] = await listChanges(world.db, 1)
  assert.equal(before, defaultSections)
  await world.post('/settings/history', { change: id }, session)
  assert.equal(await readSectionsFile(world.db), null)
})

test('who saves over what somebody else changed meanwhile is told so, and can do it knowingly', async () => {
  await using world = await newsroom()
  const { session, lines } = await administrator(world)
  const was = markIn(await (await world.get('/settings/front', session)).text())
  await change(world, { front: 'members 12' })
  const late = await lines('front', { lines: 'releases 3', was })
  assert.equal(late.status, 409)
  const told = await late.text()
  assert.match(told, /Somebody else changed this/)
  assert.equal(await readSectionsFile(world.db), 'members 12')
  assert.equal((await lines('front', { lines: 'releases 3', was: markIn(told) })).status, 303)
  assert.equal(await readSectionsFile(world.db), 'releases 3')
})

test('topics of one’s own: added, reworded, and taken off the list while no story has them', async () => {
  await using world = await newsroom()
  const { lines } = await administrator(world)
  assert.equal((await lines('topics', { lines: 'Harbour\nPride season | csd' })).status, 303)
  assert.deepEqual(
    (await listOwnTopics(world.db)).map(({ slug, words }) => [slug, words]),
    [
      ['harbour', []],
      ['pride-season', ['csd']],
    ],
  )
  await world.story({ topics: ['harbour'] })
  const used = await lines('topics', { lines: 'Pride season | csd, orgullo' })
  assert.equal(used.status, 422)
  assert.match(await used.text(), /Stories have harbour/)
  assert.equal((await lines('topics', { lines: 'Harbour | ports' })).status, 303)
  assert.deepEqual(
    (await listOwnTopics(world.db)).map(({ slug, words }) => [slug, words]),
    [['harbour', ['ports']]],
  )
  const wrong = await lines('topics', { lines: 'Human rights\n|x' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Line 1: “Human rights” is a Media Topic[\s\S]*Line 2: A topic has a name/)
})

test('the letter to oneself tells what became of it: written to a file, sent, or the server’s reason', async () => {
  let full = false
  const told: SMTPServerOptions['onRcptTo'] = ({ address }, _session, done) =>
    done(full ? Object.assign(new Error(`The box of ${address} is full`), { responseCode: 452 }) : null)
  await using world = await newsroom()
  const { session } = await administrator(world)
  const written = await (await world.post('/settings/mail', { do: 'send' }, session)).text()
  assert.match(written, /root@harbour\.example[\s\S]*<code dir="ltr">[^<]*\/mail\/[^<]*\.eml<\/code>/)
  const [letter] = await world.letters()
  assert.deepEqual([letter?.to, letter?.subject], ['root@harbour.example', 'It works'])

  const [port = 0] = await freePorts(1)
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onRcptTo: told })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await using near = await newsroom({ SMTP_URL: `smtp://127.0.0.1:${port}` })
  const { session: here } = await administrator(near)
  const send = async () => await (await near.post('/settings/mail', { do: 'send' }, here)).text()
  assert.match(await send(), /was taken by <code dir="ltr">127\.0\.0\.1<\/code>/)
  full = true
  assert.match(await send(), /was not sent[\s\S]*<code dir="ltr">[^<]*452 The box of … is full/)
  await new Promise<void>((resolve) => server.close(resolve))

  await using far = await newsroom({ SMTP_URL: 'smtp://127.0.0.1:1' })
  const other = await administrator(far)
  const refused = await (await far.post('/settings/mail', { do: 'send' }, other.session)).text()
  assert.match(refused, /was not sent[\s\S]*<code dir="ltr">[^<]*(?:ESOCKET|ECONNREFUSED)/)
  for (let sent = 0; sent < 9; sent += 1) await far.post('/settings/mail', { do: 'send' }, other.session)
  assert.equal((await far.post('/settings/mail', { do: 'send' }, other.session)).status, 429)
})

test('sentences in the network’s own words stand on its pages at once, and empty ones take the program’s again', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  const say = (words: Record<string, string>) => world.post('/settings/words', { language: 'en', ...words }, session)
  const about = async () => await (await world.get('/about')).text()
  const said = await say({ 'about.what': '{network} belongs to those who write it & read it.', 'menu.join': 'Pay' })
  assert.equal(said.headers.get('location'), '/settings/words?language=en&done=saved')
  assert.match(await about(), /Wireroom belongs to those who write it &amp; read it\./)
  assert.deepEqual((await readNetwork(world.db)).words, {
    en: { 'about.what': '{network} belongs to those who write it & read it.' },
  })
  assert.match(
    await (await world.get('/settings/words', session)).text(),
    /belongs to those who write it &amp; read it\.<\/textarea>/,
  )
  const [{ id, setting } = { id: '', setting: '' }] = await listChanges(world.db, 1)
  assert.equal(setting, 'words en about.what')
  await world.post('/settings/history', { change: id }, session)
  assert.match(await about(), /Wireroom is a newswire/)
  assert.deepEqual((await readNetwork(world.db)).words, {})
})

test('words that lack a hole, or bring one of their own, are refused with what they need', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  for (const [key, words, told] of [
    ['about.what', 'It belongs to us.', /Put \{network\} into it/],
    ['about.what', '{network} and {network}', /Put \{network\} into it/],
    ['about.credit', 'By {publisher}', /Leave out the braces/],
    ['about.credit', 'x'.repeat(1_001), /Too long: 1,000 characters/],
  ] as const) {
    const refused = await world.post('/settings/words', { language: 'en', [key]: words }, session)
    assert.equal(refused.status, 422, words)
    assert.match(await refused.text(), told)
  }
  assert.deepEqual((await readNetwork(world.db)).words, {})
})

test('letters, too, say it in the network’s own words, each in its reader’s language', async () => {
  await using world = await newsroom()
  const { session } = await administrator(world)
  await world.post('/settings/words', { language: 'en', 'letter.invitation.text': 'Come and help us.' }, session)
  await world.post('/settings/staff', { mail: 'sam@harbour.example', right: 'editor' }, session)
  await world.work()
  assert.match((await world.letters()).at(-1)?.text ?? '', /Come and help us\./)
})

async function administrator(world: World) {
  const admin = await world.account({ mail: 'root@harbour.example', name: 'Ada Root', rights: ['administrator'] })
  const session = await world.signedIn(admin)
  return {
    admin,
    session,
    /** Sends the form of the facts; `was-…` says what stood there, nothing of it where that is left out. */
    save: (form: Record<string, string>) => world.post('/settings', form, session),
    async lines(place: string, form: { lines: string; was?: string; do?: string }) {
      const was = form.was ?? markIn(await (await world.get(`/settings/${place}`, session)).text())
      return await world.post(`/settings/${place}`, { ...form, was }, session)
    },
  }
}

/** The form as the page shows it before anybody touches it. */
function asForm({ name, tagline }: { readonly name: string; readonly tagline: string }): Record<string, string> {
  return { name, 'was-name': name, tagline, 'was-tagline': tagline }
}

function markIn(page: string): string {
  return /name="was" value="([^"]*)"/.exec(page)?.[1] ?? ''
}

async function change(world: World, wanted: Parameters<typeof changeSettings>[1]): Promise<void> {
  await world.db.transaction().execute((tx) => changeSettings(tx, wanted, { by: 'operator', now: world.clock() }))
}

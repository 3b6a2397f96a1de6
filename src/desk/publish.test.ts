import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { deskOf, handed, headline, issue, photograph, releaseFile } from '../../test/support/releases.ts'
import { Conflict, Invalid, NotFound } from '../core/errors.ts'
import { readEvents } from '../db/events.ts'
import { listReleases } from '../db/releases.ts'
import { erase, hold, release, withdraw } from '../wire/recall.ts'
import { publishRelease, tryRelease } from './publish.ts'

const whole = releaseFile([
  'standfirst: They want it open to everyone.',
  'dateline: {place: Port Amara, date: 2026-11-23}',
  'keywords: [assembly]',
  'places: [KE, Port Amara]',
  'supporters: [Civic Lantern, {name: House of Voices, url: voices.example}, Front Desk Defenders]',
  'quotes: [{text: "“A square is a mirror.”", speaker: Naledi Owusu, role: coordinator}]',
  'contact: {name: Press desk, email: press@lantern.example, phone: +254 20 555 0100}',
  'notesToEditors: The hearing is on **Tuesday**.',
  'boilerplate: [{about: Civic Lantern, text: Keeps the lights on.}, Prints since 1901.]',
  'licence: CC BY 4.0',
  'usageTerms: Please name all nine.',
  'edNote: Call Naledi before noon.',
  'urgency: 3',
  'slugline: square-summit',
])

test('a release stands on its page with everything beside it, and what is not public stands nowhere', async () => {
  await using world = await newsroom()
  const { path, id } = await issue(world, whole)
  assert.equal(path, '/2026/11/24/nine-groups-ask-the-hosts-to-open-the-square')
  const page = await (await world.get(path)).text()
  for (const words of [
    'Press release',
    'Issued by <a href="/members/harbour-times">',
    'They want it open to everyone.',
    '<bdi class="place">Port Amara</bdi> · <time datetime="2026-11-23">23 November</time> –</span> The groups ask',
    '“A square is a mirror.”',
    '<b>Naledi Owusu</b> · coordinator',
    '<li><bdi>Civic Lantern</bdi></li>',
    '<a href="https://voices.example/" rel="nofollow"><bdi>House of Voices</bdi></a>',
    '<h2 id="notes">Notes to editors</h2>',
    '<strong>Tuesday</strong>',
    'About <bdi>Civic Lantern</bdi>',
    'About <bdi>Harbour Times</bdi>',
    '<a href="mailto:press@lantern.example" rel="nofollow">',
    '<a href="tel:+254205550100" rel="nofollow">',
    'Please name all nine.',
    'href="https://creativecommons.org/licenses/by/4.0/"',
  ])
    assert.ok(page.includes(words), `${words} is not on the page`)
  const [event] = await readEvents(world.db, '0', 10)
  assert.deepEqual([event?.kind, event?.storyId], ['published', id])
  for (const address of [path, '/', '/feed', '/feed.atom', '/feed.json', '/members/harbour-times'])
    assert.doesNotMatch(await (await world.get(address)).text(), /before noon|square-summit/, address)
})

test('feeds carry a release whole', async () => {
  await using world = await newsroom()
  await issue(world, whole)
  const { items } = JSON.parse(await (await world.get('/feed.json')).text())
  assert.equal(
    items[0].content_html,
    '<p>The groups ask for one thing.</p>' +
      '<h2>Quotes</h2><blockquote><p>“A square is a mirror.”</p><p><cite>Naledi Owusu, coordinator</cite></p></blockquote>' +
      '<h2>Supported by</h2><ul><li>Civic Lantern</li><li><a href="https://voices.example/">House of Voices</a></li><li>Front Desk Defenders</li></ul>' +
      '<h2>Notes to editors</h2><p>The hearing is on <strong>Tuesday</strong>.</p>' +
      '<h2>About Civic Lantern</h2><p>Keeps the lights on.</p><h2>About Harbour Times</h2><p>Prints since 1901.</p>' +
      '<h2>Media contact</h2><p>Press desk<br><a href="mailto:press@lantern.example">press@lantern.example</a><br><a href="tel:+254205550100">+254 20 555 0100</a></p>',
  )
  assert.equal(items[0]._origin.usage_terms, 'Please name all nine.')
  for (const feed of ['/feed', '/feed.atom']) assert.match(await (await world.get(feed)).text(), /Supported by/, feed)
})

test('the same release again is refused, and so is another under its headline, unless it is insisted on', async () => {
  await using world = await newsroom()
  const { url, id } = await issue(world, whole)
  await assert.rejects(issue(world, whole), (error) => {
    assert.ok(error instanceof Conflict)
    assert.ok(error.message.startsWith(`This release is published already, at ${url}.`), error.message)
    assert.match(error.message, /--again/)
    return true
  })
  await assert.rejects(
    issue(world, releaseFile([], 'Another text.')),
    new RegExp(`has published a release with this headline already.*release correct ${id}`),
  )
  const again = await issue(world, whole, { again: true })
  assert.equal(again.url, `${url}-2`)
})

test('a release that was taken back is not published again by accident', async () => {
  await using world = await newsroom()
  const { id } = await issue(world, whole)
  const context = await world.wire()
  await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'Too early.'))
  await assert.rejects(issue(world, whole), /was taken back .* --again/)
})

test('another member may publish under the same headline', async () => {
  await using world = await newsroom()
  await issue(world, whole)
  const { slug } = await world.member({ name: 'House of Voices', site: 'https://voices.example' })
  await issue(world, whole, { member: slug })
})

test('two who hand in the same file at the same moment publish it once', async () => {
  await using world = await newsroom()
  const { slug } = await world.member()
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => issue(world, whole, { member: slug })))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.equal((await listReleases(world.db, { limit: 10 })).length, 1)
})

test('trying a file tells what it comes to and changes nothing', async () => {
  await using world = await newsroom()
  const { slug } = await world.member()
  const file = releaseFile(['pictures: [{file: a.jpg, alt: A, licence: free}]'])
  const tried = await tryRelease(deskOf(world), slug, handed(file, { 'a.jpg': await photograph() }), { again: false })
  assert.equal(tried.text.headline, headline)
  assert.equal(tried.text.language, 'en')
  assert.deepEqual(await readEvents(world.db, '0', 10), [])
  const [picture] = tried.text.pictures
  assert.equal(await deskOf(world).media.get(picture?.url.slice('/media/'.length) ?? ''), undefined)
})

test('all mistakes are told at once: of the file, of its topics, of its pictures', async () => {
  await using world = await newsroom()
  const { slug } = await world.member()
  await world.db.insertInto('topics').values({ slug: 'human-rights', name: 'Human rights' }).execute()
  const file = releaseFile([
    'topics: [human right, Knitting circles]',
    'standfrist: x',
    'dateline: {date: 2026-12-24}',
    'pictures:',
    '  - {file: gone.jpg, alt: A, licence: free}',
    '  - {file: text.jpg, alt: A, licence: free}',
  ])
  const pictures = { 'text.jpg': new TextEncoder().encode('no picture') }
  await assert.rejects(publishRelease(deskOf(world), slug, handed(file, pictures), { again: false }), (error) => {
    assert.ok(error instanceof Invalid)
    assert.deepEqual(error.message.split('\n'), [
      '6 things are wrong in release.md; nothing was changed:',
      '  line 3: "human right" is no topic of this network: did you mean "human rights"?',
      '  line 3: "Knitting circles" is no topic of this network: name one of its own, or write it under "keywords".',
      '  line 4: "standfrist" is no key of a release: did you mean "standfirst"?',
      '  line 5: The dateline lies in the future: a release is published at once. Publish the file on its day.',
      '  line 7: There is no file "gone.jpg" beside release.md.',
      '  line 8: "text.jpg" cannot be taken. This is no picture that can be read: save it as PNG or JPEG.',
    ])
    return true
  })
  assert.deepEqual(await listReleases(world.db, { limit: 10 }), [])
})

test('a topic is known by its name or its slug, and stands among the keywords', async () => {
  await using world = await newsroom()
  await world.db.insertInto('topics').values({ slug: 'human-rights', name: 'Human rights' }).execute()
  const { id } = await issue(world, releaseFile(['topics: [Human Rights, human-rights]', 'keywords: [Assembly]']))
  const rows = await world.db.selectFrom('storyTopics').selectAll().execute()
  assert.deepEqual(rows, [{ storyId: id, topic: 'human-rights' }])
  const version = await world.db.selectFrom('versions').select('keywords').executeTakeFirstOrThrow()
  assert.deepEqual(version.keywords, ['Human rights', 'Assembly'])
})

test('nobody publishes for a member that is not there', async () => {
  await using world = await newsroom()
  await assert.rejects(issue(world, whole, { member: 'nobody' }), (error) => {
    assert.ok(error instanceof NotFound)
    return true
  })
})

test('pictures lose what the camera wrote, are shown with their terms, and go when the story goes', async () => {
  await using world = await newsroom()
  const file = releaseFile([
    'pictures:',
    '  - {file: square.jpg, alt: An empty square., caption: The evening before., credit: N. Owusu, licence: CC BY 4.0}',
  ])
  const taken = await photograph()
  assert.match(taken.toString('latin1'), /Somebody with a name/)
  const { path, id } = await issue(world, file, { pictures: { 'square.jpg': taken } })
  const page = await (await world.get(path)).text()
  const [, address = ''] =
    /<img src="(\/media\/[0-9a-f]{64})" alt="An empty square\." width="60" height="40"/.exec(page) ?? []
  assert.match(
    page,
    /The evening before\.<\/span> Picture: <bdi>N\. Owusu<\/bdi>, free to republish with credit \(<a rel="license"/,
  )
  const answer = await world.get(address)
  assert.equal(answer.headers.get('cache-tag'), `story:${id}`)
  assert.equal(answer.headers.get('accept-ranges'), 'bytes')
  const bytes = Buffer.from(await answer.arrayBuffer())
  assert.doesNotMatch(bytes.toString('latin1'), /Somebody with a name|At home/)
  assert.equal((await sharp(bytes).metadata()).exif, undefined)

  const context = await world.wire()
  const status = async () => (await world.get(address)).status
  await world.db.transaction().execute((tx) => hold(tx, context, id, 'We check.'))
  assert.equal(await status(), 404)
  await world.db.transaction().execute((tx) => release(tx, context, id))
  assert.equal(await status(), 200)
  await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'Asked to.'))
  assert.equal(await status(), 404)
})

test('an erased release has left no picture, no contact and no quote', async () => {
  await using world = await newsroom()
  const file = releaseFile([
    'quotes: [{text: Secret words, speaker: A secret name}]',
    'contact: {email: secret@lantern.example}',
    'edNote: A secret note.',
    'slugline: secret-slug',
    'pictures: [{file: a.jpg, alt: A, licence: free}]',
  ])
  const { id } = await issue(world, file, { pictures: { 'a.jpg': await photograph() } })
  const [media] = await world.db.selectFrom('media').select('hash').execute()
  const context = await world.wire()
  await world.db.transaction().execute((tx) => erase(tx, context, id, 'Somebody is in danger.'))
  assert.ok((await world.work()).includes('remove-media'))
  assert.equal(await deskOf(world).media.get(media?.hash ?? ''), undefined)
  assert.deepEqual(await world.db.selectFrom('media').selectAll().execute(), [])
  const versions = await world.db.selectFrom('versions').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(versions), /secret/i)
})

test('a Media Topic may be named though no story had it before', async () => {
  await using world = await newsroom()
  const { id } = await issue(world, releaseFile(['topics: [Human rights]']))
  assert.deepEqual(await world.db.selectFrom('storyTopics').selectAll().execute(), [
    { storyId: id, topic: 'human-rights' },
  ])
})

test('a release says which one it is the translation of; each then leads to the other', async () => {
  await using world = await newsroom()
  const first = await issue(world, releaseFile(['language: en']))
  const said = (fact: string) => releaseFile(['headline: La plaza abierta', 'language: es', fact])
  const second = await issue(world, said(`translationOf: https://wire.example${first.path}`))
  const page = await (await world.get(first.path)).text()
  assert.match(page, new RegExp(`Also in: <a href="${second.path}" hreflang="es"[^>]*>Español</a>`))
  assert.match(await (await world.get(second.path)).text(), /Also in: .*>English<\/a>/)
  // Only what is the member's own, and in another language; a text stands once in each.
  const other = await world.member({ name: 'Somebody else', site: 'https://else.example' })
  const [theirs] = await world.publish([draftFor(other, { headline: 'The square', language: 'en' }, world.clock())])
  for (const fact of [`translationOf: ${theirs}`, `translationOf: ${second.id}`, 'translationOf: the other one'])
    await assert.rejects(issue(world, said(fact), { again: true }), /"translationOf"/, fact)
  await assert.rejects(issue(world, said(`translationOf: ${first.id}`), { again: true }), /in this language already/)
})

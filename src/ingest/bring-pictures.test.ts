/** Pictures of feeds: brought after publication, and shown where they may be. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { atSea, feed, line, photograph, refusals, shown, statuses, transact } from '../../test/support/pictured.ts'
import { shownPictures } from '../core/story/pictures.ts'
import { insertMedia } from '../db/media.ts'
import { listPublished } from '../db/published.ts'
import { findSource } from '../db/sources.ts'
import { preparePicture } from '../net/images.ts'
import { createMediaStore } from '../net/media-store.ts'
import { grant } from '../wire/grant.ts'
import { publish } from '../wire/publish.ts'
import { withdraw } from '../wire/recall.ts'
import { reread } from './reread.ts'

test('a story is out at once, and its picture comes after it, in widths and formats of ours', async () => {
  await using sea = await atSea()
  const { world, asked } = sea
  const before = await shown(world)
  assert.equal(asked(), 0)
  assert.equal(before.picture, undefined)
  assert.ok(!before.page.includes('<img src="http') && !before.page.includes('boats.jpg'))

  await world.pictures()
  const { picture, page } = await shown(world)
  assert.ok(picture)
  assert.deepEqual(
    [picture.alt, picture.caption, picture.width, picture.height],
    ['Two boats', 'Boats in May', 640, 400],
  )
  assert.match(
    page,
    /<source type="image\/avif" srcset="\/media\/[0-9a-f]{64} 480w, \/media\/[0-9a-f]{64} 640w" sizes="/,
  )
  assert.match(page, /<svg viewBox="0 0 640 400" aria-hidden="true"><path fill="#7[0-9a-f]{5}"/)
  assert.match(page, new RegExp(`<img src="${picture.url}" alt="Two boats" width="640" height="400"`))
  assert.match(page, /Boats in May.*<bdi>Harbour Times<\/bdi>/s)
  assert.ok(!page.includes('boats.jpg'))
  for (const { hash, type, width } of picture.renditions ?? []) {
    const answer = await world.get(`/media/${hash}`)
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, type])
    assert.equal((await sharp(await answer.arrayBuffer()).metadata()).width, width)
  }
})

test('a picture is asked for once, whichever stories and versions show it', async () => {
  await using sea = await atSea()
  const { world, site, source, asked } = sea
  await world.pictures()
  site.serve('/feed', feed(site, { text: 'They came back at night.' }, { title: 'Sails' }))
  await world.visit(source)
  await world.pictures()
  assert.equal(asked(), 1)
  const stories = await listPublished(world.db, { limit: 5 })
  assert.deepEqual(
    stories.map(({ version, ...story }) => [version, shownPictures({ ...story }).length]),
    [
      [1, 1],
      [2, 1],
    ],
  )
  for (const story of stories)
    assert.deepEqual(
      await statuses(
        world,
        (shownPictures(story)[0]?.renditions ?? []).map(({ hash }) => hash),
      ),
      [200],
    )
})

test('a new signature in a picture’s address is no new version', async () => {
  await using sea = await atSea()
  const { world, site, source } = sea
  site.serve('/feed', feed(site, { url: `${site.url}/boats.jpg?signature=2` }))
  await world.visit(source)
  assert.equal((await line(world)).version, 1)
})

test('without a grant, or with the credit of an agency, nobody goes for it', async () => {
  for (const [words, given] of [
    [{}, { pictures: 'none' }],
    [{ credit: 'Jane Doe/AFP' }, { pictures: 'republish' }],
    [{}, { pictures: 'republish', shows: 'headline' }],
  ] as const) {
    await using sea = await atSea(words, given)
    await sea.world.pictures()
    assert.equal(sea.asked(), 0)
    assert.equal((await shown(sea.world)).picture, undefined)
  }
})

test('a picture whose own data name a library is not kept, and staff read why', async () => {
  await using sea = await atSea()
  const body = await photograph()
    .withExif({ IFD0: { Copyright: '2026 Getty Images' } })
    .jpeg()
    .toBuffer()
  sea.site.serve('/boats.jpg', { body })
  await sea.world.pictures()
  assert.equal((await shown(sea.world)).picture, undefined)
  assert.deepEqual(await refusals(sea), [
    ['Its own data credit it to Getty Images: that is not the member’s to grant.', false],
  ])
})

test('who made it is told by its own data where the feed told nothing', async () => {
  await using sea = await atSea()
  const body = await photograph()
    .withExif({ IFD0: { Artist: 'Jane Doe' } })
    .jpeg()
    .toBuffer()
  sea.site.serve('/boats.jpg', { body })
  await sea.world.pictures()
  const { page, picture } = await shown(sea.world)
  assert.equal(picture?.credit, 'Jane Doe')
  assert.match(page, /<figcaption>.*<bdi>Jane Doe<\/bdi>/s)
})

test('what is somebody else’s by its own data goes into no feed and to no other newsroom', async () => {
  await using sea = await atSea({}, { pictures: 'republish' })
  const { world } = sea
  const body = await photograph()
    .withExif({ IFD0: { Artist: 'Jane Doe' } })
    .jpeg()
    .toBuffer()
  sea.site.serve('/boats.jpg', { body })
  await world.pictures()
  const { story, picture, page } = await shown(world)
  assert.ok(picture && page.includes(`<img src="${picture.url}"`))
  const address = `/${story.day.replaceAll('-', '/')}/${story.slug}`
  for (const path of ['/feed', '/feed.json', `${address}.json`, `${address}/republish`])
    assert.ok(!(await (await world.get(path)).text()).includes(picture.url), path)
})

test('a recall reaches the caches between us and readers: none may keep a picture longer than a page', async () => {
  await using sea = await atSea()
  const { world } = sea
  await world.pictures()
  const { story, picture } = await shown(world)
  const answer = await world.get(picture?.url ?? '')
  assert.match(answer.headers.get('cache-control') ?? '', /^public, max-age=3600, s-maxage=15,/)
  assert.equal(answer.headers.get('cache-tag'), `story:${story.id}`)
  await transact(world, (tx, context) => withdraw(tx, context, story.id, 'a test'))
  assert.equal((await world.get(picture?.url ?? '')).status, 404)
})

test('what is gone, forbidden, or no picture is not asked for endlessly, and staff read why', async () => {
  for (const [reply, times, why] of [
    [{ status: 410 }, 1, /answered 410/],
    [{ status: 404 }, 3, /answered 404/],
    [{ status: 503 }, 5, /answered 503/],
    [{ headers: { 'content-type': 'image/jpeg' }, body: '<html>Please sign in</html>' }, 1, /no picture of a kind/],
    [
      { headers: { 'content-type': 'image/svg+xml' }, body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      1,
      /no picture/,
    ],
    [{ headers: { 'content-type': 'image/gif' }, body: new Uint8Array(16 * 1024 * 1024) }, 1, /MB/],
  ] as const) {
    await using sea = await atSea()
    sea.site.serve('/boats.jpg', reply as never)
    for (let day = 0; day < 12; day += 1) {
      await sea.world.pictures()
      sea.world.clock.advance(43_200)
    }
    assert.equal(sea.asked(), times)
    const [[reason = '', again] = []] = await refusals(sea)
    assert.match(String(reason), why)
    assert.equal(again, false)
    assert.equal((await shown(sea.world)).picture, undefined)
  }
})

test('robots.txt and the guard hold for pictures', async () => {
  await using sea = await atSea()
  sea.site.serve('/robots.txt', { body: 'User-agent: *\nDisallow: /boats' })
  await sea.world.pictures()
  assert.equal(sea.asked(), 0)
  assert.match(String((await refusals(sea))[0]?.[0]), /robots\.txt/)
  await using inside = await atSea({ url: 'ftp://127.0.0.1/boats.jpg' })
  await inside.world.pictures()
  assert.deepEqual((await line(inside.world)).pictures, [])
})

test('a source that is not told which network reads it is not told by a picture either', async () => {
  await using sea = await atSea()
  await sea.world.db.updateTable('sources').set({ agent: 'neutral' }).execute()
  await sea.world.pictures()
  const { headers } = sea.site.requests.find(({ path }) => path === '/boats.jpg') ?? assert.fail()
  assert.doesNotMatch(String(headers['user-agent']), /wireroom/i)
})

test('feeds, files and previews carry what others may have, and no more', async () => {
  for (const [pictures, credit, handsOn] of [
    ['republish', '', true],
    ['republish', 'Jane Doe', false],
    ['credit', '', false],
  ] as const) {
    await using sea = await atSea({ credit }, { pictures })
    const { world } = sea
    await world.pictures()
    const { story, picture, page } = await shown(world)
    const url = picture && `https://wire.example${picture.url}`
    assert.ok(url)
    assert.equal(page.includes(`<meta property="og:image" content="${url}">`), handsOn, `${pictures} ${credit}`)
    const file = `/${story.day.replaceAll('-', '/')}/${story.slug}.json`
    for (const path of ['/feed', '/feed.atom', '/feed.json', '/feed.ninjs', file]) {
      const text = await (await world.get(path)).text()
      assert.ok(text.includes('Boats in the harbour'), path)
      assert.equal(text.includes(url), handsOn, `${path} ${pictures} ${credit}`)
      assert.ok(!text.includes('/boats.jpg'), path)
    }
  }
})

test('a picture of our own release is written anew at a few widths, too, and stays where it is', async () => {
  await using world = await newsroom()
  const member = await world.member()
  const prepared = await preparePicture(await photograph().jpeg().toBuffer())
  const hash = await createMediaStore(world.config, world.clock).put(prepared.bytes, prepared.type)
  const { bytes, type, width, height } = prepared
  await transact(world, (tx) => insertMedia(tx, { hash, type, width, height, bytes: bytes.length }, world.clock()))
  const picture = {
    url: `/media/${hash}`,
    alt: 'Boats',
    caption: '',
    credit: '',
    licence: 'free',
    width,
    height,
  } as const
  await world.publish([draftFor(member, { genre: 'release', pictures: [picture] }, world.clock())])
  const before = await shown(world)
  assert.match(before.page, new RegExp(`<figure><img src="/media/${hash}"`))
  await world.pictures()
  const after = await shown(world)
  assert.match(after.page, new RegExp(`<source type="image/avif".*<img src="/media/${hash}"`, 's'))
  assert.deepEqual(await statuses(world, [hash, ...(after.picture?.renditions ?? []).map((one) => one.hash)]), [200])
})

test('staff read on a source’s page which pictures could not be brought, and why', async () => {
  await using sea = await atSea()
  const { world, site, source } = sea
  site.serve('/boats.jpg', { body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })
  await world.pictures()
  const headers = await world.signedIn(await world.account({ rights: ['administrator'] }))
  const page = await (await world.get(`/settings/sources/${source}`, headers)).text()
  assert.match(page, /Pictures that could not be brought.*boats\.jpg.*It is no picture of a kind that is taken.*never/s)
})

test('a grant that comes later brings the pictures of what is there once its source is read again', async () => {
  await using sea = await atSea({}, { pictures: 'none' })
  const { world, source: id } = sea
  await transact(world, (tx, context) => grant(tx, context, id, { shows: 'full', pictures: 'credit' }))
  await world.pictures()
  assert.equal(sea.asked(), 0)
  const source = await findSource(world.db, id)
  assert.ok(source)
  await reread({ db: world.db, clock: world.clock, by: 'test', url: world.config.url }, source)
  await world.pictures()
  assert.equal((await shown(world)).picture?.caption, 'Boats in May')
})

test('a story that comes out while its picture is being kept for another is served with it', async () => {
  await using sea = await atSea()
  const { world, site } = sea
  const first = await line(world)
  const picture = { url: `${site.url}/boats.jpg`, alt: '', caption: '', credit: '', licence: 'headline' } as const
  const draft = draftFor({ id: first.member.id, slug: first.member.slug }, { pictures: [picture] }, world.clock())
  let bringing: Promise<void> | undefined
  await transact(world, async (tx, context) => {
    await publish(tx, context, [draft])
    let isOver = false
    bringing = world.pictures().finally(() => {
      isOver = true
    })
    // Whoever keeps the picture now waits for this story, whose row nobody else sees yet.
    const waits = async () => (await sql`select from pg_locks where not granted`.execute(tx)).rows.length > 0
    while (!isOver && !(await waits())) await new Promise(setImmediate)
    assert.equal(isOver, false)
  })
  await bringing
  await transact(world, (tx, context) => withdraw(tx, context, first.id, 'why'))
  const hashes = ((await shown(world)).picture?.renditions ?? []).map(({ hash }) => hash)
  assert.deepEqual(await statuses(world, hashes), [200])
})

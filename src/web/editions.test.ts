import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testClock } from '../../test/support/clock.ts'
import { document, page, respond, text as textAnswer } from './answer.ts'
import { createEditions, type Editions } from './editions.ts'

const text = (of: string) => respond(textAnswer(of))
const words = (of: string) => respond(page(of, { tags: ['front'] }))

function room(maxBytes = 1024 * 1024): { editions: Editions; clock: ReturnType<typeof testClock> } {
  const clock = testClock()
  return { editions: createEditions({ clock, maxBytes }), clock }
}

/** A render that ends when it is told to. */
function slow() {
  const { promise, resolve } = Promise.withResolvers<Response>()
  let asked = 0
  return {
    end: resolve,
    asked: () => asked,
    make: () => {
      asked += 1
      return promise
    },
  }
}

test('an edition is served until one of its tags is dropped', async () => {
  const { editions } = room()
  await editions.render('/', async () => words('one'))
  assert.equal(editions.get('/')?.plain.toString(), 'one')
  editions.drop(['member:other'])
  assert.ok(editions.get('/'))
  editions.drop(['front'])
  assert.equal(editions.get('/'), undefined)
})

test('what was dropped while it was rendered is rendered again, and only that is kept', async () => {
  const { editions } = room()
  const first = slow()
  const outcome = editions.render('/', async () => (first.asked() === 0 ? first.make() : words('new')))
  editions.drop(['front'])
  first.end(words('old'))
  assert.equal((await outcome).plain.toString(), 'new')
  assert.equal(editions.get('/')?.plain.toString(), 'new')
})

test('a drop is remembered for a render under way, whatever is dropped or rendered beside it', async () => {
  const { editions } = room()
  const first = slow()
  const outcome = editions.render('/', async () => (first.asked() === 0 ? first.make() : words('new')))
  editions.drop(['member:other'])
  editions.drop(['front'])
  await editions.render('/about', async () => respond(page('about', { tags: ['network'] })))
  first.end(words('old'))
  await outcome
  assert.equal(editions.get('/')?.plain.toString(), 'new')
})

test('an answer that is stale each time it is ready may be kept by nobody', async () => {
  const { editions } = room()
  const edition = await editions.render('/', async () => {
    editions.drop(['front'])
    return words('never in time')
  })
  assert.equal(edition.kept, false)
  assert.deepEqual(edition.headers.find(([name]) => name === 'cache-control')?.[1], 'no-store')
  assert.equal(editions.get('/'), undefined)
})

test('who asks while a page is rendered waits for that one; after a drop, for a newer one', async () => {
  const { editions } = room()
  const first = slow()
  const one = editions.render('/', first.make)
  const two = editions.render('/', first.make)
  first.end(words('shared'))
  assert.equal(await one, await two)
  assert.equal(first.asked(), 1)

  editions.drop(['all'])
  const old = slow()
  const overtaken = editions.render('/', async () => (old.asked() === 0 ? old.make() : words('newest')))
  editions.drop(['front'])
  assert.equal((await editions.render('/', async () => words('newer'))).plain.toString(), 'newer')
  old.end(words('older'))
  assert.equal((await overtaken).plain.toString(), 'newest')
})

test('what is only outdated answers for another moment, while it is made anew', async () => {
  const { editions, clock } = room()
  await editions.render('/', async () => words('old'))
  editions.outdate(['member:other'])
  assert.equal(editions.get('/')?.outdated, undefined)
  editions.outdate(['front'])
  assert.ok(editions.get('/')?.outdated)
  const next = slow()
  const renewed = editions.renew('/', next.make)
  // One is enough.
  await editions.renew('/', next.make)
  assert.equal(editions.get('/')?.plain.toString(), 'old')
  next.end(words('new'))
  await renewed
  assert.equal(next.asked(), 1)
  assert.deepEqual([editions.get('/')?.plain.toString(), editions.get('/')?.outdated], ['new', undefined])
  // Whoever comes later than that waits for the newest.
  editions.outdate(['front'])
  clock.advance(0.249)
  assert.ok(editions.get('/'))
  clock.advance(0.001)
  assert.equal(editions.get('/'), undefined)
})

test('what is taken back is gone at once, outdated or not, and stays so when a render of it ends', async () => {
  const { editions } = room()
  await editions.render('/', async () => words('with the story'))
  editions.outdate(['front'])
  const next = slow()
  const renewed = editions.renew('/', async () => (next.asked() === 0 ? next.make() : words('without it')))
  editions.drop(['front'])
  assert.equal(editions.get('/'), undefined)
  // Who asks now is not given what was begun before.
  assert.equal((await editions.render('/', async () => words('without'))).plain.toString(), 'without')
  next.end(words('with the story'))
  await renewed
  assert.equal(editions.get('/')?.plain.toString(), 'without it')
})

test('an edition that was outdated while it was rendered is as old as its beginning, and takes no newer one its place', async () => {
  const { editions, clock } = room()
  const first = slow()
  const begun = editions.render('/', first.make)
  clock.advance(0.2)
  editions.outdate(['front'])
  assert.equal((await editions.render('/', async () => words('newer'))).plain.toString(), 'newer')
  first.end(words('older'))
  assert.equal((await begun).plain.toString(), 'older')
  assert.equal(editions.get('/')?.plain.toString(), 'newer')

  const slowest = slow()
  const oldest = editions.render('/list', slowest.make)
  clock.advance(0.1)
  editions.outdate(['front'])
  await editions.render('/list', async () => words('newer'))
  editions.outdate(['front'])
  slowest.end(words('oldest'))
  await oldest
  assert.equal(editions.get('/list')?.plain.toString(), 'newer')

  const second = slow()
  const again = editions.render('/about', second.make)
  clock.advance(0.2)
  editions.outdate(['front'])
  second.end(words('about, a moment ago'))
  await again
  assert.ok(editions.get('/about')?.outdated)
  clock.advance(0.05)
  assert.equal(editions.get('/about'), undefined)
})

test('a renewal that fails leaves the outdated edition to the end of its moment, and is tried again', async () => {
  const { editions } = room()
  await editions.render('/', async () => words('old'))
  editions.outdate(['front'])
  await assert.rejects(
    editions.renew('/', () => Promise.reject(new Error('no database'))),
    /no database/,
  )
  assert.equal(editions.get('/')?.plain.toString(), 'old')
  await editions.renew('/', async () => respond(textAnswer('broken', 500)))
  assert.equal(editions.get('/')?.plain.toString(), 'old')
  await editions.renew('/', async () => words('new'))
  assert.equal(editions.get('/')?.plain.toString(), 'new')
})

test('the successor is there in every form its forerunner was asked for', async () => {
  const { editions } = room()
  const body = 'long enough to compress '.repeat(100)
  const edition = await editions.render('/', async () => words(body))
  await editions.variant(edition, 'gzip')
  editions.outdate(['front'])
  await editions.renew('/', async () => words(`new ${body}`))
  const renewed = editions.get('/')
  assert.ok(renewed && editions.ready(renewed, 'gzip'))
  assert.equal(renewed && editions.ready(renewed, 'br'), undefined)
})

test('what is made for one person is never given to another who asks at the same time', async () => {
  const { editions } = room()
  const first = slow()
  const one = editions.render('/', first.make)
  const two = editions.render('/', async () => text('for two'))
  first.end(text('for one'))
  assert.equal((await one).plain.toString(), 'for one')
  assert.equal((await two).plain.toString(), 'for two')
})

test('a failed render fails for those who waited, and is tried again by the next', async () => {
  const { editions } = room()
  await assert.rejects(
    editions.render('/', () => Promise.reject(new Error('no database'))),
    /no database/,
  )
  assert.equal((await editions.render('/', async () => words('back'))).plain.toString(), 'back')
})

test('suspended, nothing is served or kept; what began before is not kept after', async () => {
  const { editions } = room()
  await editions.render('/', async () => words('one'))
  const during = slow()
  editions.suspend()
  assert.equal(editions.get('/'), undefined)
  const begun = editions.render('/', async () => (during.asked() === 0 ? during.make() : words('rendered anew')))
  assert.equal((await editions.render('/about', async () => words('fresh'))).kept, false)
  editions.resume()
  during.end(words('begun when drops were missed'))
  await begun
  assert.equal(editions.get('/')?.plain.toString(), 'rendered anew')
  editions.suspend()
  editions.resume()
  assert.deepEqual([editions.counts().editions, editions.counts().bytes], [0, 0])
})

test('bytes are bounded, every encoding counts, and what is not asked for leaves first', async () => {
  const { editions } = room(100_000)
  const body = 'a page about something. '.repeat(400)
  for (let i = 0; i < 30; i += 1) {
    const edition = await editions.render(`/${i}`, async () => words(`${i} ${body}`))
    for (const encoding of ['identity', 'gzip', 'br'] as const) await editions.variant(edition, encoding)
    editions.get('/0')
  }
  const { bytes, editions: count } = editions.counts()
  assert.ok(bytes <= 100_000 && bytes > 50_000, `${bytes} bytes`)
  assert.ok(count >= 5 && count < 11, `${count} editions`)
  assert.ok(editions.get('/0'), 'asked for each time')
  editions.drop(['all'])
  assert.equal(editions.counts().bytes, 0)
})

test('bytes come back to nothing when editions are dropped one by one', async () => {
  const { editions } = room()
  const edition = await editions.render('/', async () => words('long enough to compress '.repeat(100)))
  for (const encoding of ['identity', 'gzip', 'br'] as const) await editions.variant(edition, encoding)
  editions.drop(['front'])
  assert.equal(editions.counts().bytes, 0)
})

test('an edition ends at the moment it says', async () => {
  const { editions, clock } = room()
  const until = new Date('2026-11-25T00:00:00Z')
  await editions.render('/', async () => respond(page('today', { tags: ['front'], until })))
  clock.set('2026-11-24T23:59:59Z')
  assert.ok(editions.get('/'))
  clock.set('2026-11-25T00:00:00Z')
  assert.equal(editions.get('/'), undefined)
})

test('every encoding has its own tag, and the content comes out of each', async () => {
  const { editions } = room()
  const body = '<rss>'.repeat(500)
  const made = () => respond(document(body, 'application/rss+xml; charset=utf-8', { tags: ['front'] }))
  const edition = await editions.render('/feed', async () => made())
  const tags = new Set<string>()
  for (const encoding of ['identity', 'gzip', 'br'] as const) tags.add((await editions.variant(edition, encoding)).etag)
  assert.equal(tags.size, 3)
})

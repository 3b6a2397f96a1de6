import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { SourceId } from '../core/id.ts'
import { healthOf, type SourceState, sourceStates } from '../core/source-health.ts'
import { listSourcePage } from '../db/source-list.ts'
import { listSources } from '../db/sources.ts'

async function atWork() {
  const world = await newsroom()
  const who = await world.signedIn(await world.account({ rights: ['administrator'] }))
  return {
    world,
    read: async (path: string) => await (await world.get(path, who)).text(),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

/** The titles of the sources on a page, in its order. */
const titlesOn = (page: string) =>
  [...page.matchAll(/<h2><a href="\/settings\/sources\/[^"]+"><bdi>([^<]*)<\/bdi>/g)].map(([, title]) => title)

async function sourcesTitled(world: World, titles: readonly string[]): Promise<SourceId[]> {
  const ids: SourceId[] = []
  for (const title of titles) {
    const id = await world.granted({ shows: 'full', pictures: 'none' })
    await world.db.updateTable('sources').set({ title }).where('id', '=', id).execute()
    ids.push(id)
  }
  return ids
}

test('the list sifts by health, words and member, and counts what it sifts by', async () => {
  await using work = await atWork()
  const { world, read } = work
  const [failing, quiet, fine] = await sourcesTitled(world, ['Failing one', 'Quiet one', 'Fine 100%'])
  const now = world.clock()
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const set = (id: SourceId | undefined, change: Record<string, unknown>) =>
    world.db
      .updateTable('sources')
      .set(change)
      .where('id', '=', id as string)
      .execute()
  await set(failing, { failures: 3, lastProblem: 'The server answered 403.', lastSuccessAt: ago(2) })
  await set(quiet, { lastSuccessAt: now, habitSeconds: 3_600, lastNewsAt: ago(9) })
  await set(fine, { lastSuccessAt: now, habitSeconds: 86_400, lastNewsAt: ago(1) })

  assert.deepEqual(titlesOn(await read('/settings/sources')), ['Failing one', 'Quiet one', 'Fine 100%'])
  const sifted = await read('/settings/sources?state=failing')
  assert.deepEqual(titlesOn(sifted), ['Failing one'])
  assert.match(sifted, /Failed 3 times in a row: <span lang="en" dir="ltr">The server answered 403\./)
  assert.match(sifted, /state=quiet"[^>]*>Quiet <span class="count">1</)
  assert.match(await read('/settings/sources?state=quiet'), /Nothing new for 9 days, usually within 60 minutes/)
  assert.deepEqual(titlesOn(await read('/settings/sources?state=fine')), ['Fine 100%'])
  assert.deepEqual(titlesOn(await read('/settings/sources?q=QUIET')), ['Quiet one'])
  // What stands for anything in a pattern stands for itself here.
  assert.deepEqual(titlesOn(await read('/settings/sources?q=100%25')), ['Fine 100%'])
  assert.deepEqual(titlesOn(await read('/settings/sources?q=%25_%25')), [])
  assert.deepEqual(titlesOn(await read('/settings/sources?member=nobody')), [])
  assert.equal(titlesOn(await read('/settings/sources?member=harbour-times')).length, 3)
  assert.equal(titlesOn(await read('/settings/sources?state=nonsense&sort=nonsense&after=nonsense')).length, 3)
  for (const never of ['2026-99-99T99:99Z', 'infinity', 'now']) {
    const mark = Buffer.from(JSON.stringify([never, fine])).toString('base64url')
    assert.equal(titlesOn(await read(`/settings/sources?sort=visited&after=${mark}`)).length, 3, never)
  }
})

test('where there is no source yet there is nothing to look through, only what to do first', async () => {
  await using work = await atWork()
  const { world, read } = work
  const empty = await read('/settings/sources')
  assert.match(empty, /There are no sources yet\./)
  assert.doesNotMatch(empty, /role="search"|class="sift"/)
  await sourcesTitled(world, ['One'])
  for (const path of ['/settings/sources', '/settings/sources?q=nothing', '/settings/sources?member=nobody']) {
    const page = await read(path)
    assert.match(page, /role="search"/, path)
    assert.doesNotMatch(page, /There are no sources yet/, path)
  }
})

test('pages of the list follow each other without a gap, in every order', async () => {
  await using work = await atWork()
  const { world, read } = work
  const titles = Array.from({ length: 120 }, (_, i) => `Source ${String(i).padStart(3, '0')}`)
  await sourcesTitled(world, titles)
  await sql`update sources set next_visit_at = date_trunc('milliseconds', next_visit_at + random() * interval '1 day'),
    last_visit_at = case when random() < 0.5 then date_trunc('milliseconds', created_at - random() * interval '1 day') end`.execute(
    world.db,
  )
  for (const sort of ['member', 'visited', 'next']) {
    const seen: (string | undefined)[] = []
    let path: string | undefined = `/settings/sources?sort=${sort}`
    while (path) {
      const page: string = await read(path)
      seen.push(...titlesOn(page))
      path = /<a href="([^"]*after=[^"]*)">More/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.equal(seen.length, 120, sort)
    assert.equal(new Set(seen).size, 120, sort)
  }
})

test('the database and the program agree on how a source is doing', async () => {
  await using world = await newsroom()
  const now = world.clock()
  const ids = await sourcesTitled(
    world,
    Array.from({ length: 24 }, (_, i) => `S${i}`),
  )
  const moments = [null, new Date(now.getTime() - 86_400_000), new Date(now.getTime() - 86_401_000), now]
  for (const [i, id] of ids.entries()) {
    const change = {
      failures: i % 6 === 5 ? 2 : 0,
      lastProblem: 'It failed.',
      lastSuccessAt: i % 5 === 4 ? null : now,
      habitSeconds: [null, 60, 28_800, 40_000][i % 4] ?? null,
      lastNewsAt: moments[Math.floor(i / 4) % 4] ?? null,
    }
    await world.db.updateTable('sources').set(change).where('id', '=', id).execute()
  }
  const { sources } = await listSourcePage(world.db, { now }, { order: 'member', most: 100 })
  const known = new Map((await listSources(world.db)).map((source) => [source.id, healthOf(source, now).state]))
  assert.deepEqual(new Map(sources.map(({ id, state }) => [id, state])), known)
  const states = new Set<SourceState>(known.values())
  assert.deepEqual(
    sourceStates.filter((state) => !states.has(state)),
    ['paused'],
  )
})

test('a source’s page tells its visits, with what had not changed, and goes back page by page', async () => {
  await using work = await atWork()
  const { world, read } = work
  const site = await world.net.site()
  site.serve('/feed', {
    headers: { 'content-type': 'application/rss+xml', etag: '"1"' },
    body: '<rss version="2.0"><channel><title>Harbour Times</title><item><guid>1</guid><title>Ferry sails</title></item></channel></rss>',
  })
  const id = await world.source(`${site.url}/feed`)
  assert.match(await read(`/settings/sources/${id}`), /Not visited yet\./)
  for (let visits = 0; visits < 60; visits += 1) {
    if (visits === 3) site.serve('/feed', { status: 503 })
    if (visits === 5) site.serve('/feed', { status: 304 })
    await world.visit(id)
    world.clock.advance(3_600)
  }
  const page = await read(`/settings/sources/${id}`)
  assert.match(page, /Last 60 visits: 2 failed, \d+ % had not changed/)
  assert.match(page, /aria-label="1 new item in 90 days\. Visits failed on 1 day\."/)
  assert.equal([...page.matchAll(/<tr/g)].length, 51)
  const earlier = /href="([^"]*before=\d+)[^"]*">Earlier/.exec(page)?.[1] ?? ''
  const before = await read(earlier)
  assert.equal([...before.matchAll(/<tr/g)].length, 11)
  assert.match(before, /The server answered 503\./)
  assert.match(before, /1 items, 1 new, 0 changed\./)
  assert.doesNotMatch(before, /Earlier visits/)
})

test('only administrators enter, and what nobody has is not found', async () => {
  await using world = await newsroom()
  const id = await world.granted({ shows: 'full', pictures: 'none' })
  const editor = await world.signedIn(await world.account({ rights: ['editor', 'moderator'] }))
  const administrator = await world.signedIn(
    await world.account({ mail: 'sam@harbour.example', rights: ['administrator'] }),
  )
  const nobody = '01a20d6d-0000-7000-8000-000000000000'
  const pages = ['', '.opml', '/add', '/import', `/${id}`, `/${id}/remove`].map((path) => `/settings/sources${path}`)
  for (const path of [...pages, '/settings/members/add']) {
    assert.equal((await world.get(path)).status, 303, path)
    assert.equal((await world.get(path, editor)).status, 403, path)
    const answer = await world.get(path, administrator)
    assert.equal(answer.status, 200, path)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store', path)
  }
  for (const path of [`/${nobody}`, `/${nobody}/remove`, `/imports/${nobody}`, '/nonsense'])
    assert.equal((await world.get(`/settings/sources${path}`, administrator)).status, 404, path)
  const forms = ['/add', '/import', `/imports/${nobody}`, `/${id}/grant`, `/${id}/facts`, `/${id}/remove`]
  const acts = ['pause', 'resume', 'visit', 'reread', 'restore'].map((act) => `/${id}/${act}`)
  const before = await world.db.selectFrom('sources').selectAll().execute()
  for (const path of [...forms, ...acts].map((path) => `/settings/sources${path}`)) {
    assert.equal((await world.post(path, { stories: 'stay', grant: 'headline' }, editor)).status, 403, path)
    const elsewhere = { ...administrator, origin: 'https://evil.example' }
    assert.equal((await world.post(path, { stories: 'stay' }, elsewhere)).status, 403, path)
  }
  assert.deepEqual(await world.db.selectFrom('sources').selectAll().execute(), before)
  for (const path of [`/${nobody}/grant`, `/${nobody}/pause`, `/${nobody}/remove`, `/imports/${nobody}`])
    assert.equal((await world.post(`/settings/sources${path}`, {}, administrator)).status, 404, path)
})

test('in words alone every page has the same fields, and stays in words alone', async () => {
  await using work = await atWork()
  const { world, read } = work
  const site = await world.net.site()
  site.serve(
    '/feed',
    '<rss version="2.0"><channel><title>T</title><item><guid>1</guid><title>One</title></item></channel></rss>',
  )
  const id = await world.source(`${site.url}/feed`)
  await world.visit(id)
  const fieldsOf = (page: string) =>
    [...page.matchAll(/ name="([\w-]+)"/g)]
      .map(([, name]) => name)
      .filter((name) => !/^(?:viewport|color-scheme|robots|text)$/.test(name ?? ''))
  for (const path of ['', '/add', '/import', `/${id}`, `/${id}/remove`].map((path) => `/settings/sources${path}`)) {
    const [whole, plain] = [await read(path), await read(`${path}?text`)]
    assert.deepEqual(fieldsOf(plain), fieldsOf(whole), path)
    assert.doesNotMatch(plain, /<svg|sources\.\w+\.css/, path)
    for (const [, action = ''] of plain.matchAll(/action="([^"]+)"/g)) assert.match(action, /[?&]text$/, path)
  }
  const answer = await world.post(
    `/settings/sources/${id}/pause?text`,
    {},
    await world.signedIn(await world.account({ mail: 'sam@harbour.example', rights: ['administrator'] })),
  )
  assert.equal(answer.headers.get('location'), `/settings/sources/${id}?done=paused&text`)
})

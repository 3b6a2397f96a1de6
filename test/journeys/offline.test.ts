/** The offline edition in a real browser: only for who wants it, what it keeps, how a recall reaches it, and its end. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { StoryId } from '../../src/core/id.ts'
import { withdraw } from '../../src/wire/recall.ts'
import { type Journey, journey } from '../support/journey.ts'

test('a reader keeps the newest stories, reads them without a network, and erases all of it in one tap', async () => {
  await using reading = await journey({ javaScriptEnabled: true })
  const { page, world, home } = reading
  await world.story({ headline: 'A walrus in the harbour', body: '<p>It slept on a pontoon.</p>' })
  const ferry = await world.story({ headline: 'The ferry is late', body: '<p>Fog on the bay.</p>' })
  await page.goto(home)
  await page.goto(`${home}/offline`)
  assert.deepEqual(await keptIn(page), [], 'nothing is kept unasked')
  await page.click('text=Keep the 2 newest stories on this device')
  await page.waitForSelector('text=Kept on this device as of')
  const kept = await keptIn(page)
  assert.equal(kept[0], '/offline/stories')
  assert.match(kept.slice(1).join(' '), /^\/assets\/(?:text\.\w+\.css|offline\.\w+\.js) \/assets\/\S+$/)

  await cut(reading, true)
  await page.goto(`${home}/2026/11/24/a-walrus-in-the-harbour`)
  assert.equal(
    new URL(page.url()).pathname + new URL(page.url()).hash,
    '/offline/stories#2026-11-24-a-walrus-in-the-harbour',
  )
  assert.match(await wordsOf(page), /It slept on a pontoon\..*/s)
  await page.goto(`${home}/topics`)
  assert.equal(new URL(page.url()).pathname, '/offline/stories')
  await page.click('nav >> text=The ferry is late')
  assert.match(page.url(), /#2026-11-24-the-ferry-is-late$/)
  // Pages that are not for every reader are none of its business.
  await assert.rejects(page.goto(`${home}/account`), /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/)

  // A recall reaches it with the first page after the network is back.
  await cut(reading, false)
  await recall(reading, ferry)
  await page.goto(`${home}/2026/11/24/the-ferry-is-late`)
  assert.match(await wordsOf(page), /withdrawn/)
  await page.waitForFunction(
    `caches.match('/offline/stories').then((kept) => kept.text()).then((text) => !text.includes('Fog on the bay'))`,
  )

  await cut(reading, true)
  await page.goto(`${home}/places`)
  assert.doesNotMatch(await wordsOf(page), /ferry/i)
  await page.click('text=Erase everything of ours in this browser')
  await page.waitForSelector('text=Erased.')
  assert.deepEqual(await keptIn(page), [])
  assert.equal(await page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)'), 0)
  assert.equal(await page.evaluate('localStorage.length'), 0)
  assert.deepEqual(await page.context().cookies(), [])
})

test('without JavaScript the page says what it needs, the stories stand on one page, and erasing works', async () => {
  await using reading = await journey()
  const { page, world, home } = reading
  await world.story({ headline: 'A walrus in the harbour', body: '<p>It slept on a pontoon.</p>' })
  await page.goto(home)
  await page.click('footer >> text=Offline edition')
  assert.match(
    await wordsOf(page),
    /The 1 newest story, as text without pictures, in this browser: about \d+(?:\.\d)? kB/,
  )
  assert.ok(await page.isVisible('text=the browser needs JavaScript'))
  assert.equal(await page.isVisible('text=on this device'), false)
  await page.click('text=all of them on one page')
  assert.match(await wordsOf(page), /It slept on a pontoon/)
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page.click('text=Erase everything'),
  ])
  assert.deepEqual([answer.status(), (await answer.allHeaders())['clear-site-data']], [303, '"cache", "storage"'])
  await page.waitForSelector('text=Erased.')
  assert.deepEqual([await page.context().cookies(), reading.problems], [[], []])
})

test('once an hour at most a page that is open has the worker look for what is new, and whoever is signed in is let alone', async () => {
  await using reading = await journey({ javaScriptEnabled: true })
  const { page, world, home } = reading
  await world.story({ headline: 'A walrus in the harbour' })
  await page.goto(`${home}/offline`)
  await page.click('text=Keep the 1 newest')
  await page.waitForSelector('text=Kept on this device as of')
  await world.story({ headline: 'A new pier' })
  await untilTold(page, home, 'A new pier')
  const looked = () => page.evaluate(`caches.match('/offline/stories').then((kept) => kept.text())`)
  assert.doesNotMatch(String(await looked()), /A new pier/, 'an hour has not passed')
  // As if it had been kept two hours ago.
  await page.evaluate(`(async () => {
    const cache = await caches.open('wireroom-offline'), kept = await cache.match('/offline/stories')
    const headers = new Headers(kept.headers)
    headers.set('x-looked', String(Date.now() - 7_200_000))
    await cache.put('/offline/stories', new Response(await kept.text(), { headers }))
  })()`)
  const { cookie } = await world.signedIn(await world.account())
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: home }])
  await page.goto(home)
  await page.waitForFunction(
    `caches.match('/offline/stories').then((kept) => kept.text()).then((text) => text.includes('A new pier'))`,
  )
  // Asked without the cookie: an answer to somebody who is signed in would say that nobody may keep it.
  const told = await page.evaluate(`caches.match('/offline/stories').then((kept) => kept.headers.get('cache-control'))`)
  assert.match(String(told), /^public/)
  await page.goto(`${home}/account`)
  assert.equal((await keptIn(page)).length, 3)
})

async function wordsOf(page: Page): Promise<string> {
  return (await page.textContent('main')) ?? ''
}

/** The paths of all that is kept, the page of stories first. */
async function keptIn(page: Page): Promise<string[]> {
  const urls = (await page.evaluate(`(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => url)
  })()`)) as string[]
  return urls.map((url) => new URL(url).pathname).toSorted((a, b) => b.localeCompare(a))
}

async function cut({ page }: Journey, isOffline: boolean): Promise<void> {
  await page.context().setOffline(isOffline)
}

async function recall({ world, page, home }: Journey, id: StoryId): Promise<void> {
  const context = await world.wire()
  await world.db.transaction().execute((tx) => withdraw(tx, context, id, 'a test'))
  await untilTold(page, `${home}/2026/11/24/the-ferry-is-late`, 'withdrawn')
}

/** Until the program has heard of it: asked past the browser. */
async function untilTold(page: Page, address: string, words: string): Promise<void> {
  while (!(await (await page.request.get(address)).text()).includes(words)) await new Promise(setImmediate)
}

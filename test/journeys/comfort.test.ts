/** What makes reading easier, in a real browser: nothing moves, nothing is asked of anybody else, nothing is kept unasked. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { updateNetwork } from '../../src/db/network.ts'
import { faultsOf } from '../support/axe.ts'
import { type Journey, journey, phone } from '../support/journey.ts'
import type { World } from '../support/newsroom.ts'

test('what is new since the last visit is marked for who wants it, on this device alone, and forgotten in one tap', async () => {
  await using reading = await reader()
  const { page, world, home } = reading
  await page.goto(home)
  assert.match(await said(page, '.since'), /^Mark what is new since my last visit · kept in this browser alone$/)
  assert.equal(await page.evaluate('localStorage.length'), 0, 'nothing is kept unasked')
  await page.click('.since button')
  assert.match(await said(page, '.since'), /^From your next visit on/)
  await later(reading, 120)
  await world.story({ headline: 'A new pier' })
  await later(reading, 1)
  await world.story({ headline: 'A new crane' })
  await later(reading, 1)
  await outdated(page, 'A new crane')
  assert.match(await said(page, '.since'), /^New since your visit on Tuesday: 2 · Forget my visits$/)
  assert.deepEqual(await page.locator('.wire .fresh h3').allTextContents(), ['New: A new crane', 'New: A new pier'])
  assert.deepEqual(Object.keys(JSON.parse(await page.evaluate('localStorage.wireroom'))), ['seen', 'since'])
  await page.click('.since button')
  assert.equal(await page.locator('.fresh').count(), 0)
  assert.equal(await page.evaluate('localStorage.length'), 0)
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Mark what is new since my last visit')
  await isQuiet(reading)
})

test('where a browser keeps nothing, nothing is offered, and the page is the same', async () => {
  await using reading = await reader()
  const { page, home } = reading
  await page.addInitScript(`Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })`)
  await page.goto(home)
  await page.waitForSelector('[data-keys]:visible')
  assert.equal(await said(page, '.since'), '')
  await isQuiet(reading)
})

test('times are told by the reader’s clock and say when that is another day; nothing moves for it', async () => {
  await using reading = await reader({ timezoneId: 'Pacific/Auckland' })
  const { page, home, world } = reading
  const { href: slug } = story(world)
  for (const path of ['/', '/releases', slug, `/ar${slug}`]) {
    await page.goto(home + path)
    await page.waitForSelector('[data-keys]:visible')
    await page.evaluate('document.fonts.ready')
    assert.equal(await shiftOf(page), 0, path)
  }
  await page.goto(home)
  const first = page.locator('.wire time').first()
  assert.equal(await first.textContent(), '01:00+1')
  assert.match((await first.getAttribute('aria-label')) ?? '', /^Wednesday,? 25 November 2026/)
  assert.equal(await first.getAttribute('datetime'), '2026-11-24T12:00:00.000Z')
  assert.equal(await said(page, '.zone'), 'Times: your own, New Zealand Daylight Time')
  await page.goto(home + slug)
  assert.match(await said(page, '.facts'), /25 Nov 2026, 01:00 (?:NZDT|GMT\+13)/)
  await isQuiet(reading)
})

test('in a language of long words and on the narrowest screen nothing moves either', async () => {
  await using reading = await reader({ viewport: { width: 320, height: 640 } })
  const { page, home, world } = reading
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'de', 'fr', 'ru'] }))
  for (const path of ['/de', '/fr/releases', '/ru']) {
    await page.goto(home + path)
    await page.waitForSelector('[data-keys]:visible')
    assert.notEqual(await said(page, '.since'), '')
    assert.equal(await shiftOf(page), 0, path)
  }
})

test('keys go along the stories, to the search and to the lists; never while somebody types, and not where they are off', async () => {
  await using reading = await reader()
  const { page, home } = reading
  await page.goto(home)
  await page.waitForSelector('[data-keys]:visible')
  const focused = () => page.evaluate('document.activeElement.textContent')
  await page.keyboard.press('j')
  const first = await focused()
  await page.keyboard.press('j')
  assert.notEqual(await focused(), first)
  await page.keyboard.press('k')
  assert.equal(await focused(), first)
  await page.keyboard.press('Control+j')
  assert.equal(await focused(), first)
  await page.keyboard.press('o')
  await page.waitForURL('**/2026/11/24/**')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.waitForURL('**/releases')
  await page.keyboard.press('/')
  await page.waitForURL('**/search#q')
  await page.keyboard.type('jjo?/')
  assert.equal(await page.inputValue('#q'), 'jjo?/')

  await page.goto(home)
  await page.keyboard.press('?')
  assert.equal(await page.isVisible('dialog.keys'), true)
  await page.click('dialog label')
  await page.keyboard.press('Escape')
  assert.equal(await page.isVisible('dialog.keys'), false)
  await page.keyboard.press('j')
  await page.reload()
  await page.waitForSelector('[data-keys]:visible')
  await page.keyboard.press('j')
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'BODY')
  // The window opens by its button, too, where they are switched on again.
  await page.click('[data-keys]')
  await page.click('dialog label')
  await page.click('dialog button')
  await page.keyboard.press('j')
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'A')
  await isQuiet(reading)
})

test('a story is passed on by plain links without JavaScript, and with it by the browser’s own means', async () => {
  await using reading = await reader({ javaScriptEnabled: false })
  const { page, home, world } = reading
  const { href, address } = story(world)
  await page.goto(home + href)
  const links = page.locator('.share a')
  const asked = await links.evaluateAll((all) =>
    all.map((link) => decodeURIComponent(String(link.getAttribute('href')))),
  )
  assert.ok(asked.length > 2 && asked.every((one) => one.includes(address)), asked.join(' '))
  assert.deepEqual(await page.locator('.share button:visible').count(), 0)
  for (const one of await links.all())
    if (!(await one.getAttribute('href'))?.startsWith('mailto:'))
      assert.deepEqual(
        [await one.getAttribute('rel'), await one.getAttribute('referrerpolicy')],
        ['noopener noreferrer external', 'no-referrer'],
      )

  const context = await page
    .context()
    .browser()
    ?.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  assert.ok(context)
  const scripted = await context.newPage()
  await scripted.addInitScript('navigator.share = async (what) => { globalThis.shared = what }')
  await scripted.goto(home + href)
  await scripted.click('text=Copy the address')
  await scripted.waitForSelector('text=Copied')
  assert.equal(await scripted.evaluate('navigator.clipboard.readText()'), address)
  await scripted.click('text=More ways')
  assert.deepEqual(await scripted.evaluate('shared'), { title: 'A walrus in the harbour', url: address })
})

test('axe finds nothing on what the script adds, on a phone, in the dark, in both directions of script', async () => {
  await using reading = await reader({ ...phone, colorScheme: 'dark', bypassCSP: true })
  const { page, home, world } = reading
  const { href } = story(world)
  for (const path of ['/', '/ar', href, `/ar${href}`, '/offline', '/ar/offline', '/offline/stories']) {
    await page.goto(home + path)
    if (path === href) await page.keyboard.press('?')
    assert.deepEqual(await faultsOf(page), [], path)
    assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, path)
  }
})

/** A browser with JavaScript at a network with a few stories; its clock is the network's. */
async function reader(options: BrowserContextOptions = {}): Promise<Journey> {
  const reading = await journey({ javaScriptEnabled: true, ...options })
  const { page, world } = reading
  const headlines = ['A walrus in the harbour', 'The ferry is late', 'Fog on the bay']
  for (const headline of headlines) await world.story({ headline, body: `<p>${'Word '.repeat(300)}</p>` })
  await world.story({ headline: 'A release of the port', genre: 'release' })
  // The page's own faces arrive late or never; what moves for them is measured elsewhere.
  await page.route('**/*.woff2', (font) => font.fulfill({ status: 200, body: '' }))
  // The script comes when the page has been seen for a while: what it moved then would be seen.
  await page.route('**/reader.*.js', async (script) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await script.continue()
  })
  await page.addInitScript(`globalThis.shifts = []
    new PerformanceObserver((list) => shifts.push(...list.getEntries().filter((one) => !one.hadRecentInput)))
      .observe({ type: 'layout-shift', buffered: true })`)
  if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(world.clock())
  return reading
}

async function later(reading: Journey, minutes: number): Promise<void> {
  reading.world.clock.advance(minutes * 60)
  await reading.page.clock.setFixedTime(reading.world.clock())
}

/** Loads the front page until it has heard of a story. */
async function outdated(page: Page, headline: string): Promise<void> {
  while (!(await page.content()).includes(headline)) await page.reload()
}

function story(world: World): { href: string; address: string } {
  const href = '/2026/11/24/a-walrus-in-the-harbour'
  return { href, address: world.config.url + href }
}

async function said(page: Page, selector: string): Promise<string> {
  return ((await page.locator(selector).textContent()) ?? '').replaceAll(/\s+/g, ' ').trim()
}

async function shiftOf(page: Page): Promise<number> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  return await page.evaluate('shifts.reduce((sum, { value }) => sum + value, 0)')
}

/** No cookie, nothing moved, nobody else asked, no complaint. */
async function isQuiet({ page, problems }: Journey): Promise<void> {
  assert.equal(await shiftOf(page), 0)
  assert.deepEqual([await page.context().cookies(), problems], [[], []])
}

/** A reader searches in a real browser: without JavaScript from the front page to a story, and what axe thinks of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf } from '../support/axe.ts'
import { journey, phone } from '../support/journey.ts'
import type { World } from '../support/newsroom.ts'

test('without JavaScript: from the front page to a slip of the pen, what was meant, a narrower search and a story', async () => {
  await using reading = await journey()
  const { page, world } = reading
  await fill(world)
  await page.goto(reading.home)
  // The field that stands over every page.
  await page.fill('.sections [name=q]', 'wlarus')
  await page.press('.sections [name=q]', 'Enter')
  await page.click('text=walrus')
  assert.equal(await page.inputValue('#q'), 'walrus')
  assert.equal(await page.locator('.entries > li').count(), 3)
  await page.click('aside >> text=Release')
  assert.equal(await page.locator('.entries > li').count(), 1)
  // A new question keeps what the search was narrowed to, until that is taken away.
  await page.fill('#q', 'pontoon')
  await page.click('form.ask button')
  assert.match(page.url(), /genre=release/)
  assert.equal(await page.textContent('.hits mark'), 'pontoon')
  await page.click('.chosen a')
  assert.equal(await page.locator('.entries > li').count(), 2)
  await page.click('.entries a >> nth=0')
  await page.waitForURL('**/2026/11/24/**')
  assert.deepEqual([await page.context().cookies(), reading.problems], [[], []])
})

test('axe finds nothing on findings and on none, on a phone, in the dark and in both directions of script', async () => {
  await using reading = await journey({ ...phone, colorScheme: 'dark', javaScriptEnabled: true, bypassCSP: true })
  const { page, world } = reading
  await fill(world)
  for (const path of ['/search?q=walrus', '/ar/search?q=walrus&genre=report', '/search?q=nothing+like+it&topic=none']) {
    await page.goto(reading.home + path)
    assert.deepEqual(await faultsOf(page), [], path)
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    assert.equal(wide, false, `${path} scrolls sideways`)
  }
})

async function fill(world: World): Promise<void> {
  const body = '<p>It slept on a pontoon.</p>'
  await world.story({ headline: 'A walrus in the harbour', genre: 'release', body, countries: ['KE'] })
  await world.story({ headline: 'Walrus leaves', body, countries: ['MX'] })
  await world.story({ headline: 'فظ في الميناء walrus', language: 'ar', body: '<p>نص</p>' })
  await world.readLog()
}

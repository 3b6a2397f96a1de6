/** A newsroom takes a story over in a real browser: at one click, by hand, and where the browser lets no page copy. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf } from '../support/axe.ts'
import { journey, phone } from '../support/journey.ts'
import type { World } from '../support/newsroom.ts'

const address = '/2026/11/24/walrus-leaves'

test('with scripts: one click copies the story from its own page, as code and as a text with its form', async () => {
  await using reading = await journey({ javaScriptEnabled: true })
  const { page, world } = reading
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await fill(world)
  await page.goto(reading.home + address)
  await page.click('text=Copy HTML')
  await page.waitForSelector('text=Copied.')
  const html = await clipboard(page, 'text/plain')
  assert.match(html, /^<article lang="en">\n<h1>Walrus leaves<\/h1>/)
  assert.match(html, /It slept on a pontoon &lt;\/textarea&gt;\./)
  assert.match(html, /<footer><p>Published by: .*<a rel="license" href="https:\/\/creativecommons\.org/)
  assert.match(await clipboard(page, 'text/html'), /<h1[^>]*>Walrus leaves<\/h1>/)
  await page.click('text=Copy Markdown')
  await page.waitForSelector('text=Copied.')
  assert.match(await clipboard(page, 'text/plain'), /^---\nheadline: Walrus leaves\n/)
  // On the page of its own from the field beside the button.
  await page.click('.reuse .go')
  await page.click('text=Copy text')
  await page.waitForSelector('text=Copied.')
  assert.match(await clipboard(page, 'text/plain'), /pontoon <\/textarea>\.\n\n-- \nPublished by: Harbour Times/)
  assert.deepEqual([await page.context().cookies(), reading.problems], [[], []])
})

test('where the browser lets no page copy, the text is selected, and from the story one is led to it', async () => {
  await using reading = await journey({ javaScriptEnabled: true })
  const { page, world } = reading
  await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
  await fill(world)
  await page.goto(reading.home + address)
  assert.equal(await page.locator('.copy:visible').count(), 0)
  await page.click('text=HTML, Markdown, text and pictures')
  await page.click('text=Copy Markdown')
  await page.waitForSelector('text=The text is selected')
  const selected = await page.evaluate(
    '(({ id, value, selectionStart, selectionEnd }) => [id, selectionEnd - selectionStart === value.length])(document.activeElement)',
  )
  assert.deepEqual(selected, ['copy-md', true])
})

test('without scripts: a link, a field and the text in it; axe finds nothing on a phone, in the dark, in Arabic', async () => {
  await using reading = await journey()
  const { page, world } = reading
  await fill(world)
  await page.goto(reading.home + address)
  assert.equal(await page.locator('button:visible').count(), 0)
  await page.click('text=HTML, Markdown, text and pictures')
  assert.match(await page.inputValue('#copy-html'), /^<article lang="en">/)
  assert.equal(await page.inputValue('#canonical'), 'https://harbour.example/archive-keeps-its-name')
  assert.deepEqual(reading.problems, [])

  await using dark = await journey({ ...phone, colorScheme: 'dark', javaScriptEnabled: true, bypassCSP: true })
  await fill(dark.world)
  for (const path of [`${address}/republish`, `/ar${address}/republish`, `${address}/republish?text`]) {
    await dark.page.goto(dark.home + path)
    assert.deepEqual(await faultsOf(dark.page), [], path)
    assert.equal(await dark.page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, path)
  }
})

function clipboard(page: Page, type: string): Promise<string> {
  return page.evaluate(
    `navigator.clipboard.read().then(async ([item]) => (await item.getType(${JSON.stringify(type)})).text())`,
  )
}

async function fill(world: World): Promise<void> {
  await world.story({
    headline: 'Walrus leaves',
    body: '<p>It slept on a pontoon &lt;/textarea&gt;.</p>',
    origin: { licence: 'free', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/' },
  })
}

/** Every page in a real browser: what axe-core finds, which faces it fetches, what it asks of others. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { catalogues } from '../../src/web/messages/messages.ts'
import { openBrowser } from '../support/browser.ts'
import { type Gallery, openGallery } from '../support/gallery.ts'
import { lookAt } from '../support/look.ts'
import { samplePages } from '../support/sample-pages.ts'

/** Those whose looks differ: from left to right, from right to left, and of long words. `npm run screens` has them all. */
const languages = ['en', 'ar', 'de'].filter((language) => language in catalogues)
const ways = [1280, 390, 320, 640].flatMap((width) => [
  { width, dark: false },
  { width, dark: true },
])
/** Windows beside each other: the machine has more than one core. */
const windows = 2

let browser: Browser
let gallery: Gallery
const pages = languages.map((language) => samplePages(language))

before(async () => {
  gallery = await openGallery(new Map(pages.flat().map(({ path, html }) => [path, html])))
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await gallery.close()
})

test('axe finds nothing, and nothing runs beyond the edge, in every language, theme and width', async () => {
  // Each page once in each language, every time in another theme and width; all of them are there often.
  const looks = pages.flatMap((list, l) =>
    list.map((page, p) => ({ ...page, ...(ways[(p + 3 * l) % ways.length] ?? ways[0]) })),
  )
  const found: string[] = []
  const takeSome = async (start: number) => {
    const context = await browser.newContext({ bypassCSP: true })
    const page = await context.newPage()
    for (let n = start; n < looks.length; n += windows) {
      const { name, path, width = 0, dark } = looks[n] ?? {}
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
      await page.goto(gallery.url + path)
      found.push(...(await lookAt(page)).map((fault) => `${name} (${width}${dark ? ', dark' : ''}): ${fault}`))
    }
  }
  await Promise.all(Array.from({ length: windows }, (_, start) => takeSome(start)))
  assert.deepEqual(found, [])
})

test('a Latin page fetches no more than 150 KB of faces, and no page asks anybody else or leaves a cookie', async () => {
  const latin = (pages[0] ?? []).filter(({ html }) => isLatin(html))
  assert.ok(latin.some(({ name }) => name === 'story-report') && latin.some(({ name }) => name === 'story-long'))
  for (const { name, path } of latin.filter(({ name }) => /^(?:front|story|about|release|topics)/.test(name))) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const faces: Promise<number>[] = []
    const foreign: string[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.woff2')) faces.push(response.body().then(({ length }) => length))
      if (!response.url().startsWith(gallery.url)) foreign.push(response.url())
    })
    await page.goto(gallery.url + path, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(faces)).reduce((sum, one) => sum + one, 0)
    assert.ok(bytes > 60_000 && bytes <= 150_000, `${name} fetches ${bytes} bytes of ${faces.length} faces`)
    assert.deepEqual([foreign, await context.cookies()], [[], []], name)
    await context.close()
  }
  assert.deepEqual(gallery.foreign, [])
})

test('when the faces come late, hardly anything moves', async () => {
  const seen = (pages[0] ?? []).filter(({ name }) =>
    /^(?:front|story-(?:report|long)|about|search|releases)$/.test(name),
  )
  assert.equal(seen.length, 6)
  for (const width of [390, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 823 } })
    await context.route('**/*.woff2', async (route) => {
      await sleep(300)
      await route.continue()
    })
    await context.addInitScript(() => {
      const seen = globalThis as unknown as { moved: number }
      seen.moved = 0
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) seen.moved += (shift as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const { name, path } of seen) {
      const page = await context.newPage()
      await page.goto(gallery.url + path, { waitUntil: 'networkidle' })
      // Two frames: what the faces moved is drawn, and told.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      const moved = Number(await page.evaluate('moved'))
      // A fifth of what counts as good (web.dev, CLS 0.1).
      assert.ok(moved <= 0.02, `${name} (${width}) moves by ${moved}`)
      await page.close()
    }
    await context.close()
  }
})

/** Written in what Western Europe writes, the names of languages at its head apart. */
function isLatin(html: string): boolean {
  const words = html.replace(/<nav class="tongues"[\s\S]*?<\/nav>/, '').replace(/<head>[\s\S]*?<\/head>|<[^>]+>/g, '')
  return /^[\u0000-\u00ff\u2000-\u206f\u20ac\u2122œŒ]*$/.test(words)
}

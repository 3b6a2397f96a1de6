/** A browser is told how wide a picture will stand before it knows: what it is told is so, on every width of screen. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../support/browser.ts'
import { openGallery } from '../support/gallery.ts'
import { samplePages } from '../support/sample-pages.ts'

test('pictures are as wide as their sizes say, keep their place in their colour, and the first is asked for first', async () => {
  const pages = samplePages().filter(({ name }) => name === 'front' || name === 'story-report')
  await using stack = new AsyncDisposableStack()
  const gallery = await openGallery(new Map(pages.map((page) => [page.path, page.html])))
  stack.defer(() => gallery.close())
  const browser = await openBrowser()
  stack.defer(() => browser.close())
  const page = await browser.newPage()
  for (const { name, path } of pages) {
    await page.goto(gallery.url + path, gallery.along)
    for (const width of [320, 390, 600, 768, 800, 1000, 1024, 1040, 1152, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 })
      const { told, is, place } = (await page.evaluate(measure)) as Record<'told' | 'is' | 'place', number>
      assert.ok(Math.abs(told - is) <= 0.04 * is, `${name} at ${width}: ${told} told, ${is} is`)
      assert.ok(Math.abs(place - is) < 1, `${name} at ${width}: its colour is ${place} wide`)
    }
    const image = page.locator('figure img').first()
    const has = (attribute: string) => image.getAttribute(attribute)
    assert.deepEqual([await has('loading'), await has('fetchpriority')], ['eager', 'high'])
    assert.match((await has('alt')) ?? '', /banner/)
  }
})

/** What the first picture's `sizes` come to, and how wide it and its colour are: asked in the page. */
const measure = String.raw`(() => {
  const figure = document.querySelector('figure')
  const [, told] = figure.querySelector('source').getAttribute('sizes').split(/,\s*/)
    .map((one) => /^(\([^)]*\))?\s*(.+)$/.exec(one).slice(1))
    .find(([media]) => !media || matchMedia(media).matches)
  const probe = document.createElement('div')
  probe.style.inlineSize = told
  document.body.append(probe)
  const widthOf = (element) => element.getBoundingClientRect().width
  const found = { told: widthOf(probe), is: widthOf(figure.querySelector('img')), place: widthOf(figure.querySelector('svg')) }
  probe.remove()
  return found
})()`

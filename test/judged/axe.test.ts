/** Every page in a real browser: what axe-core finds, and whether it fits. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { catalogues } from '../../src/web/messages/messages.ts'
import { openBrowser } from '../support/browser.ts'
import { type Gallery, openGallery } from '../support/gallery.ts'
import { lookAt } from '../support/look.ts'
import { type SamplePage, samplePages } from '../support/sample-pages.ts'

const ways = [1280, 390, 320, 640].flatMap((width) => [
  { width, dark: false },
  { width, dark: true },
])
/** Windows beside each other: the machine has more than one core. */
const windows = 2

let browser: Browser
let gallery: Gallery
const pages = new Map(Object.keys(catalogues).map((language) => [language, samplePages(language)]))

before(async () => {
  gallery = await openGallery(new Map([...pages.values()].flat().map(({ path, html }) => [path, html])))
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await gallery.close()
})

// Each page once from left to right and once from right to left, every time in another theme and width, so that each way
// is taken often. `npm run screens` takes every page every way in every language.
const firstWays = new Map([
  ['en', 0],
  ['ar', 3],
])

for (const [language, list] of pages) {
  const first = firstWays.get(language)
  const also = first === undefined ? '' : '; axe finds nothing, and paper is for reading'
  // A page is opened once and looked at in every way it needs: to open it costs most.
  test(`no page runs beyond the edge of a small phone${also} (${language})`, async () => {
    const found: string[] = []
    await each(list, async (page, one, n) => {
      const say = (what: string) => found.push(`${one.name} ${what}`)
      await openOnPhone(page, one, say)
      if (first === undefined) return
      await lookWithAxe(page, ways[(n + first) % ways.length] as (typeof ways)[0], say)
      if (one.html.includes('/assets/wire.css')) await lookAtPaper(page, say)
    })
    assert.deepEqual(found, [])
  })
}

type Say = (what: string) => void

async function openOnPhone(page: Page, { path }: SamplePage, say: Say): Promise<void> {
  await page.emulateMedia({ media: null, colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(gallery.url + path, gallery.along)
  const widest = Number(await page.evaluate('document.documentElement.scrollWidth'))
  if (widest > 320) say(`is ${widest} wide`)
}

async function lookWithAxe(page: Page, { width, dark }: (typeof ways)[0], say: Say): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
  for (const fault of await lookAt(page)) say(`(${width}${dark ? ', dark' : ''}): ${fault}`)
}

/** Black on white, the address and nothing to press, in a dark room too; of a list's pages it tells which this is. */
async function lookAtPaper(page: Page, say: Say): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const told = (await page.evaluate(`[
    ...[...document.querySelectorAll('nav:not(.turning), nav a, form, input, button, select, summary')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.outerHTML.slice(0, 80)),
    ...(document.querySelector('.imprint').checkVisibility() ? [] : ['no address']),
    ...[getComputedStyle(document.body)].flatMap(({ color, backgroundColor }) =>
      color === 'rgb(0, 0, 0)' && backgroundColor === 'rgb(255, 255, 255)' ? [] : [color + ' on ' + backgroundColor])
  ]`)) as string[]
  for (const one of told) say(`(paper): ${one}`)
}

async function each(list: readonly SamplePage[], look: (page: Page, one: SamplePage, n: number) => Promise<void>) {
  const takeSome = async (start: number) => {
    const page = await (await browser.newContext({ bypassCSP: true })).newPage()
    for (const [n, one] of list.entries()) if (n % windows === start) await look(page, one, n)
    await page.context().close()
  }
  await Promise.all(Array.from({ length: windows }, (_, start) => takeSome(start)))
}

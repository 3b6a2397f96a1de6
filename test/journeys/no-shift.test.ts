/** Nothing moves once it stands: not when faces come, nor when a picture does. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { type Gallery, openGallery } from '../support/gallery.ts'
import { samplePages } from '../support/sample-pages.ts'
import { settling } from '../support/settled.ts'

type Shift = { readonly value: number; readonly moved: readonly string[] }

/** Notes every shift from the first moment, and what it moved. */
function watch(): void {
  const shifts: Shift[] = []
  Object.assign(globalThis, { shifts })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as readonly {
      value: number
      sources: readonly { node: { nodeName: string; className?: string; parentNode?: { className?: string } } | null }[]
    }[])
      shifts.push({
        value: entry.value,
        moved: entry.sources.map(
          ({ node }) => `${node?.nodeName} ${node?.className ?? node?.parentNode?.className ?? ''}`,
        ),
      })
  }).observe({ type: 'layout-shift' as never, buffered: true })
}

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
]
const looked = /^(front|story-(nine-[a-z0-9-]+|report|german|arabic|japanese)|search|members|front-ar)$/

let browser: Browser
let gallery: Gallery
const pages = [...samplePages(), ...samplePages('ar')].filter(({ name }) => looked.test(name))

before(async () => {
  gallery = await openGallery(new Map(pages.map((page) => [page.path, page.html])))
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await gallery.close()
})

test('nothing moves when a visit begins over a slow way, and its first page stays in the faces of the device', async () => {
  const seen = await openAll({ late: 800 })
  assert.deepEqual(seen.filter(isFaulty), [])
  assert.ok(seen.every(({ faces }) => faces === ''))
})

test('nothing moves when a visit begins over a quick way, and its first page dissolves into our faces', async () => {
  const seen = await openAll({ late: 0 })
  assert.deepEqual(seen.filter(isFaulty), [])
  // On a busy machine now and then a page may be a little late.
  assert.ok(seen.filter(({ faces }) => faces === 'faces late').length > seen.length / 2, JSON.stringify(seen))
})

test('nothing moves when a visit goes on over a slow way', async () => {
  const seen = await openAll({ late: 400, from: gallery.along })
  assert.deepEqual(seen.filter(isFaulty), [])
  assert.ok(seen.every(({ faces }) => faces === 'faces'))
})

/** How long faces and pictures take (milliseconds), and whether a page is reached from another. */
type Way = { readonly late: number; readonly from?: typeof gallery.along }
type Seen = { readonly page: string; readonly width: number; readonly shifts: readonly Shift[]; readonly faces: string }

function isFaulty({ shifts }: Seen): boolean {
  return shifts.length > 0
}

async function openAll(way: Way): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const { name, path } of pages)
    for (const viewport of sizes)
      seen.push({ page: name, width: viewport.width, ...(await open(gallery.url + path, viewport, way)) })
  return seen
}

async function open(
  url: string,
  viewport: (typeof sizes)[0],
  { from, late }: Way,
): Promise<Pick<Seen, 'shifts' | 'faces'>> {
  const context = await browser.newContext({ viewport, reducedMotion: 'no-preference' })
  await context.addInitScript(watch)
  const page = await context.newPage()
  const asked = page.waitForRequest(/\.woff2$/)
  if (late > 0)
    await page.route(/\.woff2$|\/media\//, async (route) => {
      await sleep(late)
      await route.continue()
    })
  const settled = settling(page)
  await page.goto(url, from ?? {})
  await asked
  await settled()
  if (late === 0) await page.evaluate(dissolved)
  const seen = (await page.evaluate('({ shifts, faces: document.documentElement.className })')) as Omit<Seen, 'name'>
  await context.close()
  return seen
}

/** In the browser: until the page has dissolved into our faces, or will not any more. */
const dissolved = `(async () => {
  while (performance.now() < 1500 && document.documentElement.className === '') await new Promise(requestAnimationFrame)
  while (document.getAnimations().length > 0) await new Promise(requestAnimationFrame)
})()`

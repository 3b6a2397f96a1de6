/** Nothing moves once it stands: not when a face comes late, nor when a picture does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { openGallery } from '../support/gallery.ts'
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

test('no page moves when its faces and pictures come late', async () => {
  const pages = [...samplePages(), ...samplePages('ar')].filter(({ name }) => looked.test(name))
  await using stack = new AsyncDisposableStack()
  const gallery = await openGallery(new Map(pages.map((page) => [page.path, page.html])))
  stack.defer(() => gallery.close())
  const browser = await openBrowser()
  stack.defer(() => browser.close())
  const moved: unknown[] = []
  for (const { name, path } of pages)
    for (const viewport of sizes) {
      const shifts = await shiftsOf(browser, gallery.url + path, viewport)
      if (shifts.length > 0) moved.push({ name, width: viewport.width, shifts })
    }
  assert.deepEqual(moved, [])
})

/** Of somebody's first visit, over a slow way. */
async function shiftsOf(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<readonly Shift[]> {
  const context = await browser.newContext({ viewport })
  await context.addInitScript(watch)
  const page = await context.newPage()
  let late = 0
  await page.route(/\.woff2$|\/media\//, async (route) => {
    late += 1
    await sleep(400)
    await route.continue()
  })
  const settled = settling(page)
  await page.goto(url)
  await settled()
  const shifts = (await page.evaluate('shifts')) as readonly Shift[]
  await context.close()
  assert.ok(late > 0, `${url} waited for nothing`)
  return shifts
}

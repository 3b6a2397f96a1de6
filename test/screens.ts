/**
 * Pictures of every page, to be looked at: `npm run screens [-- NAME…]` writes them to `screens/`. Also runs axe-core
 * on each page, and says what a page weighs. `npm run screens -- readme` takes the README's own (readme-pictures.ts).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser.ts'
import { openGallery } from './support/gallery.ts'
import { samplePages } from './support/sample-pages.ts'

type Shot = {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly dark?: boolean
  readonly zoom?: number
}

const shots: readonly Shot[] = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'dark', width: 1280, height: 900, dark: true },
  // 200 % zoom of a window of 1280 pixels is a window of 640 with everything twice as large.
  { name: 'zoom', width: 640, height: 450, zoom: 2 },
  { name: 'narrow', width: 320, height: 640 },
]

const folder = process.env.WIREROOM_SCREENS ?? 'screens'
const wanted = process.argv.slice(2)
if (wanted.includes('readme')) {
  await import('./readme-pictures.ts')
  process.exit()
}
/** The pages that are looked at in every language. */
const everywhere =
  /^(front|story-(nine-[a-z0-9-]+|advisory|report|arabic)|members?|about|topics|places|place|languages|notice|notice-wrong|receipt|archive-year|corrections|not-found|gone|expired|releases|search|search-none)-(es|ar)$/
const inText = /^(front|story-(nine-[a-z0-9-]+|report)|notice|releases|search)(-ar)?-text$/
const pages = [
  ...samplePages(),
  ...['es', 'ar'].flatMap((language) => samplePages(language).filter(({ name }) => everywhere.test(name))),
  ...['en', 'ar'].flatMap((language) =>
    samplePages(language, { textOnly: true }).filter(({ name }) => inText.test(name)),
  ),
]
const gallery = await openGallery(new Map(pages.map((page) => [page.path, page.html])))
const browser = await openBrowser()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
mkdirSync(folder, { recursive: true })
let faults = 0
for (const page of pages) {
  if (wanted.length > 0 && !wanted.includes(page.name)) continue
  for (const shot of shots) faults += await take(browser, page.name, page.path, shot)
}
await browser.close()
await gallery.close()
for (const path of gallery.foreign) console.log(`asked for and not there: ${path}`)
console.log(faults === 0 ? 'axe: nothing found' : `${faults} faults found`)
process.exitCode = faults === 0 ? 0 : 1

async function take(browser: Browser, name: string, path: string, shot: Shot): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    deviceScaleFactor: shot.zoom ?? 1,
    colorScheme: shot.dark ? 'dark' : 'light',
    bypassCSP: true,
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await page.goto(gallery.url + path)
  await page.evaluate('document.fonts.ready')
  const wide = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  )
  if (wide > 0) problems.push(`scrolls sideways by ${wide} pixels`)
  await page.addScriptTag({ path: axe })
  const found = await page.evaluate(async () => {
    const axe = (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { target: string[] }[] }[] }> }
      }
    ).axe
    const { violations } = await axe.run()
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(', ')})`,
    )
  })
  problems.push(...found)
  writeFileSync(join(folder, `${name}-${shot.name}.png`), await page.screenshot({ fullPage: true }))
  for (const problem of problems) console.log(`${name} (${shot.name}): ${problem}`)
  await context.close()
  return problems.length
}

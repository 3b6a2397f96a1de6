/**
 * Pictures of every page, to be looked at: `npm run screens [-- NAME…]` writes them to `screens/`. Also runs axe-core
 * on each page, and says what a page weighs. `npm run screens -- readme` takes the README's own (readme-pictures.ts), `-- letters` those of
 * every letter (letter-pictures.ts), `-- previews` the pictures of links
 * (preview-pictures.ts), `-- working [NAME…]` those of who is signed in (working-pictures.ts).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Browser } from 'playwright-core'
import { pictureLetters } from './letter-pictures.ts'
import { picturePreviews } from './preview-pictures.ts'
import { openBrowser } from './support/browser.ts'
import { openGallery } from './support/gallery.ts'
import { lookAt } from './support/look.ts'
import { marksSheet } from './support/marks.ts'
import { samplePages } from './support/sample-pages.ts'
import { network } from './support/samples.ts'
import { pictureWork } from './working-pictures.ts'

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
if (wanted[0] === 'working') {
  mkdirSync(folder, { recursive: true })
  const faults = await pictureWork(folder, wanted.slice(1))
  console.log(faults === 0 ? 'axe: nothing found' : `${faults} faults found`)
  process.exit(faults === 0 ? 0 : 1)
}
if (wanted.includes('letters')) {
  mkdirSync(folder, { recursive: true })
  await pictureLetters(folder)
  process.exit()
}
if (wanted.includes('previews')) {
  mkdirSync(folder, { recursive: true })
  await picturePreviews(folder)
  process.exit()
}
/** The pages that are looked at in every language. */
const everywhere =
  /^(front|story-(nine-[a-z0-9-]+|advisory|report|arabic)|members?(-map)?|about|topics|places|place|languages|notice|offline|notice-wrong|receipt|archive(-year)?|corrections|not-found|gone|expired|releases|search|search-none)-[a-z]{2}$/
const inText = /^(front|members-map|archive|story-(nine-[a-z0-9-]+|report)|notice|releases|search)(-ar)?-text$/
const marks = await marksSheet()
const pages = [
  ...samplePages(),
  marks.page,
  ...network.languages
    .slice(1)
    .flatMap((language) => samplePages(language).filter(({ name }) => everywhere.test(name))),
  ...['en', 'ar'].flatMap((language) =>
    samplePages(language, { textOnly: true }).filter(({ name }) => inText.test(name)),
  ),
]
const gallery = await openGallery(new Map(pages.map((page) => [page.path, page.html])), marks.media)
const browser = await openBrowser()
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
  // A face that comes late waits for the next page: the second look has them all.
  await page.goto(gallery.url + path, { waitUntil: 'networkidle' })
  await page.reload()
  problems.push(...(await lookAt(page)))
  writeFileSync(join(folder, `${name}-${shot.name}.png`), await page.screenshot({ fullPage: true }))
  for (const problem of problems) console.log(`${name} (${shot.name}): ${problem}`)
  await context.close()
  return problems.length
}

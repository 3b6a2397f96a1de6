/**
 * Pictures of every page, in every language and every way it can be looked at: `npm run screens [-- NAME… --in fr]` writes
 * them to `screens/`. Also runs axe-core on each. `npm run screens -- readme` takes the README's own (readme-pictures.ts), `-- letters`
 * those of every letter (letter-pictures.ts), `-- previews` the pictures of links (preview-pictures.ts), `-- working [NAME…]`
 * those of who is signed in (working-pictures.ts).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { catalogues } from '../src/web/messages/messages.ts'
import { pictureLetters } from './letter-pictures.ts'
import { picturePreviews } from './preview-pictures.ts'
import { openBrowser } from './support/browser.ts'
import { openGallery } from './support/gallery.ts'
import { lookAt } from './support/look.ts'
import { marksSheet } from './support/marks.ts'
import { samplePages } from './support/sample-pages.ts'
import { pictureWork } from './working-pictures.ts'

type Shot = {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly zoom?: number
  readonly dark?: boolean
  /** As on paper; the sheets themselves lie beside it as a PDF. */
  readonly print?: boolean
  readonly textOnly?: boolean
}

const shots: readonly Shot[] = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'dark', width: 1280, height: 900, dark: true },
  { name: 'phone', width: 390, height: 844 },
  { name: 'phone-dark', width: 390, height: 844, dark: true },
  { name: 'narrow', width: 320, height: 640 },
  // 200 % zoom of a window of 1280 pixels is a window of 640 with everything twice as large.
  { name: 'zoom', width: 640, height: 450, zoom: 2 },
  // A4 between its margins. In a dark room, too, paper is white.
  { name: 'print', width: 658, height: 1000, dark: true, print: true },
  { name: 'text', width: 390, height: 844, textOnly: true },
]

const folder = process.env.WIREROOM_SCREENS ?? 'screens'
const { values: told, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string', multiple: true } },
})
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
/** Each page in each language, and its edition of text alone beside it. */
const languages = Object.keys(catalogues).filter((language) => told.in?.includes(language) ?? true)
const marks = await marksSheet()
const pages = languages.flatMap((language) => {
  const texts = samplePages(language, { textOnly: true })
  return samplePages(language).map((page, n) => ({ ...page, language, text: texts[n] ?? page }))
})
if (languages.includes('en')) pages.push({ ...marks.page, language: 'en', text: marks.page })
const chosen = pages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const gallery = await openGallery(
  new Map(chosen.flatMap(({ path, html, text }) => [[path, html] as const, [text.path, text.html] as const])),
  marks.media,
)
const browser = await openBrowser()
mkdirSync(folder, { recursive: true })
const began = performance.now()
const faults = (await Promise.all(shots.map((shot) => takeAll(shot)))).reduce((sum, found) => sum + found, 0)
await browser.close()
await gallery.close()
for (const path of gallery.foreign) console.log(`asked for and not there: ${path}`)
const seconds = Math.round((performance.now() - began) / 1000)
console.log(`${chosen.length * shots.length} pictures in ${seconds} s, in ${languages.join(', ')}`)
console.log(faults === 0 ? 'axe: nothing found' : `${faults} faults found`)
process.exitCode = faults === 0 ? 0 : 1

/** All pages in one way, one after another; the ways beside each other. */
async function takeAll(shot: Shot): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    deviceScaleFactor: shot.zoom ?? 1,
    colorScheme: shot.dark ? 'dark' : 'light',
    bypassCSP: true,
  })
  // Eight ways beside each other take their time on a small machine.
  context.setDefaultTimeout(180_000)
  const page = await context.newPage()
  if (shot.print) await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  let problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  let found = 0
  for (const { name, path, text } of chosen) {
    problems = []
    // A face that comes late waits for the next page: the second look has them all.
    await page.goto(gallery.url + (shot.textOnly ? text.path : path), { waitUntil: 'networkidle' })
    await page.reload()
    problems.push(...(await lookAt(page)))
    // Pictures far down wait to be scrolled to, and the picture of a page is of all of it.
    await page.evaluate(
      "Promise.all([...document.images].map((image) => ((image.loading = 'eager'), image.decode().catch(() => {}))))",
    )
    const to = join(folder, `${name}-${shot.name}`)
    writeFileSync(`${to}.png`, await page.screenshot({ fullPage: true }))
    if (shot.print) writeFileSync(`${to}.pdf`, await page.pdf({ format: 'A4', preferCSSPageSize: true }))
    for (const problem of problems) console.log(`${name} (${shot.name}): ${problem}`)
    found += problems.length
  }
  await context.close()
  return found
}

/**
 * The README's pictures, taken of the demo: `npm run screens -- readme` runs it in a room of its own, waits until it has
 * heard of every sample site and fetched the picture of what leads, and writes them to `docs/pictures/`.
 */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { openBrowser } from './support/browser.ts'
import { aRoom, main } from './support/room.ts'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
/** Whole publications in several languages, before anything new comes. */
const enough = { members: 14, stories: 60 }

await using room = await aRoom()
// Whoever asks earlier makes the directory, and the demo takes only its own.
await room.run([process.execPath, main, 'demo', '--port', String(room.port)]).says(/Its data is in/)
const home = `http://localhost:${room.port}`
while (!(await isFull()) || !(await leadsWithPicture())) await sleep(500)

const browser = await openBrowser()
await take('front.png', '/', { width: 1280, height: 1180 })
await take('front-ar.png', '/ar', { width: 1280, height: 1180 })
await take('release.png', await newestRelease(), { width: 1280, height: 1180 })
await browser.close()

async function isFull(): Promise<boolean> {
  const env = { ...room.env, WIREROOM_DATA: join(room.data, 'demo') }
  const told = await run(process.execPath, [main, 'stats', '--json'], { env })
  const { members, stories } = JSON.parse(told.stdout)
  return members >= enough.members && stories.published >= enough.stories
}

async function leadsWithPicture(): Promise<boolean> {
  return (await (await fetch(home)).text()).includes('<figure')
}

async function newestRelease(): Promise<string> {
  const page = await (await fetch(`${home}/releases`)).text()
  const address = /href="(\/\d{4}\/\d{2}\/\d{2}\/[^"]+)"/.exec(page)?.[1]
  if (!address) throw new Error('The demo has no release.')
  return address
}

async function take(name: string, path: string, viewport: { width: number; height: number }): Promise<void> {
  const page = await browser.newPage({ viewport })
  // A face that comes late waits for the next page: the second look has them all.
  await page.goto(home + path, { waitUntil: 'networkidle' })
  await page.reload()
  await page.evaluate('document.fonts.ready')
  // A palette is a fourth of the size, and pages have few colours.
  const picture = await sharp(await page.screenshot())
    .png({ palette: true, effort: 10 })
    .toBuffer()
  writeFileSync(join(folder, name), picture)
  await page.close()
  console.log(`docs/pictures/${name}: ${Math.round(picture.length / 1024)} KB`)
}

/** A real browser: one found on the machine, else the one that comes with npm. */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { type Browser, type BrowserContextOptions, chromium, type LaunchOptions } from 'playwright-core'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Close it when done. Its pages stand still at once, unless a test asks to see them move (`reducedMotion`). */
export async function openBrowser(): Promise<Browser> {
  const browser = await launch(await programOfBrowser())
  const newContext = browser.newContext.bind(browser)
  return Object.assign(browser, {
    newContext: (options?: BrowserContextOptions) => newContext({ reducedMotion: 'reduce', ...options }),
  })
}

/** Which program, with which words. `WIREROOM_BROWSER` names another one, or `npm` for the one from npm. */
export async function programOfBrowser(): Promise<LaunchOptions> {
  const wish = process.env.WIREROOM_BROWSER
  const found = wish === 'npm' ? undefined : (wish ?? usual.find((path) => existsSync(path)))
  return found ? { executablePath: found, args: ['--no-sandbox'] } : await browserOfNpm()
}

/** A browser that dies before it has opened anything is started again: what is tried here is not the browser. */
async function launch(options: LaunchOptions, tries = 3): Promise<Browser> {
  try {
    return await chromium.launch(options)
  } catch (error) {
    if (tries === 1) throw error
    return launch(options, tries - 1)
  }
}

async function browserOfNpm(): Promise<LaunchOptions> {
  const { default: packed } = await import('@sparticuz/chromium')
  packed.setGraphicsMode = false
  // In one process it dies with its first page; `--no-zygote` belongs to that.
  const args = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  return { executablePath: await unpack(() => packed.executablePath()), args }
}

/**
 * Where the package's program is. The package unpacks into the temporary folder, where a second process finds it half
 * written: so each unpacks aside, and who is done first moves the whole to its place.
 */
async function unpack(unpackHere: () => Promise<string>): Promise<string> {
  const description = await readFile(new URL('../package.json', import.meta.resolve('@sparticuz/chromium')), 'utf8')
  const { version } = JSON.parse(description) as { version: string }
  const place = join(tmpdir(), `wireroom-chromium-${version}`)
  if (!existsSync(place)) {
    const aside = await mkdtemp(`${place}-`)
    const { TMPDIR } = process.env
    process.env.TMPDIR = aside
    await unpackHere()
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    await rename(aside, place).catch(() => rm(aside, { recursive: true }))
  }
  return join(place, 'chromium')
}

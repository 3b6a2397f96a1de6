/** A real browser: one found on the machine, else the one that comes with npm. */
import { existsSync } from 'node:fs'
import process from 'node:process'
import { type Browser, chromium } from 'playwright-core'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Close it when done. `WIREROOM_BROWSER` names another program, or `npm` for the one from npm. */
export async function openBrowser(): Promise<Browser> {
  const wish = process.env.WIREROOM_BROWSER
  const found = wish === 'npm' ? undefined : (wish ?? usual.find((path) => existsSync(path)))
  if (found) return chromium.launch({ executablePath: found, args: ['--no-sandbox'] })
  const { default: packed } = await import('@sparticuz/chromium')
  // In one process it dies with its first page; `--no-zygote` belongs to that.
  const args = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  return chromium.launch({ executablePath: await packed.executablePath(), args })
}

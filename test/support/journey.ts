/** A network at work behind a real address, and somebody's browser before it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { updateNetwork } from '../../src/db/network.ts'
import { isAxe } from './axe.ts'
import { openBrowser } from './browser.ts'
import { newsroom, type World } from './newsroom.ts'
import { freePorts } from './ports.ts'

export type Journey = AsyncDisposable & {
  readonly world: World
  readonly page: Page
  readonly home: string
  /** What the browser complained of, and whatever it asked for elsewhere. */
  readonly problems: string[]
}

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** In English, Spanish and Arabic. Without JavaScript unless asked otherwise. */
export async function journey(options: BrowserContextOptions = {}): Promise<Journey> {
  const [port = 0] = await freePorts(1)
  const home = `http://localhost:${port}`
  const world = await newsroom({ WIREROOM_URL: home })
  await world.db.transaction().execute((tx) => updateNetwork(tx, { languages: ['en', 'es', 'ar'] }))
  await world.web.listen({ host: '127.0.0.1', port, reusePort: false })
  const browser: Browser = await openBrowser()
  const page = await (await browser.newContext({ javaScriptEnabled: false, ...options })).newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    // A form that was refused is told by its status, which the browser calls an error.
    if (message.type() === 'error' && !/status of 4(?:09|10|22|29)/.test(message.text())) problems.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:') && !isAxe(request.url()))
      problems.push(`asked for ${request.url()}`)
  })
  return {
    world,
    page,
    home,
    problems,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await world[Symbol.asyncDispose]()
    },
  }
}

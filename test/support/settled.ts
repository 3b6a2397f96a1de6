/** Until a page stands as it will: its faces and whatever it asks for have come, and two frames have been drawn since. */
import type { Page, Request } from 'playwright-core'

/** Call it before the page is opened, and what it answers afterwards. */
export function settling(page: Page): () => Promise<void> {
  const asked = new Set<Request>()
  page.on('request', (request) => asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  return async () => {
    let before: number
    do {
      before = asked.size
      // What came moves things when it is drawn, and may show what has to be asked for next.
      await page.evaluate('document.fonts.ready')
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
    } while (before + asked.size > 0)
  }
}

/** Somebody before a browser of their own, who does all of it by keyboard, or all of it by touch. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { faultsOf } from './axe.ts'
import { tabToMatch } from './keyboard.ts'

export type Hands = 'keyboard' | 'touch'

export type Walker = {
  readonly page: Page
  /** Goes to an address of the network, in the walker's language. */
  open(path: string): Promise<void>
  /** Presses a button or follows a link, and waits until the page it leads to stands there. */
  press(target: string, lands: string | RegExp): Promise<void>
  /** The menu of whoever is signed in: opens it and follows the link there. */
  menu(path: string): Promise<void>
  write(field: string, words: string): Promise<void>
  pick(field: string, value: string): Promise<void>
  tick(box: string): Promise<void>
  /** One of several ways that a page folds up. */
  unfold(summary: string): Promise<void>
  says(words: RegExp): Promise<void>
}

export type Walking = {
  readonly home: string
  /** `''` or a language's part of each address: `/ar`. */
  readonly prefix: string
  readonly hands: Hands
  /** Looks at each page before anything is done on it. */
  readonly look: (page: Page) => Promise<void>
}

export function walker(page: Page, { home, prefix, hands, look }: Walking): Walker {
  const touching = hands === 'touch'
  const at = (path: string) => `${home}${prefix}${path}`
  const reach = (target: string) => tabToMatch(page, target)
  const self: Walker = {
    page,
    async open(path) {
      await page.goto(path.startsWith('http') ? path : at(path))
      await look(page)
    },
    async press(target, lands) {
      const act = async () => {
        if (touching) return page.locator(target).first().tap()
        await reach(target)
        await page.keyboard.press('Enter')
      }
      // Also where it leads to the page it stands on.
      await Promise.all([page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()), act()])
      await page.waitForLoadState()
      if (typeof lands === 'string') assert.equal(page.url(), at(lands), `where ${target} leads`)
      else assert.match(page.url(), lands, `where ${target} leads`)
      await look(page)
    },
    async menu(path) {
      await self.unfold('.me summary')
      await self.press(`.me a[href="${prefix}${path}"]`, path)
    },
    async write(field, words) {
      if (touching) return page.fill(field, words)
      await reach(field)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(words)
    },
    async pick(field, value) {
      if (touching) return void (await page.selectOption(field, value))
      await reach(field)
      const chosen = () => page.inputValue(field)
      for (let steps = 0; (await chosen()) !== value; steps += 1) {
        assert.ok(steps < 300, `${field} has no ${value}`)
        await page.keyboard.press('ArrowDown')
      }
    },
    async tick(box) {
      if (touching) return page.check(box)
      const name = await page.getAttribute(box, 'name')
      // Of radio buttons the group has one stop; arrows go on from there.
      await reach(`[name="${name}"]`)
      if ((await page.getAttribute(box, 'type')) === 'checkbox') return page.keyboard.press('Space')
      for (let steps = 0; !(await page.isChecked(box)); steps += 1) {
        assert.ok(steps < 20, `the arrows do not lead to ${box}`)
        await page.keyboard.press(steps === 0 ? 'Space' : 'ArrowDown')
      }
    },
    async unfold(summary) {
      if (touching) return page.locator(summary).first().tap()
      await reach(summary)
      await page.keyboard.press('Enter')
    },
    async says(words) {
      assert.match((await page.textContent('main')) ?? '', words)
    },
  }
  return self
}

/** What axe finds, and whether the page is wider than its window: once on each page, whatever its numbers are. */
export function lookOnce(): (page: Page) => Promise<void> {
  const seen = new Set<string>()
  return async (page) => {
    const path = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}|[\w-]{43,}/g, ':id')
    const isRefused = (await page.$('#unsent')) !== null
    const key = `${path}${isRefused ? ', refused' : ''}`
    if (seen.has(key)) return
    seen.add(key)
    assert.deepEqual(await faultsOf(page), [], key)
    const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    assert.ok(Number(over) <= 0, `${key} is wider than its window`)
  }
}

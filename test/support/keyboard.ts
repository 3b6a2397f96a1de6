/** Working a page as people without a mouse do. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Presses Tab until what has the focus says `words`, or has this id; each stop must be one that can be seen. */
export async function tabTo(page: Page, words: string, id = ''): Promise<void> {
  await tabUntil(page, `“${words || id}”`, (stop) => (id ? stop.id === id : stop.words === words))
}

/** The same, by what a stylesheet would call it; where it has the focus already, nothing is pressed. */
export async function tabToMatch(page: Page, selector: string): Promise<void> {
  if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
  await tabUntil(page, selector, (stop) => stop.matches, selector)
}

/** Within a field for a date there are stops of the browser's own, with a ring of its own. */
type Stop = { id: string; words: string; seen: boolean; matches: boolean }

async function tabUntil(page: Page, wanted: string, isIt: (stop: Stop) => boolean, selector = '*'): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = (await page.evaluate(
      // Past the last stop the browser's own are next: nothing of the page has the focus then.
      `(() => { if (document.activeElement === document.body) return { id: '', words: '', matches: false, seen: true };
        const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
        return { id: at.id, words: at.textContent.trim(), matches: at.matches(${JSON.stringify(selector)}),
          seen: box.width > 1 && box.right > 0 && box.left < innerWidth && (style.outlineStyle !== 'none' || at.type === 'date') } })()`,
    )) as Stop
    assert.ok(stop.seen, `the focus on “${stop.words || stop.id}” is not seen`)
    if (isIt(stop)) return
  }
  assert.fail(`Tab does not lead to ${wanted}`)
}

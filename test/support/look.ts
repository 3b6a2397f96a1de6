/** What is wrong with a page that is open: what axe-core finds, and whether it scrolls sideways. */
import type { Page } from 'playwright-core'
import { faultsOf } from './axe.ts'

export async function lookAt(page: Page): Promise<string[]> {
  await page.evaluate('document.fonts.ready')
  const wide = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  )
  // What WCAG 2.2 adds is off unless asked for: each thing to press is 24 pixels wide and high, or stands alone. On paper
  // nothing is pressed.
  const isPressed = !(await page.evaluate("matchMedia('print').matches"))
  const faults = await faultsOf(page, { 'target-size': { enabled: isPressed } })
  return [...(wide > 0 ? [`scrolls sideways by ${wide} pixels`] : []), ...faults]
}

/** What is wrong with a page that is open: what axe-core finds, and whether it scrolls sideways. */
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

type Rules = { rules: Record<string, { enabled: boolean }> }
type Axe = { run(rules: Rules): Promise<{ violations: { id: string; help: string; nodes: { target: string[] }[] }[] }> }

export async function lookAt(page: Page): Promise<string[]> {
  await page.evaluate('document.fonts.ready')
  const wide = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  )
  await page.addScriptTag({ path })
  // On paper nothing is pressed.
  const isPressed = !(await page.evaluate("matchMedia('print').matches"))
  const found = await page.evaluate(async (isPressed) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
      // What WCAG 2.2 adds is off unless asked for: each thing to press is 24 pixels wide and high, or stands alone.
      rules: { 'target-size': { enabled: isPressed } },
    })
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(', ')})`,
    )
  }, isPressed)
  return [...(wide > 0 ? [`scrolls sideways by ${wide} pixels`] : []), ...found]
}

/** What axe-core finds on a page as it stands. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'

type Rules = Readonly<Record<string, { readonly enabled: boolean }>>
type Axe = {
  run(asked: { rules: Rules }): Promise<{ violations: { id: string; help: string; nodes: { target: string[] }[] }[] }>
}

let serving: Promise<void> | undefined
let address = ''

/** The page's context must have been opened with `bypassCSP`. `rules` that are not axe's own choice. */
export async function faultsOf(page: Page, rules: Rules = {}): Promise<string[]> {
  serving ??= serve()
  await serving
  await page.addScriptTag({ url: address })
  return await page.evaluate(async (rules) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ rules })
    return violations.map(({ id, help, nodes }) => {
      const targets = nodes.map((node) => node.target.join(' ')).slice(0, 3)
      return `${id}: ${help} (${targets.join(', ')})`
    })
  }, rules)
}

/** Whether it is axe-core itself that a page asked for, not anything of the page's own. */
export function isAxe(url: string): boolean {
  return url === address
}

/**
 * At an address: a browser keeps what it compiled of a script it knows, while one handed over as words is compiled anew
 * on every page, which takes longer than half of what axe then does there.
 */
async function serve(): Promise<void> {
  const text = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'))
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/javascript; charset=utf-8')
    response.setHeader('cache-control', 'max-age=3600')
    response.end(text)
  })
  // It keeps nobody from ending.
  server.on('connection', (socket) => socket.unref()).unref()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/axe.min.js`
}

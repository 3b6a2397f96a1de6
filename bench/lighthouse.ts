/**
 * What Lighthouse says of the front page, of the newest story with a picture, of a release and of a search, as a slow
 * telephone on slow 4G sees them (its own profile, simulated), in the demo; and what each of them weighs on the way.
 *
 *   npm run bench:lighthouse [-- --rounds 3 --applied --url https://wire.example --report DIR]
 *
 * `--applied` makes the line and the processor really slow, where otherwise it is reckoned from a quick one; `--url` looks
 * at a network that runs elsewhere; `--report` keeps Lighthouse's own pages.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import lighthouse from 'lighthouse'
import puppeteer from 'puppeteer-core'
import { programOfBrowser } from '../test/support/browser.ts'
import { freePorts } from '../test/support/ports.ts'
import { aRoom, main } from '../test/support/room.ts'
import { machine, median } from './machine.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    applied: { type: 'boolean', default: false },
    url: { type: 'string' },
    report: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const run = promisify(execFile)
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** A search is kept from search engines by choice (docs/decisions/0032-judged.md): all else of that category counts. */
const chosen = new Map([['search', ['is-crawlable']]])

await using room = await aRoom()
const home = values.url ?? (await demo())
const pages = await findPages()
console.log(machine())
const [port = 0] = await freePorts(1)
const { executablePath, args = [] } = await programOfBrowser()
const browser = await puppeteer.launch({
  executablePath: executablePath ?? '',
  args: [...args, '--headless=new', `--remote-debugging-port=${port}`],
})
for (const [name, path] of pages) await judge(name, path)
await browser.close()

async function demo(): Promise<string> {
  await room.run([process.execPath, main, 'demo', '--port', String(room.port)]).says(/Its data is in/)
  const env = { ...room.env, WIREROOM_DATA: join(room.data, 'demo') }
  for (;;) {
    const { stories } = JSON.parse((await run(process.execPath, [main, 'stats', '--json'], { env })).stdout)
    if (stories.published >= 60) break
    await sleep(500)
  }
  // Pictures come in a round of their own.
  await sleep(10_000)
  return `http://localhost:${room.port}`
}

async function findPages(): Promise<(readonly [string, string])[]> {
  const front = await (await fetch(home)).text()
  const releases = await (await fetch(`${home}/releases`)).text()
  const links = [...front.matchAll(/href="(\/\d{4}\/\d{2}\/\d{2}\/[^"?]+)"/g)].map(([, path = '']) => path)
  const release = /href="(\/\d{4}\/\d{2}\/\d{2}\/[^"?]+)"/.exec(releases)?.[1]
  const stories = await Promise.all(
    [...new Set(links)].slice(0, 30).map(async (path) => [path, await (await fetch(home + path)).text()] as const),
  )
  const pictured = stories.find(([, page]) => page.includes('<picture>'))?.[0] ?? links[0]
  if (!pictured || !release) throw new Error('There is no story to look at.')
  return [
    ['front', '/'],
    ['story', pictured],
    ['release', release],
    ['search', '/search?q=the'],
  ]
}

type Seen = {
  readonly scores: readonly number[]
  readonly lcp: number
  readonly cls: number
  readonly bytes: number
  readonly fonts: number
  readonly faults: readonly string[]
}

async function judge(name: string, path: string): Promise<void> {
  const seen: Seen[] = []
  for (let round = 0; round < rounds; round += 1) seen.push(await look(name, path, round))
  const of = (pick: (one: Seen) => number) => median(seen.map(pick))
  const scores = categories.map((category, i) => `${category} ${of((one) => one.scores[i] ?? 0)}`)
  console.log(`${name} (${path}): ${scores.join(', ')}`)
  console.log(
    `  LCP ${(of((one) => one.lcp) / 1000).toFixed(2)} s, CLS ${of((one) => one.cls).toFixed(3)}; ${kb(of((one) => one.bytes))} of HTML, styles and scripts, ${kb(of((one) => one.fonts))} of faces`,
  )
  for (const fault of new Set(seen.flatMap(({ faults }) => faults))) console.log(`  ${fault}`)
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

async function look(name: string, path: string, round: number): Promise<Seen> {
  const throttlingMethod = values.applied ? 'devtools' : 'simulate'
  const flags = { port, output: 'html', throttlingMethod } as const
  const result = await lighthouse(home + path, { ...flags, onlyCategories: [...categories] })
  if (!result) throw new Error('Lighthouse says nothing.')
  const { lhr, report } = result
  if (values.report) {
    mkdirSync(values.report, { recursive: true })
    writeFileSync(join(values.report, `${name}-${round + 1}.html`), String(report))
  }
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
  const left = chosen.get(name) ?? []
  const scores = categories.map((category) => {
    const refs = lhr.categories[category]?.auditRefs ?? []
    const counted = refs.filter(({ id }) => !left.includes(id) && lhr.audits[id]?.score !== null)
    const weight = counted.reduce((sum, ref) => sum + ref.weight, 0)
    return Math.round(
      (100 * counted.reduce((sum, ref) => sum + ref.weight * (lhr.audits[ref.id]?.score ?? 0), 0)) / weight,
    )
  })
  const faults = categories
    .flatMap((category) => lhr.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.98)
    .map(({ id }) => `${id} ${lhr.audits[id]?.score}: ${lhr.audits[id]?.title} ${lhr.audits[id]?.displayValue ?? ''}`)
  const requests = lhr.audits['network-requests']?.details as unknown as {
    items: { resourceType: string; transferSize: number }[]
  }
  const sizeOf = (...kinds: string[]) =>
    requests.items.filter((one) => kinds.includes(one.resourceType)).reduce((sum, one) => sum + one.transferSize, 0)
  return {
    scores,
    lcp: lhr.audits['largest-contentful-paint']?.numericValue ?? 0,
    cls: lhr.audits['cumulative-layout-shift']?.numericValue ?? 0,
    bytes: sizeOf('Document', 'Stylesheet', 'Script'),
    fonts: sizeOf('Font'),
    faults,
  }
}

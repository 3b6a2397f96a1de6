/**
 * Every bench, one after another (beside each other they would measure each other), with few rounds: what they say, at
 * the end and together. For figures to be quoted each is run alone, with more rounds.
 *
 *   npm run bench
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { machine } from './machine.ts'

const benches: readonly (readonly [string, string])[] = [
  ['serve', '--rounds 2 --seconds 1'],
  ['pages', '--rounds 2 --publications 20'],
  ['weights', ''],
  ['parse', '--rounds 5'],
  ['sanitise', '--rounds 5'],
  ['start', '--rounds 2 --idle 5'],
  ['pictures', ''],
  ['doors', '--seconds 5'],
  ['joining', '--robots 1000 --people 10'],
  ['sources', '--sources 1000 --requests 50'],
  ['clusters', '--stories 20000 --new 500'],
  ['search', '--stories 5000 --requests 100'],
  ['lighthouse', '--rounds 1'],
  ['ingest', '--rounds 1 --again 1'],
  ['ingest', '--rounds 1 --again 0 --workers 1 --readers 100'],
]

const summary: string[] = []
let failures = 0
for (const [name, words] of benches) {
  const title = `bench:${name} -- ${words}`
  process.stderr.write(`${title} `)
  const began = performance.now()
  const { code, said } = await run(name, words.split(' ').filter(Boolean))
  process.stderr.write(`(${((performance.now() - began) / 1000).toFixed(0)} s)\n`)
  if (code !== 0) failures += 1
  summary.push('', title + (code === 0 ? '' : ': failed'))
  // Each tells first what it runs on: here it is the same for all.
  const own = said.split('\n').filter((line) => line !== '' && !line.startsWith(machine()))
  summary.push(...own.map((line) => `  ${line}`))
}
console.log([machine(), ...summary].join('\n'))
if (failures > 0) process.exitCode = 1

async function run(name: string, words: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(`${name}.ts`, import.meta.url)), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, said }
}

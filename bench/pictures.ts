/**
 * What a picture costs who writes it anew, hostile ones too: time and the most memory a process ever took, each in a
 * process of its own.
 *
 *   npm run bench:pictures
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { makeRenditions } from '../src/net/renditions.ts'
import { refusedPictures, tamedPictures } from '../test/support/hostile-pictures.ts'
import { machine } from './machine.ts'

const [file] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
if (file) await measure(file)
else await all()

async function measure(path: string): Promise<void> {
  const bytes = await readFile(path)
  // The libraries are loaded either way.
  await makeRenditions(await honest(200, 200)).catch(() => undefined)
  const before = process.resourceUsage().maxRSS
  const began = performance.now()
  const said = await makeRenditions(bytes).then(
    ({ made }) => `${made.length} renditions`,
    (error: Error) => error.message,
  )
  const mb = (process.resourceUsage().maxRSS - before) / 1024
  console.log(JSON.stringify({ ms: performance.now() - began, mb, said }))
}

async function all(): Promise<void> {
  console.log(machine())
  const files: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
    'a photograph of 4,000 × 3,000': () => honest(4_000, 3_000),
    'a photograph of 7,000 × 7,000': () => honest(7_000, 7_000, 3),
    ...tamedPictures,
    ...Object.fromEntries(Object.entries(refusedPictures).map(([name, { make }]) => [name, make])),
  }
  const folder = await mkdtemp(join(tmpdir(), 'wireroom pictures '))
  for (const [name, make] of Object.entries(files)) {
    const path = join(folder, 'picture')
    await writeFile(path, await make())
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), path])
    const { ms, mb, said } = JSON.parse(stdout) as { ms: number; mb: number; said: string }
    console.log(`${ms.toFixed(0).padStart(6)} ms ${mb.toFixed(0).padStart(5)} MB more  ${name}: ${said}`)
  }
  await rm(folder, { recursive: true })
}

function honest(width: number, height: number, sigma = 30): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma } as const
  return sharp({ create: { width, height, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 80 })
    .toBuffer()
}

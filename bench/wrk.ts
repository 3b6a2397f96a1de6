/** The load: wrk, one thread, and what it tells. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Ends the bench with a word of advice where a program is not on the machine. */
export function needs(...programs: readonly string[]): void {
  for (const program of programs)
    try {
      execFileSync('which', [program])
    } catch {
      console.error(`${program} is not on this machine: install it, e.g. with "apt-get install nginx-light wrk".`)
      process.exit(1)
    }
}

export type Load = {
  readonly connections: number
  readonly seconds: number
  readonly headers?: Readonly<Record<string, string>>
  /** A file of paths, a line each, asked for in turn instead of the address alone. */
  readonly paths?: string
}
/** `rate` in requests a second, `p99` in milliseconds, `failed` what was neither 2xx nor 3xx. */
export type Told = { readonly requests: number; readonly rate: number; readonly p99: number; readonly failed: number }

export function wrk(url: string, { connections, seconds, headers = {}, paths }: Load): Told {
  const folder = mkdtempSync(join(tmpdir(), 'wireroom-wrk-'))
  try {
    const script = join(folder, 'load.lua')
    writeFileSync(script, turns(paths) + telling)
    const written = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
    const words = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, ...written, url]
    const said = execFileSync('wrk', words, { maxBuffer: 1e8 }).toString()
    const [requests = 0, rate = 0, p99 = 0, failed = 0] = (/^told (.*)$/m.exec(said)?.[1] ?? '').split(' ').map(Number)
    return { requests, rate, p99, failed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function turns(paths: string | undefined): string {
  return paths === undefined
    ? ''
    : `local paths = {}
for line in io.lines(${JSON.stringify(paths)}) do paths[#paths + 1] = line end
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format('GET', paths[at])
end
`
}

const telling = `done = function(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format('told %d %.1f %.3f %d\\n', summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(99) / 1000, failed))
end
`

/** A web process as benches ask it (pages-web.ts), ready to answer. `env` is what it is set by. */
import { spawn } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Web = Awaited<ReturnType<typeof startWeb>>

/** On a port of its own, or on one it shares. With `BENCH_PROFILE` set to a directory, its profile is written there. */
export async function startWeb(env: Readonly<Record<string, string>>, shared = 0) {
  const child = spawn(
    process.execPath,
    [
      ...(process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []),
      fileURLToPath(new URL('pages-web.ts', import.meta.url)),
      String(shared),
    ],
    { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const reader = createInterface({ input: child.stdout })
  const port = await new Promise<string>((resolve) => reader.once('line', resolve))
  const url = `http://127.0.0.1:${port}`
  while ((await fetch(`${url}/readyz`)).status !== 200) await sleep(20)
  return {
    url,
    pid: child.pid ?? 0,
    async end() {
      child.stdin.end()
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

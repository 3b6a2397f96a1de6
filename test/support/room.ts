/** Runs the program as people do: processes of their own, with a data directory and a port of the test's own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { placeOf, postmasterPid, stopServer } from '../../src/host/postgres/server.ts'
import { quickFolder } from './cluster.ts'
import { compiled } from './compiled.ts'
import { freePorts } from './ports.ts'

export const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** What runs in it ends with it. */
export async function aRoom(env: Record<string, string> = {}) {
  const outer = await mkdtemp(join(await quickFolder(), 'wr-'))
  await chmod(outer, 0o711)
  const data = join(outer, 'data')
  const [port = 0] = await freePorts(1)
  const running: ChildProcess[] = []
  const own = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    WIREROOM_DATA: data,
    PORT: String(port),
    WIREROOM_ALLOW_PRIVATE_NETWORKS: 'on',
    LOG_LEVEL: 'error',
    NODE_COMPILE_CACHE: compiled,
    ...env,
  }
  return {
    port,
    data,
    env: own,
    /** The database's process, where it runs. */
    server: () => postmasterPid(placeOf(data)),
    run([program = '', ...words]: readonly string[]) {
      const child = spawn(program, words, {
        env: own,
        stdio: ['ignore', 'pipe', 'pipe'],
        // A process group of its own, as a terminal would give it.
        detached: true,
      })
      running.push(child)
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (said += words))
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
      return {
        pid: child.pid,
        ended,
        said: () => said,
        tell: (signal: NodeJS.Signals) => child.kill(signal),
        async says(words: RegExp) {
          while (!words.test(said)) {
            if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended, saying: ${said}`)
            await sleep(20)
          }
        },
      }
    },
    async [Symbol.asyncDispose]() {
      for (const { pid } of running) killGroup(pid)
      await stopServer(placeOf(data), 1_000)
      await rm(outer, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Also where its first process has ended and others of it have not. */
function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { Unavailable } from '../core/errors.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../host/database.ts'
import { openLog } from '../host/log.ts'
import { answers, isPortFree } from '../host/port.ts'
import { readSecret } from '../host/secret.ts'
import { supervise, untilAsked } from '../host/supervise.ts'
import type { Command, Output } from './command.ts'

export const command: Command = {
  about: 'Run everything: database, pages, visits to sources.',
  usage: [''],
  async run(_call, out, config) {
    const log = await openLog(config.logLevel, 'start')
    const database = await openDatabase(config, { role: 'start', log })
    try {
      await readSecret(config)
      await migrate(database.reach, { url: config.url, clock: () => new Date() })
      if (!(await becomesFree(config)))
        throw new Unavailable(
          `Port ${config.port} is taken by another program: stop it, or set PORT to another number.`,
        )
    } catch (error) {
      await database.release()
      throw error
    }
    const web = Array.from({ length: config.webProcesses }, (_, i) => ({ name: `web ${i + 1}`, args: ['serve'] }))
    const parts = supervise(
      fileURLToPath(new URL('../main.ts', import.meta.url)),
      [...web, { name: 'jobs', args: ['work'] }],
      log,
    )
    untilAsked(async () => {
      await parts.stop(3_000)
      await database.release()
    })
    await greet(config, out)
  },
}

/** A web process whose supervisor was killed needs a moment to notice and go. */
async function becomesFree({ host, port }: Config): Promise<boolean> {
  for (let tries = 0; tries < 30; tries += 1) {
    if (await isPortFree(host, port)) return true
    await sleep(100)
  }
  return false
}

/** Where it is and what to do next, once it answers. */
async function greet(config: Config, out: Output): Promise<void> {
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}/readyz`
  while (!(await answers(address))) await sleep(50)
  out.print(`Wireroom is running at ${config.url}`)
  if (process.stdout.isTTY !== true) return
  out.print('')
  out.print('Next:  npx wireroom member add --name "…" --kind newspaper --site https://…')
  out.print('       npx wireroom source add https://…')
  out.print(`Stop it with Ctrl-C. Its data is in ${config.data}`)
}

import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { makeSetUpLink } from '../accounts/first-administrator.ts'
import type { Config } from '../config.ts'
import { openPool, type Reach } from '../db/connection.ts'
import { listMembers } from '../db/members.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../host/database.ts'
import { hearEnding } from '../host/ending.ts'
import { openLog } from '../host/log.ts'
import { answers, isTaken, listenTrouble, tryPort } from '../host/port.ts'
import { readSecret } from '../host/secret.ts'
import { jobsFlags, supervise } from '../host/supervise.ts'
import { routes } from '../routes.ts'
import type { Command, Output } from './command.ts'

export const command: Command = {
  about: 'Run everything: database, pages, visits to sources.',
  usage: [''],
  words: false,
  json: false,
  async run(_call, out, config) {
    const ending = hearEnding()
    const log = await openLog(config.logLevel, 'start')
    const database = await openDatabase(config, { role: 'start', log })
    let first: First = { nobodyYet: false, setUpLink: undefined }
    try {
      await readSecret(config)
      await migrate(database.reach, { url: config.url, clock: () => new Date() })
      first = await firstSteps(database.reach, config)
      await portBecomesFree(config)
    } catch (error) {
      await database.release()
      throw error
    }
    const web = Array.from({ length: config.webProcesses }, (_, i) => ({ name: `web ${i + 1}`, args: ['serve'] }))
    const parts = supervise(
      fileURLToPath(new URL('../main.ts', import.meta.url)),
      [...web, { name: 'jobs', args: ['work'], flags: jobsFlags }],
      log,
    )
    ending.by(async () => {
      await parts.stop(3_000)
      await database.release()
    })
    await greet(config, out, first)
  },
}

type First = { readonly nobodyYet: boolean; readonly setUpLink: string | undefined }

/** What a new network needs: members, and before them somebody who looks after it. */
async function firstSteps(reach: Reach, { url }: Config): Promise<First> {
  const pool = openPool(reach, { name: 'wireroom start', size: 1 })
  try {
    const key = await pool.db.transaction().execute((tx) => makeSetUpLink(tx, new Date()))
    return {
      nobodyYet: (await listMembers(pool.db)).length === 0,
      setUpLink: key === undefined ? undefined : `${url}${routes.setUp.href({})}?key=${key}`,
    }
  } finally {
    await pool.close()
  }
}

/** A web process whose supervisor was killed needs a moment to notice and go. Throws Unavailable when it stays. */
async function portBecomesFree(config: Config): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryPort(config)
    } catch (error) {
      if (!isTaken(error) || tries === 30) throw listenTrouble(error, config)
      await sleep(100)
    }
  }
}

/** Where it is and, while there is nobody yet, what to do next; once it answers. */
async function greet(config: Config, out: Output, { nobodyYet, setUpLink }: First): Promise<void> {
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}/readyz`
  while (!(await answers(address))) await sleep(50)
  out.print(`Wireroom is running at ${config.url}`)
  out.print(`Its data is in ${config.data}`)
  if (setUpLink !== undefined) {
    out.print('')
    out.print('Nobody looks after this network yet. Whoever opens this link first, within a week, does:')
    out.print(`  ${setUpLink}`)
  }
  if (nobodyYet) {
    out.print('')
    out.print('Next:  npx wireroom member add --name "…" --kind newspaper --site https://…')
    out.print('       npx wireroom source add https://…')
  }
  if (process.stdout.isTTY === true) out.print('\nStop it with Ctrl-C.')
}

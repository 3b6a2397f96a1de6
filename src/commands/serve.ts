import process from 'node:process'
import { createWeb } from '../app.ts'
import { Unavailable } from '../core/errors.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../host/database.ts'
import { openLog } from '../host/log.ts'
import { untilAsked, whileStarting } from '../host/supervise.ts'
import type { Command } from './command.ts'

export const command: Command = {
  about: 'Answer requests: pages, feeds, health. One of several parts.',
  usage: [''],
  async run(_call, out, config) {
    const log = await openLog(config.logLevel, 'web')
    const within = whileStarting()
    const clock = () => new Date()
    const database = await openDatabase(config, { role: 'serve', log })
    await migrate(database.reach, { url: config.url, clock })
    const web = createWeb({ config, ...database, clock, log })
    untilAsked(async () => {
      await web.close()
      await database.release()
    })
    try {
      const { port } = await within(
        web.listen({ host: config.host, port: config.port, reusePort: config.webProcesses > 1 }),
      )
      log.info(`Listening on ${config.host}:${port}.`, { host: config.host, port })
      if (process.send === undefined) out.note(`Serving ${config.url}`)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      await web.close()
      await database.release()
      if (code === 'EADDRINUSE')
        throw new Unavailable(
          `Port ${config.port} is taken by another program: stop it, or set PORT to another number.`,
        )
      if (code === 'EACCES')
        throw new Unavailable(`Port ${config.port} is for root alone: set PORT to a number above 1023.`)
      if (code === 'EADDRNOTAVAIL')
        throw new Unavailable(`HOST is ${config.host}, which is no address of this machine.`)
      throw error
    }
  },
}

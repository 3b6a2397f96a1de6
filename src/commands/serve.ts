import { join } from 'node:path'
import process from 'node:process'
import { createWeb } from '../app.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../host/database.ts'
import { hearEnding } from '../host/ending.ts'
import { openLog } from '../host/log.ts'
import { listenTrouble } from '../host/port.ts'
import { keepFacesCut } from '../web/cut-faces.ts'
import type { Command } from './command.ts'

export const command: Command = {
  about: 'Answer requests: pages, feeds, health. One of several parts.',
  usage: [''],
  words: false,
  json: false,
  async run(_call, out, config) {
    const ending = hearEnding()
    const log = await openLog(config.logLevel, 'web')
    const clock = () => new Date()
    const database = await openDatabase(config, { role: 'serve', log })
    const { host } = config
    try {
      await migrate(database.reach, { url: config.url, clock })
      const web = createWeb({ config, ...database, clock, log })
      const close = async () => {
        await web.close()
        await database.release()
      }
      ending.by(close)
      const { port } = await ending
        .within(web.listen({ host, port: config.port, reusePort: config.webProcesses > 1 }))
        .catch(async (error: unknown) => {
          await close()
          throw listenTrouble(error, config)
        })
      keepFacesCut(join(config.data, 'faces'), web.editions, log)
      log.info(`Listening on ${host}:${port}.`, { host, port })
      if (process.send === undefined) out.print(`Serving ${config.url}`)
    } catch (error) {
      await database.release()
      throw error
    }
  },
}

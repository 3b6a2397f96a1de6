import process from 'node:process'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../host/database.ts'
import { hearEnding } from '../host/ending.ts'
import { openLog } from '../host/log.ts'
import { giveWay } from '../host/priority.ts'
import { createJobs } from '../work.ts'
import type { Command } from './command.ts'

export const command: Command = {
  about: 'Visit sources and do what is queued. One of several parts.',
  usage: [''],
  words: false,
  json: false,
  async run(_call, out, config) {
    const ending = hearEnding()
    const log = await openLog(config.logLevel, 'jobs')
    const clock = () => new Date()
    const database = await openDatabase(config, { role: 'work', log })
    // Not sooner: a database that it had to start serves everybody.
    giveWay(log)
    try {
      await migrate(database.reach, { url: config.url, clock })
      const jobs = await ending.within(createJobs({ config, ...database, clock, log }))
      ending.by(
        async () => {
          await jobs.stop()
          await database.release()
        },
        jobs.done.catch((error) => log.error('The queue cannot go on; the process ends.', { error })),
      )
    } catch (error) {
      await database.release()
      throw error
    }
    log.info('Working.')
    if (process.send === undefined) out.print('Working. Stop with Ctrl-C.')
  },
}

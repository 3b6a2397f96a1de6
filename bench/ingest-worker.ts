/** A jobs process as `wireroom work` runs it, that tells its memory in MB on standard output four times a second. */
import { environment, readConfig } from '../src/config.ts'
import { openDatabase } from '../src/host/database.ts'
import { giveWay } from '../src/host/priority.ts'
import { createJobs } from '../src/work.ts'

const config = readConfig(environment())
const quiet = { debug() {}, info() {}, warning: console.error, error: console.error }
const database = await openDatabase(config, { role: 'work', log: quiet })
giveWay(quiet)
const jobs = await createJobs({ config, ...database, clock: () => new Date(), log: quiet })
setInterval(() => console.log((process.memoryUsage.rss() / 1024 ** 2).toFixed(1)), 250)
process.stdin.resume().on('end', async () => {
  await jobs.stop()
  await database.release()
  process.exit()
})

/** One web process over the data of `pages.ts`, as `wireroom serve` runs it; its port is the first word. Prints its port. */
import { createWeb } from '../src/app.ts'
import { environment, readConfig } from '../src/config.ts'
import { openDatabase } from '../src/host/database.ts'

const config = readConfig(environment())
const quiet = { debug() {}, info() {}, warning: console.error, error: console.error }
const database = await openDatabase(config, { role: 'serve', log: quiet })
const web = createWeb({ config, ...database, clock: () => new Date(), log: quiet })
const wanted = Number(process.argv[2])
const { port } = await web.listen({ host: '127.0.0.1', port: wanted, reusePort: wanted !== 0 })
console.log(port)
process.stdin.resume().on('end', async () => {
  await web.close()
  await database.release()
  process.exit()
})

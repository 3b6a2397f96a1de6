import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { Conflict, Unavailable, Usage } from '../core/errors.ts'
import { closeDoors } from '../db/accounts.ts'
import { type Db, openPool } from '../db/connection.ts'
import { readNetwork } from '../db/network.ts'
import { addTasks } from '../db/tasks.ts'
import { bury, findDead } from '../db/workers.ts'
import { putBack, refuseWhileRunning } from '../host/backup/put-back.ts'
import { keepDeparture, keepMemberDeparture, readDepartures, readMemberDepartures } from '../host/departure-ledger.ts'
import { keepMeasure, readMeasures } from '../host/measure-ledger.ts'
import { placeOf } from '../host/postgres/server.ts'
import { openRecalls, readRecalls } from '../host/recall-ledger.ts'
import { readSecret } from '../host/secret.ts'
import { takeTasks } from '../jobs/once.ts'
import { leaveAgain } from '../membership/leave.ts'
import { measureAgain } from '../moderation/measure-again.ts'
import { applyRecalls } from '../wire/recalls.ts'
import type { Command, Output } from './command.ts'
import { withDatabase, withServer } from './with-database.ts'

export const command: Command = {
  about: 'Put a backup back. What was there is kept beside; what was recalled since stays recalled.',
  usage: ['FILE'],
  async run(call, out, config) {
    const [file, ...more] = call.words
    if (!file || more.length > 0) throw new Usage('Say which file to restore.')
    if (config.databaseUrl !== undefined)
      throw new Conflict(
        'The database is behind DATABASE_URL: restore it with its own tools, e.g. "pg_restore". Unset DATABASE_URL to restore media and settings of the archive.',
      )
    await refuseWhileRunning(config.data)
    await writeDownRecalls(config, out)
    const { manifest, keptIn, settings } = await putBack(file, config.data, () => new Date())
    const since = await withDatabase(config, (reached) => takeBackSince(config, reached)).catch((error) => {
      throw new Unavailable(
        `The backup of ${manifest.at} is put back, but what was recalled since is not recalled again yet: ${(error as Error).message} Restore it again before anybody reads.`,
        { cause: error },
      )
    })
    const { recalls, erased, left, measured } = since
    if (call.json) out.json({ ...manifest, keptIn, recalls })
    else {
      out.print(`Restored the backup of ${manifest.at}. What was there before is in ${keptIn}.`)
      out.print(
        `${since.kept} recalls in the ledger: ${recalls.applied} applied again, ${recalls.already} in force already, ${recalls.unknown} of stories it does not know.`,
      )
      out.print(`Everybody signs in anew. Accounts erased since: ${erased}. Members that left since: ${left}.`)
      out.print(`Measures about members since (suspensions, removals and their ends), carried out again: ${measured}.`)
      out.print(
        'Passwords, passkeys and rights are again as they were then: "wireroom staff list" shows who has which.',
      )
    }
    if (settings.includes('='))
      out.note(
        `These settings were in force then; compare them with yours ("tar -xzOf '${file}' settings.env" shows them whole):\n${withoutSecrets(settings).trim()}`,
      )
  },
}

/** What the ledgers say, all of it whatever its time: what holds already changes nothing, and clocks have been wrong before. */
async function takeBackSince(config: Config, { db, clock }: { readonly db: Db; readonly clock: Clock }) {
  const kept = await readRecalls(config.data)
  const departed = (await readDepartures(config.data)).map(({ account }) => account)
  const { erased } = await db.transaction().execute(async (tx) => {
    const closed = await closeDoors(tx, departed)
    if (closed.hashes.length > 0) await addTasks(tx, [{ name: 'remove-media', payload: { hashes: closed.hashes } }])
    return closed
  })
  const recalls = await applyRecalls(db, kept, clock)
  const { timeZone } = await readNetwork(db)
  const measured = await measureAgain(db, await readMeasures(config.data), { now: clock(), timeZone })
  const on = { secret: await readSecret(config), url: config.url, now: clock() }
  const left = await leaveAgain(db, on, await readMemberDepartures(config.data))
  return { kept: kept.length, erased, recalls, measured, left }
}

/** A recall is written into the ledger by a task: one that has not run yet would go away with the database it waits in. */
async function writeDownRecalls(config: Config, out: Output): Promise<void> {
  if (!existsSync(join(placeOf(config.data).cluster, 'PG_VERSION'))) return
  try {
    const recalls = openRecalls(config.data)
    await withServer(config, async (reach) => {
      const pool = openPool(reach, { name: 'wireroom restore', size: 2 })
      try {
        // Nothing runs here now: whoever had begun a task is gone.
        await bury(pool.db, await findDead(pool.db, 0))
        await takeTasks(pool, {
          'keep-recall': (recall) => recalls.keep(recall),
          'keep-departure': (departure) => keepDeparture(config.data, departure),
          'keep-member-departure': (departure) => keepMemberDeparture(config.data, departure),
          'keep-measure': (measure) => keepMeasure(config.data, measure),
        })
      } finally {
        await pool.close()
      }
    })
  } catch (error) {
    out.note(
      `The database that is there could not be asked for recalls that are not in the ledger yet: ${(error as Error).message}`,
    )
  }
}

/** What is printed may be kept by whoever reads along. */
function withoutSecrets(settings: string): string {
  return settings
    .replace(/^(\w*(?:SECRET|KEY|TOKEN)\w*)=.*$/gm, '$1="…"')
    .replace(/:\/\/([^:@/"]*):[^@"]*@/g, '://$1:…@')
    .replace(/^(\w+_URL=[^?\n]*)\?.*$/gm, '$1?…"')
}

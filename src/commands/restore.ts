import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { Conflict, Unavailable, Usage } from '../core/errors.ts'
import { closeDoors } from '../db/accounts.ts'
import { openPool } from '../db/connection.ts'
import { bury, findDead } from '../db/workers.ts'
import { putBack, refuseWhileRunning } from '../host/backup/put-back.ts'
import { keepDeparture, keepMemberDeparture, readDepartures, readMemberDepartures } from '../host/departure-ledger.ts'
import { placeOf } from '../host/postgres/server.ts'
import { keepRecall, readRecalls } from '../host/recall-ledger.ts'
import { readSecret } from '../host/secret.ts'
import { takeTasks } from '../jobs/once.ts'
import { leaveAgain } from '../membership/leave.ts'
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
    // All of them, whatever their time: one that holds already changes nothing, and clocks have been wrong before.
    const kept = await readRecalls(config.data)
    const departed = await readDepartures(config.data)
    const membersLeft = await readMemberDepartures(config.data)
    const { erased, recalls, left } = await withDatabase(config, async ({ db, clock }) => {
      const erased = await db.transaction().execute((tx) =>
        closeDoors(
          tx,
          departed.map(({ account }) => account),
        ),
      )
      const recalls = await applyRecalls(db, kept, clock)
      const on = { secret: await readSecret(config), url: config.url, now: clock() }
      return { erased, recalls, left: await leaveAgain(db, on, membersLeft) }
    }).catch((error) => {
      throw new Unavailable(
        `The backup of ${manifest.at} is put back, but what was recalled since is not recalled again yet: ${(error as Error).message} Restore it again before anybody reads.`,
        { cause: error },
      )
    })
    if (call.json) out.json({ ...manifest, keptIn, recalls })
    else {
      out.print(`Restored the backup of ${manifest.at}. What was there before is in ${keptIn}.`)
      out.print(
        `${kept.length} recalls in the ledger: ${recalls.applied} applied again, ${recalls.already} in force already, ${recalls.unknown} of stories it does not know.`,
      )
      out.print(`Everybody signs in anew. Accounts erased since: ${erased}. Members that left since: ${left}.`)
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

/** A recall is written into the ledger by a task: one that has not run yet would go away with the database it waits in. */
async function writeDownRecalls(config: Config, out: Output): Promise<void> {
  if (!existsSync(join(placeOf(config.data).cluster, 'PG_VERSION'))) return
  try {
    await withServer(config, async (reach) => {
      const pool = openPool(reach, { name: 'wireroom restore', size: 2 })
      try {
        // Nothing runs here now: whoever had begun a task is gone.
        await bury(pool.db, await findDead(pool.db, 0))
        await takeTasks(pool, {
          'keep-recall': (recall) => keepRecall(config.data, recall),
          'keep-departure': (departure) => keepDeparture(config.data, departure),
          'keep-member-departure': (departure) => keepMemberDeparture(config.data, departure),
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

import { Conflict, Usage } from '../core/errors.ts'
import { putBack } from '../host/backup/put-back.ts'
import { readRecalls } from '../host/recall-ledger.ts'
import { applyRecalls } from '../wire/recalls.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

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
    const { manifest, keptIn, settings } = await putBack(file, config.data, () => new Date())
    const later = (await readRecalls(config.data)).filter((recall) => recall.at >= manifest.at)
    const recalls = await withDatabase(config, ({ db, clock }) => applyRecalls(db, later, clock))
    if (call.json) out.json({ ...manifest, keptIn, recalls })
    else {
      out.print(`Restored the backup of ${manifest.at}. What was there before is in ${keptIn}.`)
      out.print(
        `${later.length} later recalls: ${recalls.applied} applied again, ${recalls.already} in force already, ${recalls.unknown} of stories it does not know.`,
      )
    }
    if (settings.includes('='))
      out.note(`These settings were in force then; compare them with yours:\n${settings.trim()}`)
  },
}

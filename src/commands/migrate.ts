import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../host/database.ts'
import type { Command } from './command.ts'

export const command: Command = {
  about: 'Bring the database up to this program, and nothing else.',
  usage: [''],
  async run(call, out, config) {
    const database = await openDatabase(config, { role: 'command' })
    try {
      const { applied } = await migrate(database.reach, { url: config.url, clock: () => new Date() })
      if (call.json) out.json({ applied })
      else out.print(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
    } finally {
      await database.release()
    }
  },
}

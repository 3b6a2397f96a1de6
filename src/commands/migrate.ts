import { migrate } from '../db/migrate.ts'
import type { Command } from './command.ts'
import { withServer } from './with-database.ts'

export const command: Command = {
  about: 'Bring the database up to this program, and nothing else.',
  usage: [''],
  words: false,
  async run(call, out, config) {
    const { applied } = await withServer(config, (reach) =>
      migrate(reach, { url: config.url, clock: () => new Date() }),
    )
    if (call.json) out.json({ applied })
    else out.print(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
  },
}

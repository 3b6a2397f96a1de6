import { readStats } from '../db/stats.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

export const command: Command = {
  about: 'Count what there is.',
  usage: ['[--json]'],
  words: false,
  async run(call, out, config) {
    const stats = await withDatabase(config, ({ db, clock }) => readStats(db, clock()))
    if (call.json) {
      out.json(stats)
      return
    }
    for (const [name, value] of Object.entries(stats)) {
      const words =
        typeof value === 'number'
          ? String(value)
          : Object.entries(value)
              .map(([key, count]) => `${count} ${key === 'overWeek' ? 'for over a week' : key}`)
              .join(', ') || 'none'
      out.print(`${name.padEnd(13)}${words}`)
    }
  },
}

import { rm } from 'node:fs/promises'
import { Usage } from '../core/errors.ts'
import { draftOf, takeBackup } from '../host/backup/take.ts'
import type { Command } from './command.ts'
import { withServer } from './with-database.ts'

export const command: Command = {
  about: 'Write database, media and settings into one archive, while everything runs.',
  usage: ['FILE'],
  async run(call, out, config) {
    const [file, ...more] = call.words
    if (!file || more.length > 0) throw new Usage('Say which file to write, e.g. wireroom-2026-11-24.tar.gz.')
    const taken = await withServer(
      config,
      (reach) => takeBackup(file, config, reach, () => new Date(), out.note),
      () => rm(draftOf(file), { force: true }),
    )
    if (call.json) out.json({ file, ...taken })
    else
      out.print(
        `Wrote ${file}: ${(taken.bytes / 1024 / 1024).toFixed(1)} MB, ${taken.media} media files. The secret is in it: keep it safe.`,
      )
    if (!taken.database)
      out.note(
        'The database is behind DATABASE_URL and not in this archive: back it up with its own tools, e.g. "pg_dump -Fc".',
      )
  },
}

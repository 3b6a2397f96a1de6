/** The program's secret: the operator's, or one made at the first start and kept in the data directory. */
import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/** Several processes may start at once: they all get the one that was first. */
export async function readSecret(config: Pick<Config, 'data' | 'secret'>): Promise<string> {
  if (config.secret !== undefined) return config.secret
  const path = join(config.data, 'secret')
  const found = await readFile(path, 'utf8').catch(() => '')
  if (found.trim()) return found.trim()
  await mkdir(config.data, { recursive: true })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  // A link fails where somebody else's is already there: it never replaces a secret that is in use.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  return (await readFile(path, 'utf8')).trim()
}

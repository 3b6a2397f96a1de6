/** The addresses by which Tor's users come: a file the operator keeps up to date, read again when it is another one. */
import { readFile, stat } from 'node:fs/promises'
import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'

export type TorExits = { has(address: string): Promise<boolean> }

/** How often the file is looked at. */
const minutes = 5

/** Without a file, or while it cannot be read, nobody is known to come by Tor: which is told once, in the log. */
export function createTorExits(file: string | undefined, clock: Clock, log: Log): TorExits {
  let known = new Set<string>()
  let changedAt = 0
  let looksAt = 0
  let looking: Promise<void> | undefined
  let isTold = false
  async function look(path: string): Promise<void> {
    try {
      const { mtimeMs } = await stat(path)
      if (mtimeMs !== changedAt) known = readExits(await readFile(path, 'utf8'))
      changedAt = mtimeMs
      isTold = false
    } catch (error) {
      if (!isTold)
        log.warning('The file WIREROOM_TOR_EXITS names cannot be read: Tor is counted as any network.', { error })
      isTold = true
    }
  }
  return {
    async has(address) {
      if (file === undefined) return false
      const now = clock().getTime()
      if (now >= looksAt) {
        looksAt = now + minutes * 60_000
        looking = look(file)
      }
      await looking
      return known.has(plain(address) ?? '')
    },
  }
}

/** One address to a line, or lines as the Tor Project's own list has them (`ExitAddress 192.0.2.1 2026-11-27 09:00:00`). */
export function readExits(text: string): Set<string> {
  const found = new Set<string>()
  for (const line of text.split('\n')) {
    const words = line.replace(/#.*/, '').trim().split(/\s+/)
    const address = plain((words[0] === 'ExitAddress' ? words[1] : words[0]) ?? '')
    if (address !== undefined) found.add(address)
  }
  return found
}

/** However an address is written, it is one; undefined for what is none. */
function plain(address: string): string | undefined {
  const host = address.includes(':') ? `[${address}]` : address
  if (!/^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i.test(host)) return undefined
  return URL.parse(`http://${host}/`)?.hostname
}

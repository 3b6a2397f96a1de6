/** What a name server says of a name: only records of text, which lead nowhere, and only for so long. */
import { Resolver } from 'node:dns/promises'

export type Dns = {
  /** The text records of a name, each in its pieces; none where there are none. Never throws for what the network does. */
  texts(
    name: string,
  ): Promise<
    | { readonly kind: 'answered'; readonly records: readonly (readonly string[])[] }
    | { readonly kind: 'failed'; readonly reason: string }
  >
}

/** For each try. */
const timeoutMs = 3_000
const tries = 2
/** Records beyond these are nobody's proof. */
const mostRecords = 100
/** RFC 1035, 2.3.4; an underscore leads names that are no hosts (RFC 8552). */
const askable = /^(?=.{1,253}$)(?:_?[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i

/** `servers`: name servers to ask, as addresses with or without a port; the machine's own where there are none. */
export function createDns(servers: readonly string[] = [], patienceMs = timeoutMs): Dns {
  return {
    async texts(name) {
      if (!askable.test(name)) return { kind: 'failed', reason: 'This is no name that can be looked up.' }
      const resolver = new Resolver({ timeout: patienceMs, tries })
      if (servers.length > 0) resolver.setServers(servers)
      try {
        const records = await resolver.resolveTxt(name)
        return { kind: 'answered', records: records.slice(0, mostRecords) }
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException
        if (code === 'ENOTFOUND' || code === 'ENODATA') return { kind: 'answered', records: [] }
        return { kind: 'failed', reason: reasons[code] ?? `The name could not be looked up (${code || 'unknown'}).` }
      }
    },
  }
}

const reasons: Readonly<Record<string, string>> = {
  ETIMEOUT: 'The name server did not answer in time.',
  ETIMEDOUT: 'The name server did not answer in time.',
  ECONNREFUSED: 'The name server refuses connections.',
  ESERVFAIL: 'The name server could not answer now.',
  EREFUSED: 'The name server refuses to answer.',
}

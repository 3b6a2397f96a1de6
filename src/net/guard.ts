/**
 * Where the way out may lead. Only http and https, only allowed ports, no credentials; a name is resolved once, every
 * address it has is checked, and the connection goes to exactly what was checked, so that a name cannot mean one
 * machine when it is checked and another when it is used (DNS rebinding).
 */
import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './addresses.ts'

export type GuardSettings = {
  /** On for trying things out only: then any address and any port may be reached. */
  readonly allowPrivateNetworks: boolean
  readonly allowedPorts: readonly number[]
  /** Resolves a name to all its addresses; the machine's own resolver unless a test brings one. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  /** Which addresses may be reached: public ones, unless a test stands in for the internet. */
  readonly mayReach?: (address: string) => boolean
}

export class Refused extends Error {}

const inside = 'This address is inside a private or reserved network, which is never fetched from.'

/** Why an address may not even be tried; what its name leads to is found out by `pinned`. */
export function refusal(settings: GuardSettings, address: string): string | undefined {
  const url = URL.parse(address)
  if (!url) return 'This is no web address.'
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'Only http and https addresses are fetched.'
  if (url.username || url.password) return 'Addresses with a name and password in them are not fetched.'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!host) return 'This address names no server.'
  if (settings.allowPrivateNetworks) return undefined
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (!settings.allowedPorts.includes(port))
    return `Port ${port} is not one that is fetched from (WIREROOM_ALLOWED_PORTS).`
  if (isIP(host)) return reach(settings)(host) ? undefined : inside
  // A name without a dot means a machine nearby, whatever the resolver makes of it.
  return /[^.]\.[^.]/.test(host) ? undefined : 'This address names no server of the public internet.'
}

/** Resolves once, checks everything found, and hands the socket exactly what was checked. */
export function pinned(settings: GuardSettings): LookupFunction {
  const resolve = settings.resolve ?? resolveAll
  const mayReach = reach(settings)
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIP(address) }))
        const [first] = found
        if (!addresses.every(mayReach)) callback(new Refused(inside), '', 0)
        else if (!first) callback(Object.assign(new Error(`No address for ${hostname}.`), { code: 'ENOTFOUND' }), '', 0)
        else if (options.all) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error: Error) => callback(error, '', 0),
    )
  }
}

function reach(settings: GuardSettings): (address: string) => boolean {
  return settings.allowPrivateNetworks ? () => true : (settings.mayReach ?? isPublicAddress)
}

async function resolveAll(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

/**
 * Which IP addresses a fetcher must not reach: everything that is not a public, global unicast address (IANA's
 * special-purpose registries, RFC 6890), IPv4 hidden in IPv6 included.
 */
import { BlockList, isIP } from 'node:net'

const blocked = new BlockList()
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Azure answers every machine of its own here, keys and all, at an address that looks public.
  '168.63.129.16/32',
]) {
  const [network = '', prefix = ''] = range.split('/')
  blocked.addSubnet(network, Number(prefix), 'ipv4')
}

/** Inside global unicast (2000::/3) these are not for us: documentation, 6to4, and 2001::/23 with Teredo in it. */
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']) {
  const [network = '', prefix = ''] = range.split('/')
  blocked.addSubnet(network, Number(prefix), 'ipv6')
}
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/** True for an address that a fetcher may connect to. False for anything that is no IP address at all. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !blocked.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  const groups = groupsOf(address)
  const inside = ipv4Inside(groups)
  if (inside !== undefined) return isPublicAddress(inside)
  return globalUnicast.check(address, 'ipv6') && !blocked.check(address, 'ipv6') && !isIsatap(groups)
}

/** The eight 16-bit groups of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::')
  const numbers = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  if (tail === undefined) return numbers(head)
  const [before, after] = [numbers(head), numbers(tail)]
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after]
}

/**
 * Prefixes of 96 bits before an IPv4 address, which is then the one that counts: compatible and mapped (RFC 4291,
 * 2.5.5), translated (RFC 2765), and what a machine with IPv6 alone is told of IPv4 servers (NAT64: RFC 6052, 8215).
 */
const ipv4Prefixes = new Set([
  '0,0,0,0,0,0',
  '0,0,0,0,0,65535',
  '0,0,0,0,65535,0',
  `${0x64},${0xff9b},0,0,0,0`,
  `${0x64},${0xff9b},1,0,0,0`,
])

function ipv4Inside(groups: readonly number[]): string | undefined {
  if (!ipv4Prefixes.has(groups.slice(0, 6).join())) return undefined
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.')
}

/** ISATAP puts any IPv4 address behind a global prefix (RFC 5214, 6.1: interface id 0:5efe or 200:5efe). */
function isIsatap(groups: readonly number[]): boolean {
  return ((groups[4] ?? 0) & 0xfcff) === 0 && groups[5] === 0x5efe
}

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
]) {
  const [network = '', prefix = ''] = range.split('/')
  blocked.addSubnet(network, Number(prefix), 'ipv4')
}

/** Inside global unicast (2000::/3) these are not for us; everything outside of it is refused whole. */
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
  // ISATAP and the like put any IPv4 address behind a global prefix (RFC 5214: interface id 0:5efe or 200:5efe).
  if (/:(0|200)?:?5efe:/i.test(expand(address))) return false
  return globalUnicast.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}

function expand(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1)
}

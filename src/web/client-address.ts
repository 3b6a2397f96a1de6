/** Whose request it is, as far as the proxies in front may be believed. */
import { BlockList, isIP } from 'node:net'

export type ClientAddress = (socketAddress: string | undefined, forwardedFor: string | undefined) => string

/**
 * The client's address: the socket's, unless that is a trusted proxy, in which case the last address of
 * `X-Forwarded-For` that is none. `proxies` are addresses or ranges (`10.0.0.0/8`); others are left out.
 */
export function clientAddress(proxies: readonly string[]): ClientAddress {
  const trusted = new BlockList()
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0) continue
    if (prefix === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(prefix), family)
  }
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (socketAddress, forwardedFor) => {
    const socket = bare(socketAddress ?? '')
    if (forwardedFor === undefined || !isTrusted(socket)) return socket
    const chain = forwardedFor.split(',').map((address) => bare(address.trim()))
    return chain.findLast((address) => isIP(address) !== 0 && !isTrusted(address)) ?? socket
  }
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^127\./.test(address)
}

/** IPv4 in IPv6's clothes is IPv4. */
function bare(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

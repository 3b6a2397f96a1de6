/**
 * The one cookie there is, set only for who signs in. With `https` its name has the prefix by which browsers keep it to
 * this host, path and scheme (RFC 6265bis, section 4.1.3.2); without, browsers would refuse that.
 */

/** How long a browser keeps it, in seconds: as long as a session can last at all. */
const longest = 180 * 86_400

function nameOf(https: boolean): string {
  return https ? '__Host-wireroom' : 'wireroom'
}

/** What the browser brings; undefined when nothing, or what none of ours looks like. */
export function readSessionCookie(headers: Headers, https: boolean): string | undefined {
  const name = nameOf(https)
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() !== name) continue
    const value = pair.slice(at + 1).trim()
    return /^[\w-]{43}$/.test(value) ? value : undefined
  }
  return undefined
}

/** Lax: a link in a mail leads to a page of somebody who is signed in; no page elsewhere can send a form with it. */
export function sessionCookie(token: string, https: boolean): string {
  return `${nameOf(https)}=${token}; Path=/; Max-Age=${longest}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
}

export function noSessionCookie(https: boolean): string {
  return `${nameOf(https)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
}

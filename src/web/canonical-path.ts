/** The one way an address of ours is written: no slash at its end, none doubled, lower case. */

/** Names with letters of both cases: what they name is found by them as they are. */
const exact = /^\/(?:assets|media)\//

/**
 * The path an address should have had, or undefined when it is as it should be. Never begins with two slashes, which a
 * browser would take for another host.
 */
export function canonicalPath(path: string): string | undefined {
  const single = path.replace(/[/\\]{2,}/g, '/').replace(/\\/g, '/')
  const bare = single.length > 1 ? single.replace(/\/$/, '') : single
  // Escapes (%E4) are left as they are: they stand for bytes, not letters.
  const written = exact.test(bare) ? bare : bare.replace(/%[0-9a-f]{2}|[A-Z]+/gi, lower)
  return written === path ? undefined : written || '/'
}

function lower(part: string): string {
  return part.startsWith('%') ? part : part.toLowerCase()
}

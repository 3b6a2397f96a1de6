/** The one way an address of ours is written: no slash at its end, none doubled, lower case, nothing escaped without need. */

/** Names with letters of both cases: what they name is found by them as they are. */
const exact = /^\/(?:assets|media)\/|^(?:\/[a-z]{2,3}(?:-[a-z0-9]+)*)?\/proof\//

/**
 * The path an address should have had, or undefined when it is as it should be. Never begins with two slashes, which a
 * browser would take for another host.
 */
export function canonicalPath(path: string): string | undefined {
  const single = withoutNeedlessEscapes(path)
    .replace(/[/\\]{2,}/g, '/')
    .replace(/\\/g, '/')
  const bare = single.length > 1 ? single.replace(/\/$/, '') : single
  // Escapes (%E4) are left as they are: they stand for bytes, not letters.
  const written = exact.test(bare) ? bare : bare.replace(/%[0-9a-f]{2}|[A-Z]+/gi, lower)
  return written === path ? undefined : written || '/'
}

/** RFC 3986, 6.2.2.2: letters, digits and four signs mean the same escaped, so that each page would have endless names. */
function withoutNeedlessEscapes(path: string): string {
  return path.replace(/%(?:2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi, decodeURIComponent)
}

function lower(part: string): string {
  return part.startsWith('%') ? part : part.toLowerCase()
}

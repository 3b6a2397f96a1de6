/** Where links of foreign markup may lead. */
import { behindDoor, cleanUrl } from '../trackers.ts'

/** An address the URL parser would write as it stands: most are, and parsing is the dearest thing about a link. */
const canonical =
  /^https?:\/\/(?:[a-z0-9](?:[a-z0-9]|-(?!-))*\.)+[a-z]{2,}\/(?:[\w\-~!$&()*+,;=:@]|%(?!2e)[0-9a-f]{2}|(?<!\/)\.|\/)*(?:\?[\w\-.~!$&()*+,;=:@%/?]*)?(?:#[\w\-.~!$&()*+,;=:@%/?]*)?$/i
const upperHost = /^[a-z]*[A-Z]|^[^/]*\/\/[^/]*[A-Z]/

/**
 * An address a reader may follow: http, https, mailto, tel; relative ones start from the base; without trackers and
 * without the doors that count a click. Undefined where it is none.
 */
export function linkTarget(value: string, base: string | undefined): string | undefined {
  const written = value.replace(/^[\0- ]+|[\0- ]+$/g, '').replace(/[\t\n\r]/g, '')
  if (written === '' || written.startsWith('#')) return undefined
  if (canonical.test(written) && !upperHost.test(written) && !isDoor.test(written))
    return /[?#]/.test(written) ? cleanUrl(written, base) : written
  const url = URL.parse(written, base)
  if (!url) return undefined
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return url.href
  if (!isWeb(url)) return undefined
  const target = behindDoors(url)
  return target && isWeb(target) ? cleanUrl(target.href, base) : undefined
}
const isDoor =
  /^https?:\/\/[^/]*(?:google|facebook|instagram|messenger|threads|youtube|outlook|umblr|linkedin|vk\.com|reddit|disq|slack)/

/** As `linkTarget`, of http and https alone: what can be loaded. */
export function webTarget(value: string | undefined, base: string | undefined): string | undefined {
  const target = value === undefined ? undefined : linkTarget(value, base)
  return target?.startsWith('http') ? target : undefined
}

/** Doors lead to doors; a corridor of them leads nowhere. */
function behindDoors(url: URL): URL | undefined {
  let target = url
  for (let doors = 0; doors < 5; doors += 1) {
    const next = behindDoor(target)
    if (next === target) return target
    target = next
  }
  return undefined
}

/** A name and a word before the host is a trick, or a secret: nobody's link needs it. */
function isWeb(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.hostname !== '' && !url.username && !url.password
}

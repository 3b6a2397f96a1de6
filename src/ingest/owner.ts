/** Whose an address is: the member on whose site it stands. Credit is not guessed. */
import type { Member } from '../core/member/member.ts'

export type Owners = {
  of(addresses: readonly (string | null | undefined)[]): Member | undefined
  /** One who has come since. */
  add(member: Member): void
}

/**
 * Tells the member on whose site one of some addresses is. Several may share a host, each with a path of its own: the
 * closest one is taken, and none where two are as close.
 */
export function ownersAmong(members: readonly Member[]): Owners {
  const byPlace = new Map<string, Member[]>()
  const add = (member: Member) => {
    const place = placeOf(member.siteUrl)
    if (place !== '') byPlace.set(place, [...(byPlace.get(place) ?? []), member])
  }
  members.forEach(add)
  return {
    add,
    of(addresses) {
      for (const address of addresses) {
        const near = foldersOf(placeOf(address)).find((folder) => byPlace.has(folder))
        const [member, ...others] = byPlace.get(near ?? '') ?? []
        if (member && others.length === 0) return member
      }
      return undefined
    },
  }
}

/** `a.example/b/c/` → itself, `a.example/b/`, `a.example/`. */
function foldersOf(place: string): string[] {
  const folders: string[] = []
  for (let end = place.lastIndexOf('/'); end > 0; end = place.lastIndexOf('/', end - 1))
    folders.push(place.slice(0, end + 1))
  return folders
}

/** Host and folder of an address, without `www.` and with a slash at the end: `medium.example/harbour/`. */
function placeOf(address: string | null | undefined): string {
  const url = URL.parse(address ?? '')
  if (!url) return ''
  const folder = url.pathname.replace(/[^/]*\.[^/]*$/, '').replace(/\/?$/, '/')
  return url.host.replace(/^www\./, '') + folder
}

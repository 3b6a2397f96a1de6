/** Our own stories come back: recognised by the ids we give them and by their addresses with us. */
import { readId, type StoryId } from '../id.ts'

/** What makes an id or address ours: the network's tag authority, and where it is. */
export type Ours = { readonly tagAuthority: string; readonly url: string }

/** Which story of ours is meant: by its id, by its address, or by an address of ours that is no story's. */
export type OurStory =
  | { readonly by: 'id'; readonly id: StoryId }
  | { readonly by: 'address'; readonly day: string; readonly slug: string }
  | { readonly by: 'site' }

/** The story of ours that one of these ids or addresses names; undefined when all are somebody else's. */
export function ourStory(ours: Ours, names: readonly (string | undefined)[]): OurStory | undefined {
  const found = names.flatMap((name) => (name ? (named(ours, name) ?? []) : []))
  return found.find(({ by }) => by !== 'site') ?? found[0]
}

function named(ours: Ours, name: string): OurStory | undefined {
  const tag = `tag:${ours.tagAuthority}:story/`
  if (name.startsWith(tag)) {
    const id = readId<StoryId>(name.slice(tag.length))
    return id ? { by: 'id', id } : { by: 'site' }
  }
  const [home, url] = [URL.parse(ours.url), URL.parse(name)]
  if (!home || !url || !/^https?:$/.test(url.protocol) || bareHost(url) !== bareHost(home)) return undefined
  const base = home.pathname.replace(/\/$/, '')
  if (!url.pathname.startsWith(`${base}/`) && url.pathname !== base) return undefined
  const path = url.pathname.slice(base.length)
  const [, text = ''] = /^(?:\/[a-z]{2,3}(?:-[\w-]+)?)?\/stories\/([0-9a-f-]{36})$/i.exec(path) ?? []
  const id = readId<StoryId>(text)
  if (id) return { by: 'id', id }
  const [, year, month, date, slug] =
    /^(?:\/[a-z]{2,3}(?:-[\w-]+)?)?\/(\d{4})\/(\d\d)\/(\d\d)\/([a-z0-9-]+)(?:\.\w+)?\/?$/i.exec(path) ?? []
  return slug ? { by: 'address', day: `${year}-${month}-${date}`, slug: slug.toLowerCase() } : { by: 'site' }
}

/** The host with its port; `www.` and the scheme make no other place of it. */
function bareHost(url: URL): string {
  return url.host.replace(/^www\./, '')
}

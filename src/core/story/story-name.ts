/** How people name a story: by its id, or by where it is. */
import { isDay } from '../calendar.ts'
import { readId, type StoryId } from '../id.ts'

/** An id, the guid that ends in it, `/stories/ID`, or the address of a page; undefined for anything else. */
export function readStoryName(text: string): StoryId | { readonly day: string; readonly slug: string } | undefined {
  const path = text
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .toLowerCase()
  const id = readId<StoryId>(path.slice(path.lastIndexOf('/') + 1))
  if (id) return id
  const [, year, month, date, slug] = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)$/.exec(path) ?? []
  const day = `${year}-${month}-${date}`
  return slug && isDay(day) ? { day, slug } : undefined
}

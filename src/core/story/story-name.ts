/** A story as people name it: by its id, the guid that ends in it, `/stories/ID`, or the address of its page. */
import { isDay } from '../calendar.ts'
import { readId, type StoryId } from '../id.ts'

/** Undefined for what is no such name. */
export function storyNamed(text: string): StoryId | { day: string; slug: string } | undefined {
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

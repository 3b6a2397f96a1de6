/** Where a list goes on, as it is written in an address: the last line's moment in milliseconds and its id. */
import { readId, type StoryId } from '../id.ts'
import type { Cursor } from './story.ts'

/** `1795363200000-0190…`: what `?before=` carries. */
export function writeCursor(last: { readonly publishedAt: Date; readonly id: StoryId }): string {
  return `${last.publishedAt.getTime()}-${last.id}`
}

/** Undefined for anything that is no cursor of ours. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const match = /^(\d{1,13})-([0-9a-f-]{36})$/.exec(text ?? '')
  const id = readId<StoryId>(match?.[2] ?? '')
  if (!match || !id) return undefined
  const at = new Date(Number(match[1]))
  return Number.isNaN(at.getTime()) ? undefined : { at, id }
}

/** Where the picture of a story's link is. */
import type { StoryLine } from '../core/story/story.ts'
import { routes } from '../routes.ts'

/** Each version has an address of its own, because whoever passes a link on keeps its picture. */
export function previewHref(story: Pick<StoryLine, 'id' | 'version'>): string {
  return routes.preview.href({ id: story.id, version: String(story.version) })
}

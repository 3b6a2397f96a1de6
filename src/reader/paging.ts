/** How a list goes on, and back to where it began. `path` as `href` gives it. */
import { writeCursor } from '../core/story/cursor.ts'
import type { StoryLine } from '../core/story/story.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'

/** The link to the next page of a list, after its last line. */
export function earlierLink({ t, at }: Frame, path: string, stories: readonly StoryLine[]): Html | undefined {
  const last = stories.at(-1)
  return (
    last &&
    html`<p class="earlier"><a rel="next" href="${at(`${path}?before=${writeCursor(last)}`)}">${t('front.earlier')}</a></p>`
  )
}

/** Above a page that is not the first. */
export function latestLink({ t, at }: Frame, path: string): Html {
  return html`<p class="earlier"><a href="${at(path)}">${t('front.latestAgain')}</a></p>`
}

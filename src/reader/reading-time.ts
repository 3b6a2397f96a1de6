/** How long a story takes to read, said where all of it stands. */
import type { SafeHtml } from '../core/html/sanitise.ts'
import { minutesToRead } from '../core/story/reading-time.ts'
import type { Story } from '../core/story/story.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'

/** Nothing where the gate shows less than the whole: what is left says nothing of how long the story is. */
export function readingTime({ t }: Frame, story: Story, body: SafeHtml): Html | undefined {
  const minutes = story.shows === 'full' ? minutesToRead(body, story.language) : undefined
  return minutes === undefined
    ? undefined
    : html` · <span class="minutes" dir="${t.direction}">${t('read.minutes', { count: minutes })}</span>`
}

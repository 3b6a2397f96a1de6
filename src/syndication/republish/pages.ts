/** A story for whoever prints it elsewhere: as much of it as others may have, in three formats, with its pictures. */
import { isDay } from '../../core/calendar.ts'
import { NotFound } from '../../core/errors.ts'
import { writeStoryMarkdown, writeText } from '../../core/formats/write-story.ts'
import { writeStoryHtml } from '../../core/formats/write-story-html.ts'
import type { Story } from '../../core/story/story.ts'
import type { Db } from '../../db/connection.ts'
import { findPublished } from '../../db/published.ts'
import { storyHref } from '../../routes.ts'
import { type Answer, redirect } from '../../web/answer.ts'
import { type Context, frameOf, type Surroundings } from '../../web/context.ts'
import { dated } from '../../web/dated.ts'
import { messages } from '../../web/messages/messages.ts'
import { storyEntry } from '../stories/entry.ts'
import { factWords } from '../stories/fact-words.ts'
import { storyOut } from '../stories/pages.ts'
import { type Copies, republishPage } from './view.ts'

export async function republish(context: Context<Db>): Promise<Answer> {
  const { year, month, day: dayOfMonth, slug = '' } = context.params
  const day = `${year}-${month}-${dayOfMonth}`
  if (!isDay(day)) throw new NotFound('There is no such day.')
  const frame = frameOf(context)
  const story = await findPublished(context.db, day, slug)
  // What may be said of a story that is gone is said at its own address.
  if (!story) return redirect(frame.at(storyHref({ day, slug })), 302)
  const body = republishPage(frame, story, copiesOf(context, story))
  return dated(context, body, [`story:${story.id}`, `member:${story.member.slug}`, 'network'])
}

/** The same words as the story's files have, with what others may have of it. */
export function copiesOf({ network, url }: Pick<Surroundings, 'network' | 'url'>, story: Story): Copies {
  const entry = storyEntry({ network, url }, story, 'republish')
  const words = factWords(messages(story.language, network.timeZone, network.words), story, network.name)
  const out = storyOut(story, entry)
  return { entry, html: writeStoryHtml(out, words), md: writeStoryMarkdown(out, words), txt: writeText(out, words) }
}

/** The picture of a story's link, for who passes it on: made when it is first asked for, and kept as an edition. */
import { readId, type StoryId } from '../core/id.ts'
import { previewText } from '../core/story/preview-words.ts'
import type { Db } from '../db/connection.ts'
import { findLine } from '../db/published.ts'
import { type Answer, document } from '../web/answer.ts'
import { type Context, frameOf } from '../web/context.ts'
import { notFound } from './pages.ts'

/** Where the faces are kept that such pictures are set in. */
export type Faces = { readonly faces: string }

export async function preview(context: Context<Db>, { faces }: Faces): Promise<Answer> {
  const { db, params, network } = context
  const id = readId<StoryId>(params.id ?? '')
  const story = id && (await findLine(db, id))
  const text = story && String(story.version) === params.version ? previewText(story) : undefined
  if (!story || !text) return notFound(context)
  const { t } = frameOf(context)
  const words = {
    ...text,
    network: network.name,
    date: t.date(story.origin.publishedAt, 'day'),
    genre: t(`genre.${story.genre}`).toLocaleUpperCase(t.language),
    accent: network.accent,
    isRelease: story.genre === 'release',
  }
  // Few ask, and what sets words takes a while to load.
  const { linkPreview } = await import('../net/link-preview.ts')
  const picture = await linkPreview(words, faces)
  if (!picture) return notFound(context)
  return document(picture, 'image/png', { tags: [`story:${story.id}`, 'network'], lastModified: story.updatedAt })
}

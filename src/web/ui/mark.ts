/** The marks before a headline: what kind of text it is, and whether it has been put right. */
import type { StoryLine } from '../../core/story/story.ts'
import { type Html, html } from '../html.ts'
import type { Words } from '../messages/messages.ts'

type Marked = Pick<StoryLine, 'genre' | 'sponsored' | 'change'>

/**
 * On a line of the wire only what must not be missed: a release, what is paid for, opinion, what was corrected.
 * A plain report needs no mark there.
 */
export function lineMarks(t: Words, story: Marked): readonly Html[] {
  return story.genre === 'report' ? changeMarks(t, story) : [genreMark(t, story), ...changeMarks(t, story)]
}

/** All of it, the genre always. */
export function allMarks(t: Words, story: Marked): readonly Html[] {
  return [genreMark(t, story), ...changeMarks(t, story)]
}

/** Above a story's own headline: a press release is called so in full. */
export function fullMarks(t: Words, story: Marked): readonly Html[] {
  if (story.genre !== 'release') return allMarks(t, story)
  return [html`<span class="mark mark-release">${t('genre.release.long')}</span> `, ...changeMarks(t, story)]
}

/** Filled for releases, so that nobody takes one for reporting; a frame for the rest. */
function genreMark(t: Words, { genre }: Marked): Html {
  if (genre === 'release') return html`<span class="mark mark-release">${t('genre.release')}</span> `
  return html`<span class="mark">${t(`genre.${genre}`)}</span> `
}

/** What must not be missed beside the genre. */
export function changeMarks(t: Words, { sponsored, change }: Marked): readonly Html[] {
  const marks: Html[] = []
  if (sponsored) marks.push(html`<span class="mark mark-release">${t('mark.sponsored')}</span> `)
  if (change !== 'first' && change !== 'update')
    marks.push(html`<span class="mark mark-change">${t(`mark.${change}`)}</span> `)
  return marks
}

/** The marks before a headline: what kind of text it is, and whether it has been put right. */
import type { StoryLine } from '../../core/story/story.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

type Marked = Pick<StoryLine, 'genre' | 'sponsored' | 'change'>

/**
 * On a line of the wire only what must not be missed: a release, what is paid for, opinion, what was corrected.
 * A plain report needs no mark there.
 */
export function lineMarks(frame: Frame, story: Marked): readonly Html[] {
  return story.genre === 'report' ? changeMarks(frame, story) : allMarks(frame, story)
}

/** All of it, the genre always. */
export function allMarks(frame: Frame, story: Marked): readonly Html[] {
  return [genreMark(frame, story), ...changeMarks(frame, story)]
}

/** Above a story's own headline: a press release is called so in full. */
export function fullMarks(frame: Frame, story: Marked): readonly Html[] {
  if (story.genre !== 'release') return allMarks(frame, story)
  return [mark(frame, 'mark mark-release', frame.t('genre.release.long')), ...changeMarks(frame, story)]
}

/** Filled for releases, so that nobody takes one for reporting; a frame for the rest. */
function genreMark(frame: Frame, { genre }: Marked): Html {
  return mark(frame, genre === 'release' ? 'mark mark-release' : 'mark', frame.t(`genre.${genre}`))
}

/** What must not be missed beside the genre. */
export function changeMarks(frame: Frame, { sponsored, change }: Marked): readonly Html[] {
  const { t } = frame
  const marks: Html[] = []
  if (sponsored) marks.push(mark(frame, 'mark mark-release', t('mark.sponsored')))
  if (change !== 'first' && change !== 'update') marks.push(mark(frame, 'mark mark-change', t(`mark.${change}`)))
  return marks
}

/** Where nothing is drawn, brackets tell it from the headline. */
function mark({ textOnly }: Frame, look: string, words: string): Html {
  return textOnly ? html`[${words}] ` : html`<span class="${look}">${words}</span> `
}

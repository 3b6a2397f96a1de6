/** Which of the newest stories leads the front page, and which stand below it. */
import { shownPictures } from '../core/story/pictures.ts'
import type { StoryLine } from '../core/story/story.ts'
import { summaryOf } from '../web/ui/story-line.ts'

/**
 * What leads: among the newest, in the network's language, reporting before releases, what many carry before what one
 * does, with something to say and, if possible, to see.
 */
export function arrange(
  newest: readonly StoryLine[],
  language: string,
): { readonly lead: StoryLine; readonly seconds: readonly StoryLine[] } {
  const ranked = newest
    .map((story, age) => ({ story, weight: weightOf(story, language) - age * 0.25 }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ story }) => story)
  const [lead, ...rest] = ranked
  if (!lead) throw new RangeError('A front page without stories has no lead.')
  const worthy = rest.filter((story) => summaryOf(story) !== '' && story.genre !== 'release')
  // In pairs, so that they stand side by side; without a picture above them there is room for one pair more.
  const most = shownPictures(lead).length > 0 ? 4 : 6
  return { lead, seconds: worthy.slice(0, Math.min(most, worthy.length - (worthy.length % 2))) }
}

function weightOf(story: StoryLine, language: string): number {
  let weight = 0
  if (story.language.split('-')[0] === language.split('-')[0]) weight += 8
  if (story.genre !== 'release' && !story.sponsored) weight += 4
  if (summaryOf(story) !== '') weight += 3
  if (shownPictures(story).length > 0) weight += 2
  weight += Math.min(6, 2 * (story.copies?.length ?? 0))
  if (story.change !== 'first' && story.change !== 'update') weight -= 2
  return weight
}

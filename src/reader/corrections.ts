/** What was put right, with the words that say what was wrong. */
import { isRepair } from '../core/story/lifecycle.ts'
import type { Change, StoryLine } from '../core/story/story.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { changeWords } from '../web/ui/change.ts'
import { shortCredit } from '../web/ui/credit.ts'
import { lineMarks } from '../web/ui/mark.ts'
import { directionIn, headlineLink } from '../web/ui/story-line.ts'
import { feedsOf } from './feed-links.ts'
import { earlierLink } from './paging.ts'

export type Corrected = StoryLine & { readonly versions: readonly Change[] }

export function correctionsPage(frame: Frame, stories: readonly Corrected[], more: boolean): string {
  const { t } = frame
  const path = routes.corrections.href({})
  return layout(frame, {
    title: t('corrections.title'),
    description: t('corrections.lede'),
    path,
    current: 'corrections',
    feeds: feedsOf(t('corrections.title'), routes.correctionsFeed.href),
    languages: languagesOf(stories),
    main: html`<div class="column"><h1>${t('corrections.title')}</h1>
<p class="lede">${stories.length > 0 ? t('corrections.lede') : t('corrections.empty')}</p>
${stories.length > 0 && html`<ol class="entries ruled">${stories.map((story) => corrected(frame, story))}</ol>`}
${more && earlierLink(frame, path, stories.map(byRepair))}</div>`,
  })
}

/** When a story was put right last: by that moment such lists go, whatever updates came after it. */
export function repairedAt(story: Corrected): Date {
  return story.versions.findLast(isRepair)?.at ?? story.publishedAt
}

/** The next page of the list begins where this one ends: at a repair. */
function byRepair(story: Corrected): StoryLine {
  return { ...story, publishedAt: repairedAt(story) }
}

function corrected(frame: Frame, story: Corrected): Html {
  const changes = story.versions.filter(isRepair).toReversed()
  return html`<li class="whole"><div dir="${directionIn(frame, story)}"><h2>${lineMarks(frame, story)}${headlineLink(frame, story)}</h2>
<p class="small">${shortCredit(story)}</p></div>
${changes.map((change) => html`<p class="repair">${changeWords(frame, change)}</p>`)}</li>`
}

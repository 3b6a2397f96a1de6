/** Stories in lists: a line of the wire, and the longer entry of a page of its own. */
import { openEnded } from '../../core/html/excerpt.ts'
import { dayIn } from '../../core/story/address.ts'
import type { StoryLine } from '../../core/story/story.ts'
import { storyHref } from '../../routes.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import { lineCredit } from './credit.ts'
import { textAttributes } from './language.ts'
import { lineMarks } from './mark.ts'
import { shortTime, time } from './time.ts'

/** A headline that leads to its story, in its own language and direction. */
export function headlineLink({ t, at }: Frame, story: StoryLine): Html {
  const { lang, dir } = textAttributes(story.language, t.language)
  return html`<a href="${at(storyHref(story))}" lang="${lang}" dir="${dir}">${story.headline}</a>`
}

/** What is said below a headline: the standfirst, or the excerpt where there is none. Empty where neither may be shown. */
export function summaryOf(story: StoryLine): string {
  return story.standfirst || story.excerpt
}

/** A whole line stands on the side where its headline begins; its marks stay in the page's language. */
export function directionIn({ t }: Frame, story: StoryLine): string | undefined {
  return textAttributes(story.language, t.language).dir
}

export function wireLine(frame: Frame, story: StoryLine): Html {
  return html`<li>${shortTime(frame, story.publishedAt)}<div dir="${directionIn(frame, story)}">
<h3>${lineMarks(frame, story)}${headlineLink(frame, story)}</h3>
<p class="small">${lineCredit(frame.t, story)}</p></div></li>`
}

/** Whole pages of stories, a heading for each day. `dated: false` where the page's own heading says the day. */
export function storyList(
  frame: Frame,
  stories: readonly StoryLine[],
  options: { dated: boolean } = { dated: true },
): Html {
  const { t, network } = frame
  const days = Map.groupBy(stories, (story) => dayIn(network.timeZone, story.publishedAt))
  return html`${[...days].map(
    ([day, lines]) => html`<section class="day">${options.dated && html`<h2>${t.titled(t.day(day, 'long'))}</h2>`}
<ol class="${options.dated ? 'entries' : 'entries ruled'}">${lines.map((line) => entry(frame, line, options.dated ? 'h3' : 'h2'))}</ol></section>`,
  )}`
}

function entry(frame: Frame, story: StoryLine, level: 'h2' | 'h3'): Html {
  const { t } = frame
  const { lang, dir } = textAttributes(story.language, t.language)
  const summary = summaryOf(story)
  const headline = html`${lineMarks(frame, story)}${headlineLink(frame, story)}`
  return html`<li>${time(frame, story.publishedAt, 'time')}<div dir="${dir}">
${level === 'h2' ? html`<h2>${headline}</h2>` : html`<h3>${headline}</h3>`}${
  summary &&
  html`
<p class="summary" lang="${lang}">${clip(summary)}</p>`
}
<p class="small">${lineCredit(t, story)}</p></div></li>`
}

/** Headlines of very long words or very many stand in a smaller size. */
export function titleClass(headline: string): string {
  return headline.length > 100 || /[^\s-]{22}/u.test(headline) ? 'title long' : 'title'
}

/** At most some 240 characters, cut between words. */
export function clip(text: string, most = 240): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return openEnded(`${(space > most / 2 ? cut.slice(0, space) : [...cut].slice(0, -1).join('')).trimEnd()}…`)
}

/** The front page: what leads, the wire, releases, the blocks its sections ask for, the years. */
import type { Member } from '../core/member/member.ts'
import { shownPictures } from '../core/story/pictures.ts'
import type { Cursor, StoryLine } from '../core/story/story.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { languagesOf, layout } from '../web/layout.ts'
import { keepDay } from '../web/messages/typeset.ts'
import { sinceLine } from '../web/ui/comfort.ts'
import { carriers, credit, lineCredit, shortCredit } from '../web/ui/credit.ts'
import { textAttributes } from '../web/ui/language.ts'
import { logo } from '../web/ui/logo.ts'
import { allMarks, changeMarks } from '../web/ui/mark.ts'
import { figure } from '../web/ui/picture.ts'
import { clip, directionIn, headlineLink, storyList, summaryOf, titleClass, wireLine } from '../web/ui/story-line.ts'
import { shortTime } from '../web/ui/time.ts'
import { type Count, total, yearChart } from '../web/ui/year-chart.ts'
import { arrange } from './arrange.ts'
import { type Corrected, repairedAt } from './corrections.ts'
import { feedsOf } from './feed-links.ts'
import { type Block, frontBlocks } from './front-blocks.ts'
import { earlierLink, latestLink } from './paging.ts'
import { siteMetadata } from './site-metadata.ts'

export type Front = {
  /** The newest stories, more than the wire shows: the lead is chosen among them. */
  readonly newest: readonly StoryLine[]
  readonly releases: readonly StoryLine[]
  readonly blocks: readonly Block[]
  /** The newest that were put right: shown, not hidden. */
  readonly corrected: readonly Corrected[]
  readonly members: readonly Member[]
  readonly years: readonly Count[]
  readonly counts: {
    readonly members: number
    readonly countries: number
    readonly lastEvent: string
  }
}

const wireLength = 10

export function frontPage(frame: Frame, front: Front): string {
  const { t, network } = frame
  const [first] = front.newest
  const everything = [...front.newest, ...front.releases, ...front.blocks.flatMap((block) => block.stories)]
  return layout(frame, {
    title: '',
    description: network.tagline || undefined,
    path: routes.front.href({}),
    feeds: feedsOf(frame.network.name, routes.frontFeed.href),
    current: 'latest',
    languages: languagesOf(everything),
    newest: first && t.rich('strip.newest', { time: shortTime(frame, first.publishedAt) }),
    counts: countsLine(frame, front.counts),
    lastEvent: front.counts.lastEvent === '0' ? undefined : t.number(Number(front.counts.lastEvent)),
    main: html`${first ? full(frame, front) : empty(frame)}${siteMetadata(frame)}`,
  })
}

/** The wire further back: nothing but lines, day by day. */
export function earlierPage(frame: Frame, stories: readonly StoryLine[], before: Cursor, more: boolean): string {
  const { t } = frame
  const title = t('front.earlier.title', { date: t.date(before.at, 'day') })
  return layout(frame, {
    title,
    path: routes.front.href({}),
    current: 'latest',
    feeds: feedsOf(frame.network.name, routes.frontFeed.href),
    languages: languagesOf(stories),
    main: html`<div class="column"><h1>${keepDay(title)}</h1>
${latestLink(frame, routes.front.href({}))}
${storyList(frame, stories)}
${more && earlierLink(frame, routes.front.href({}), stories)}</div>`,
  })
}

function countsLine({ t }: Frame, counts: Front['counts']): string | undefined {
  if (counts.members === 0) return undefined
  const members = t('masthead.members', { count: counts.members })
  return counts.countries > 1 ? `${members} ${t('masthead.countries', { count: counts.countries })}` : members
}

function empty(frame: Frame): Html {
  const { t } = frame
  return html`<div class="column quiet"><h2 class="title">${t('front.empty.title')}</h2><p class="lede">${t('front.empty.text')}</p>${join(frame)}</div>`
}

function full(frame: Frame, front: Front): Html {
  const { t } = frame
  const arranged = arrange(front.newest, t.language)
  const releases = front.releases.filter((story) => story.id !== arranged.lead.id)
  const corrected = front.corrected.filter((story) => !releases.some(({ id }) => id === story.id))
  const wire = front.newest.slice(0, wireLength)
  const hasMore = front.newest.length > wire.length
  return html`${sinceLine(frame)}
<div class="${wire.length < 2 ? 'front front-one' : 'front'}">
${lead(frame, arranged.lead, arranged.seconds)}
${
  wire.length > 1 &&
  html`<section class="wire" aria-labelledby="wire"><h2 id="wire">${t('front.wire')}</h2>
<ol>${wire.map((story) => wireLine(frame, story))}</ol>
${hasMore && earlierLink(frame, routes.front.href({}), wire)}</section>`
}
<div class="releases">${releases.length > 0 && releaseColumn(frame, releases)}
${corrected.length > 0 && corrections(frame, corrected)}
${join(frame)}</div>
</div>
${front.members.length > 0 && whoIsIn(frame, front.members)}
${front.blocks.length > 0 && frontBlocks(frame, front.blocks)}
${front.years.length > 2 && years(frame, front.years)}`
}

function lead(frame: Frame, story: StoryLine, seconds: readonly StoryLine[]): Html {
  const { t } = frame
  const { lang, dir } = textAttributes(story.language, t.language)
  const [picture] = shownPictures(story)
  const summary = summaryOf(story)
  const others = carriers(t, story)
  return html`<div class="leading"><article class="lead" aria-labelledby="lead">
<p class="kicker" dir="${dir}">${allMarks(frame, story)}<span class="mono">${kicker(frame, story)}</span></p>
<h2 id="lead" class="${titleClass(story.headline)}" dir="${dir}">${headlineLink(frame, story)}</h2>
${summary && html`<p class="standfirst" lang="${lang}" dir="${dir}">${clip(summary, 320)}</p>`}
<p class="credit">${credit(frame, story)}${others && html` <span class="soft">${others}</span>`}</p>
${picture && figure(frame, story, picture, { eager: true, place: 'lead' })}
</article>
${seconds.length > 0 && html`<div class="seconds">${seconds.map((second) => secondary(frame, second))}</div>`}</div>`
}

function secondary(frame: Frame, story: StoryLine): Html {
  const { t } = frame
  const { lang, dir } = textAttributes(story.language, t.language)
  return html`<article dir="${dir}"><p class="kicker">${allMarks(frame, story)}</p>
<h3>${headlineLink(frame, story)}</h3>
<p class="summary" lang="${lang}">${clip(summaryOf(story), 180)}</p>
<p class="small">${lineCredit(t, story)}</p></article>`
}

/** Place, topic and time above a headline, as a teleprinter would head them. */
export function kicker(frame: Frame, story: StoryLine): Html {
  // Many publishers file a press release under just that: the mark has said it.
  const said = [frame.t(`genre.${story.genre}`), frame.t('genre.release.long')].map((word) => word.toLowerCase())
  const topics = story.keywords.filter((word) => !said.includes(word.toLowerCase())).slice(0, 2)
  const { lang } = textAttributes(story.language, frame.t.language)
  return html`${story.located && html`<bdi class="place" lang="${lang}">${story.located}</bdi> · `}${topics.map(
    (topic) => html`<bdi lang="${lang}">${topic}</bdi> · `,
  )}${shortTime(frame, story.publishedAt)}`
}

function releaseColumn(frame: Frame, releases: readonly StoryLine[]): Html {
  const { t, at } = frame
  return html`<section class="titled" aria-labelledby="releases"><h2 id="releases"><span>${t('front.releases')}</span>
<a href="${at(routes.releases.href({}))}">${t('front.all')}</a></h2>
<ol>${releases.map(
    (story) =>
      html`<li><div dir="${directionIn(frame, story)}"><p class="mono">${shortTime(frame, story.publishedAt)}</p><h3>${changeMarks(frame, story)}${headlineLink(frame, story)}</h3><p class="small">${lineCredit(t, story)}</p></div></li>`,
  )}</ol></section>`
}

function corrections(frame: Frame, corrected: readonly Corrected[]): Html {
  const { t, at } = frame
  return html`<section class="titled corrected" aria-labelledby="corrected"><h2 id="corrected"><span>${t('corrections.title')}</span>
<a href="${at(routes.corrections.href({}))}">${t('front.all')}</a></h2>
<ol>${corrected.map(
    (story) =>
      html`<li><div dir="${directionIn(frame, story)}"><p class="mono">${shortTime(frame, repairedAt(story))}</p><h3>${headlineLink(frame, story)}</h3><p class="small">${shortCredit(story)}</p></div></li>`,
  )}</ol></section>`
}

/** How somebody new comes in. */
function join({ t, at }: Frame): Html {
  return html`<section class="join" aria-labelledby="join"><h2 id="join">${t('front.join.title')}</h2>
<p>${t('front.join.text')}</p><p><a class="go" href="${at(routes.join.href({}))}">${t('front.join.how')}</a></p></section>`
}

/** Who is in the network: the names, each with its mark. */
function whoIsIn(frame: Frame, members: readonly Member[]): Html {
  const { t, at } = frame
  return html`<section class="titled who" aria-labelledby="who"><h2 id="who"><span>${t('members.title')}</span>
<a href="${at(routes.members.href({}))}">${t('front.all')}</a></h2>
<ul>${members.map(
    (member) =>
      html`<li><a href="${at(routes.member.href({ slug: member.slug }))}">${logo(frame, member)}<bdi>${member.name}</bdi></a></li>`,
  )}</ul></section>`
}

function years(frame: Frame, counts: readonly Count[]): Html {
  const { t, at, textOnly } = frame
  return html`<section class="titled years" aria-labelledby="years"><h2 id="years"><span>${t('count.stories', { count: total(counts) })}</span>
<a href="${at(routes.archive.href({}))}">${t('front.archive')}</a></h2>
${!textOnly && yearChart(frame, counts)}</section>`
}

/** One version of a story beside the others: whose, when, how it begins, and how it differs from the first. */
import { compare } from '../../core/story/compare.ts'
import type { Version } from '../../db/cluster-desk.ts'
import { routes, storyHref } from '../../routes.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { localeOf } from '../../web/messages/messages.ts'
import { textAttributes } from '../../web/ui/language.ts'
import { clip } from '../../web/ui/story-line.ts'
import { time } from '../../web/ui/time.ts'

type Beside = {
  /** Which of them it is: 1, 2 … */
  readonly place: number
  readonly text: string
  /** The first version's text; undefined of the first itself. */
  readonly first: string | undefined
  /** Whether it is marked; undefined where there is nothing to be marked for. */
  readonly picked: boolean | undefined
}

const beginning = 300
const mostSentences = 4

export function versionOf(frame: Frame, version: Version, { place, text, first, picked }: Beside): Html {
  const { t, at } = frame
  const { id, headline, memberName, memberSlug, publishedAt, cameAt, isRecalled, isShown } = version
  const { lang, dir } = textAttributes(version.language, t.language)
  const { day, slug } = version
  const name = html`<span lang="${lang}" dir="${dir}">${headline}</span>`
  const hidden = isRecalled ? t('clusters.recalled') : !isShown && t('clusters.hidden')
  return html`<article class="version" aria-labelledby="${`v-${id}`}"><p class="mono">${first === undefined ? t('clusters.first') : t.number(place)}</p>
<h2 id="${`v-${id}`}">${isShown && day && slug ? html`<a href="${at(storyHref({ day, slug }))}">${name}</a>` : name}</h2>
<p class="soft"><a href="${at(routes.member.href({ slug: memberSlug }))}"><bdi>${memberName}</bdi></a> · ${t('clusters.published')} ${time(frame, publishedAt, 'moment')}${
    cameAt.getTime() - publishedAt.getTime() > 60_000 && html` · ${t('clusters.came')} ${time(frame, cameAt, 'moment')}`
  }</p>
${hidden && html`<p class="state">${hidden}</p>`}
${!isRecalled && text !== '' && html`<blockquote class="said" lang="${lang}" dir="${dir}">${clip(text, beginning)}</blockquote>`}
${!isRecalled && first !== undefined && differences(frame, version, first, text)}
${picked !== undefined && html`<p class="check"><input type="checkbox" id="${`pick-${id}`}" name="story" value="${id}" checked="${picked}"><label for="${`pick-${id}`}">${t('clusters.apart.pick')}<span class="unseen">: ${name}</span></label></p>`}</article>`
}

function differences(frame: Frame, version: Version, first: string, text: string): Html {
  const { t } = frame
  const { alike, onlyFirst, onlyOther } = compare(first, text)
  const percent = new Intl.NumberFormat(localeOf(t.language), { style: 'percent' })
  const measured = alike === undefined ? t('clusters.short') : t('clusters.alike', { percent: percent.format(alike) })
  if (onlyFirst.length + onlyOther.length === 0)
    return html`<p class="alike">${measured}</p><p class="small">${t('clusters.same')}</p>`
  return html`<p class="alike">${measured}</p>${sentences(frame, version, t('clusters.only-here'), onlyOther)}${sentences(frame, version, t('clusters.only-first'), onlyFirst)}`
}

function sentences(frame: Frame, { language }: Version, title: string, all: readonly string[]): Html | false {
  const { t } = frame
  if (all.length === 0) return false
  const { lang, dir } = textAttributes(language, t.language)
  const rest = all.length - mostSentences
  return html`<details><summary>${title} <span class="count">${t.number(all.length)}</span></summary><ul lang="${lang}" dir="${dir}">${all
    .slice(0, mostSentences)
    .map(
      (sentence) => html`<li>${clip(sentence)}</li>`,
    )}</ul>${rest > 0 && html`<p class="small">${t('clusters.more', { count: rest })}</p>`}</details>`
}

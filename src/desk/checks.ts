/** What was checked of a draft, each in a line: what is in order, and what a person should look at. */
import { storyHref } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import type { DraftState } from './state.ts'

type Check = { readonly isGood: boolean; readonly words: Html | string }

export function checkList(frame: Frame, state: DraftState): Html {
  return html`<ul class="checks">${checksOf(frame, state).map(
    ({ isGood, words }) =>
      html`<li class="${isGood ? 'good' : 'open'}"><span class="tick" aria-hidden="true">${isGood ? '✓' : '?'}</span><span>${!isGood && html`<span class="unseen">${frame.t('desk.check.look')}</span> `}${words}</span></li>`,
  )}</ul>`
}

function checksOf(frame: Frame, { draft, faults, supporters, twice, isBehind, links }: DraftState): Check[] {
  const { t } = frame
  const { pictures } = draft.fields
  const bare = pictures.filter(({ alt }) => alt === '').length
  const waiting = supporters.filter(({ support }) => support !== 'confirmed')
  const checks: (Check | false)[] = [
    faults.length === 0
      ? { isGood: true, words: t('desk.check.whole') }
      : { isGood: false, words: t('desk.check.faults', { count: faults.length }) },
    pictures.length > 0 && {
      isGood: bare === 0,
      words:
        bare === 0 ? t('desk.check.alt', { count: pictures.length }) : t('desk.check.alt.missing', { count: bare }),
    },
    supporters.length > 0 && {
      isGood: waiting.length === 0,
      words:
        waiting.length === 0
          ? t('desk.check.supporters', { count: supporters.length })
          : html`${t('desk.check.waiting')}<ul class="names">${waiting.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}</ul>`,
    },
    links.length > 0 && {
      isGood: true,
      words: html`${t('desk.check.links', { count: links.length })}<ul class="leads">${links.slice(0, 20).map((link) => html`<li><bdi dir="ltr">${link}</bdi></li>`)}</ul>`,
    },
    twice !== undefined && {
      isGood: false,
      words: html`${t(twice.withdrawn ? 'desk.check.twice.withdrawn' : 'desk.check.twice')} <a href="${storyHref(twice)}"><bdi>${storyHref(twice)}</bdi></a>`,
    },
    isBehind && { isGood: false, words: t('desk.check.behind') },
    draft.fields.sponsored && { isGood: false, words: t('desk.check.sponsored') },
    draft.fields.contactName + draft.fields.contactMail + draft.fields.contactPhone === '' &&
      draft.kind === 'first' && { isGood: false, words: t('desk.check.contact') },
  ]
  return checks.filter((check) => check !== false)
}

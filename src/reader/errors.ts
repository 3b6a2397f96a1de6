/** The pages for what is not here, no longer here, or broken. They say what to do next and nothing of our inside. */
import { isDay } from '../core/calendar.ts'
import type { Expired, Withdrawn } from '../core/story/story.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { splitLanguage } from '../web/language-path.ts'
import { layout } from '../web/layout.ts'
import { keepDay } from '../web/messages/typeset.ts'
import { memberLink } from '../web/ui/credit.ts'
import { time } from '../web/ui/time.ts'

/** 404. Where the address looks like a story's, its day is offered. */
export function notFoundPage(frame: Frame): string {
  const { t, at } = frame
  const { path } = splitLanguage(frame.path)
  const [, year = '', month = '', day = ''] = /^\/(\d{4})\/(\d{2})\/(\d{2})(?:\/|$)/.exec(path) ?? []
  const wanted = `${year}-${month}-${day}`
  return wordsPage(
    frame,
    '404',
    t('notFound.title'),
    html`<p class="lede">${t('notFound.text')}</p><h2>${t('notFound.try')}</h2><ul class="plainlist">
${isDay(wanted) && html`<li><a href="${at(routes.archiveDay.href({ year, month, day }))}">${t('notFound.day', { date: keepDay(t.day(wanted, 'day')) })}</a></li>`}
<li><a href="${at(routes.front.href({}))}">${t('notFound.latest')}</a></li>
<li><a href="${at(routes.search.href({}))}">${t('notFound.search')}</a></li>
<li><a href="${at(routes.archive.href({}))}">${t('notFound.archive')}</a></li>
<li><a href="${at(routes.members.href({}))}">${t('notFound.members')}</a></li></ul>`,
  )
}

/** 410: what may be said of a story that was recalled. Of a kill not even whose it was. */
export function gonePage(frame: Frame, withdrawn: Withdrawn): string {
  const { t, at } = frame
  const date = time(frame, withdrawn.at, 'moment')
  const text =
    withdrawn.kind === 'kill'
      ? t.rich('gone.kill.text', { date })
      : t.rich('gone.withdrawal.text', { member: memberLink(frame, withdrawn), date })
  return wordsPage(
    frame,
    '410',
    t(`gone.${withdrawn.kind}.title`),
    html`<p class="lede">${text}</p><ul class="plainlist">${withdrawn.kind === 'withdrawal' && more(frame, withdrawn)}
<li><a href="${at(routes.front.href({}))}">${t('notFound.latest')}</a></li></ul>`,
  )
}

/** 403: a form that did not come from a page of ours. */
export function refusedPage(frame: Frame): string {
  const { t, here } = frame
  return wordsPage(
    frame,
    '403',
    t('refused.title'),
    html`<p class="lede">${t('refused.text')}</p><ul class="plainlist"><li><a href="${here({})}">${t('refused.again')}</a></li></ul>`,
  )
}

/** 413: more than is taken. */
export function tooLargePage(frame: Frame): string {
  const { t } = frame
  return wordsPage(frame, '413', t('large.title'), html`<p class="lede">${t('large.text')}</p>`)
}

/** 403: somebody who is signed in and has not the right, or whose member is suspended. */
export function turnedAwayPage(frame: Frame): string {
  const { t, at, visitor } = frame
  const suspended = visitor?.seats.filter((seat) => seat.isSuspended) ?? []
  return wordsPage(
    frame,
    '403',
    t('turned.title'),
    html`<p class="lede">${t('turned.text')}</p>${suspended.map(
      ({ name }) => html`<p class="measure">${t.rich('turned.suspended', { member: html`<bdi>${name}</bdi>` })}</p>`,
    )}<ul class="plainlist">${suspended.length > 0 && html`<li><a href="${at(routes.appeal.href({}))}">${t('turned.why')}</a></li>`}<li><a href="${at(routes.account.href({}))}">${t('account.title')}</a></li></ul>`,
  )
}

/** 410: an advisory's address once its event is over. */
export function expiredPage(frame: Frame, expired: Expired): string {
  const { t, at } = frame
  const member = memberLink(frame, expired)
  return wordsPage(
    frame,
    '410',
    t('gone.expired.title'),
    html`<p class="lede">${t.rich('gone.expired.text', { member, date: time(frame, expired.at, 'moment') })}</p><ul class="plainlist">
${more(frame, expired)}
<li><a href="${at(routes.front.href({}))}">${t('notFound.latest')}</a></li></ul>`,
  )
}

function more({ t, at }: Frame, { member }: Pick<Expired, 'member'>): Html {
  return html`<li><a href="${at(routes.member.href({ slug: member.slug }))}">${t.rich('story.more', { member: html`<bdi>${member.name}</bdi>` })}</a></li>`
}

/** 500, 503 and the like. Needs no database; `id` finds the request in the log. */
export function failedPage(frame: Frame, status: number, id?: string): string {
  const { t, at, here } = frame
  return wordsPage(
    frame,
    String(status),
    t('failed.title'),
    html`<p class="lede">${t('failed.text')}</p><ul class="plainlist">
<li><a href="${here({})}">${t('failed.again')}</a></li>
<li><a href="${at(routes.notice.href({}))}">${t('footer.notice')}</a></li></ul>${id && html`<p class="mono">${t('failed.id', { id })}</p>`}`,
  )
}

function wordsPage(frame: Frame, code: string, title: string, text: Html): string {
  return layout(frame, {
    title,
    main: html`<div class="column"><p class="error">${code}</p><h1>${title}</h1>${text}</div>`,
  })
}

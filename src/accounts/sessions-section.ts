/** Where somebody is signed in. Nothing is known of the browsers but when they came and how. */
import type { SessionLine } from '../db/sessions.ts'
import { routes } from '../routes.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { time } from '../web/ui/time.ts'
import { section } from './account-page.ts'

export function sessionsSection(frame: Frame, sessions: readonly SessionLine[]): Html {
  const { t, at } = frame
  const end = (id: string, words: string) =>
    html`<form class="inline" method="post" action="${at(routes.sessionsEnded.href({}))}"><input type="hidden" name="session" value="${id}"><button class="plainbutton link">${words}</button></form>`
  return section(
    'sessions',
    t('account.sessions'),
    html`<ul class="rows">${sessions.map(({ id, startedAt, seenAt, way }) => {
      const isThis = frame.visitor?.session === id
      return html`<li><span><b>${t(`way.${way}`)}</b>${isThis && html` <span class="mark">${t('account.session.this')}</span>`}<br><span class="soft">${t.rich('account.session', { began: time(frame, startedAt, 'moment'), seen: time(frame, seenAt, 'day') })}</span></span>${!isThis && end(id, t('account.session.end'))}</li>`
    })}</ul>
${sessions.length > 1 && html`<p class="after">${end('others', t('account.sessions.end'))}</p>`}`,
  )
}

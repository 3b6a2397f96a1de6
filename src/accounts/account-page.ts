/** One's own account, as far as this page goes: who one is here, and where one is signed in. */
import type { SessionLine } from '../db/sessions.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { time } from '../web/ui/time.ts'
import { workLayout } from '../web/work-layout.ts'

export type AccountView = {
  readonly mail: string
  readonly name: string
  readonly sessions: readonly SessionLine[]
}

export function accountPage(frame: Frame, view: AccountView): string {
  const { t } = frame
  return workLayout(frame, {
    title: t('account.title'),
    main: html`<div class="column"><h1>${t('account.title')}</h1>
<dl class="pairs"><dt>${t('account.mail')}</dt><dd><bdi>${view.mail}</bdi></dd></dl>
<section aria-labelledby="sessions"><h2 id="sessions">${t('account.sessions')}</h2><ul class="rows">${view.sessions.map((line) => sessionLine(frame, line))}</ul></section></div>`,
  })
}

function sessionLine(frame: Frame, { id, startedAt, seenAt, way }: SessionLine): Html {
  const { t, visitor } = frame
  return html`<li><b>${t(`way.${way}`)}</b> <span class="soft">${t.rich('account.session', { began: time(frame, startedAt, 'moment'), seen: time(frame, seenAt, 'day') })}${visitor?.session === id && html` · ${t('account.session.this')}`}</span></li>`
}

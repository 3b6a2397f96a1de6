/** Whether letters arrive: one to oneself, and what became of it. */
import type { Db } from '../db/connection.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage } from '../web/answer.ts'
import { type Context, type Frame, frameOf } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import type { Sent } from '../web/router.ts'
import { settingsPlaces } from '../web/settings-places.ts'
import { unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'
import type { MailTest, Means } from './means.ts'

type Asked = Context<Db>
export type Outcome = MailTest | { readonly outcome: 'often'; readonly free: Date }

export async function settingsMail(context: Asked): Promise<Answer> {
  return privatePage(mailPage(frameOf(context)))
}

export async function settingsMailSent(context: Sent & Asked, means: Means): Promise<Answer> {
  const { outcome, status, headers } = await sendTest(context, means)
  return privatePage(mailPage(frameOf(context), outcome), { status, headers })
}

/** Sends it, unless this connection has sent as many letters as it may in an hour. */
export async function sendTest(
  context: Sent & Asked,
  means: Means,
): Promise<{ readonly outcome: Outcome; readonly status: number; readonly headers: Record<string, string> }> {
  const { visitor, client, now } = context
  if (!visitor) throw new TypeError('This page has a guard: whoever comes here is signed in.')
  const free = means.limits.letters.take(client)
  if (free) {
    const seconds = Math.ceil((free.getTime() - now.getTime()) / 1000)
    return { outcome: { outcome: 'often', free }, status: 429, headers: { 'retry-after': String(seconds) } }
  }
  return { outcome: await means.testMail(context, visitor.account), status: 200, headers: {} }
}

/** The part that both this page and the set-up have. */
export function mailForm(frame: Frame, outcome?: Outcome): Html {
  const { t } = frame
  return html`${outcome && told(frame, outcome)}<p class="buttons"><button class="second" name="do" value="send">${t(outcome ? 'mail.again' : 'mail.do')}</button></p>`
}

function told({ t }: Frame, outcome: Outcome): Html {
  if (outcome.outcome === 'often') return unsent(t('sign-in.error.often', { time: t.date(outcome.free, 'time') }))
  const to = html`<bdi dir="ltr">${outcome.to}</bdi>`
  const words = html`<code dir="ltr">${outcome.words}</code>`
  switch (outcome.outcome) {
    case 'sent':
      return html`<p class="done" role="status">${t.rich('mail.sent', { to, server: words })}</p>`
    case 'written':
      return html`<p class="done" role="status">${t.rich('mail.written', { to })} ${words}</p>`
    case 'refused':
      return html`<div class="unsent" role="alert" id="unsent" tabindex="-1" autofocus><p>${t.rich('mail.refused', { to })}</p><p class="reason">${words}</p></div>`
  }
}

function mailPage(frame: Frame, outcome?: Outcome): string {
  const { t, at } = frame
  return workLayout(frame, {
    title: t('mail.title'),
    places: settingsPlaces(frame, 'mail'),
    main: html`<div class="column"><h1>${t('mail.title')}</h1><p class="lede">${t('mail.lede')}</p>
<form class="form" method="post" action="${at(routes.settingsMailSent.href({}))}">${mailForm(frame, outcome)}</form></div>`,
  })
}

/** What whoever gave a notice is told: that it came, its number, and later what was decided. */
import { daysToDecide } from '../core/notice.ts'
import type { Notice } from '../db/notices.ts'
import type { Frame } from '../web/context.ts'
import { html } from '../web/html.ts'
import { layout } from '../web/layout.ts'
import { time } from '../web/ui/time.ts'

export function receiptPage(frame: Frame, { number, receivedAt, reason, closed }: Notice): string {
  const { t } = frame
  const title = t(closed ? 'receipt.closed.title' : 'receipt.title')
  const received = t.rich('receipt.received', { date: time(frame, receivedAt, 'moment') })
  return layout(frame, {
    title,
    main: html`<div class="column"><h1>${title}</h1>
<p class="lede">${received}${!closed && html` ${t('receipt.within', { count: daysToDecide[reason] })}`}</p>
<p class="label">${t('receipt.number')}</p><p class="number"><bdi dir="ltr">${number}</bdi></p>
${
  closed
    ? html`<p class="label">${t.rich('receipt.closed', { date: time(frame, closed.at, 'moment') })}</p><p class="about" dir="auto">${closed.why}</p>`
    : html`<p class="measure">${t('receipt.keep')}</p>`
}
<p class="small measure">${t('receipt.device')}</p></div>`,
  })
}

/** What an applicant's site has published, as its feed told when it was named. */
import type { SiteSeen } from '../db/applications.ts'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { time } from '../web/ui/time.ts'

export function sitePreview(frame: Frame, seen: SiteSeen | null): Html | undefined {
  const { t } = frame
  if (!seen?.items || seen.items.count === 0) return undefined
  const { count, whole, first } = seen.items
  const how = whole === 0 ? t('case.published.excerpts') : t('case.published.whole', { count: whole })
  return html`<h2>${t('case.published')}</h2><p class="soft">${seen.title && html`<bdi>${seen.title}</bdi> · `}${t('case.published.count', { count })} · ${how}</p>
<ul class="rows">${first.map(
    ({ title, at }) =>
      html`<li><span dir="auto">${title || t('today.nameless')}</span>${at && html` <span class="soft">${time(frame, new Date(at), 'day')}</span>`}</li>`,
  )}</ul>`
}

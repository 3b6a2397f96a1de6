/** The ledger of a source's visits: what came of each, newest first, and what they come to. */
import type { Visit } from '../../db/visits.ts'
import { type Frame, withQuery } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { time } from '../../web/ui/time.ts'
import type { SourceView } from './source.ts'
import { milliseconds, programWords, size } from './words.ts'

export function ledger(frame: Frame, view: SourceView): Html {
  const { t } = frame
  return html`<section aria-labelledby="ledger"><h2 id="ledger">${t('ledger.title')}</h2>
${view.visits.length === 0 ? html`<p class="empty">${t('ledger.none')}</p>` : html`${summary(frame, view)}${table(frame, view.visits)}${pager(frame, view)}`}</section>`
}

function summary({ t }: Frame, { summary, isNewest }: SourceView): Html | undefined {
  if (!summary || !isNewest) return undefined
  const share = Math.round((100 * summary.notModified) / summary.visits)
  return html`<p class="lede">${t('ledger.summary', {
    count: summary.visits,
    failed: t('ledger.failed', { count: summary.failed }),
    share: t.number(share),
    size: size(t, summary.bytes),
    time: milliseconds(t, summary.ms),
    items: t('count.items', { count: summary.itemsNew }),
  })}</p>`
}

function table(frame: Frame, visits: readonly Visit[]): Html {
  const { t } = frame
  return html`<div class="scrolls" tabindex="0" role="region" aria-label="${t('ledger.table')}"><table class="ledger"><thead><tr><th scope="col">${t('ledger.when')}</th><th scope="col">${t('ledger.outcome')}</th><th scope="col" class="figure">${t('ledger.status')}</th><th scope="col" class="figure">${t('ledger.size')}</th><th scope="col" class="figure">${t('ledger.time')}</th><th scope="col">${t('ledger.items')}</th></tr></thead>
<tbody>${visits.map((visit) => line(frame, visit))}</tbody></table></div>`
}

function line(frame: Frame, visit: Visit): Html {
  const { t } = frame
  const { at, outcome, status, bytes, ms, itemsSeen, itemsNew, itemsChanged, reason } = visit
  const says = outcome === 'unchanged' ? undefined : programWords(reason)
  const items = t('ledger.items.line', { seen: itemsSeen, added: itemsNew, changed: itemsChanged })
  return html`<tr class="${outcome === 'failed' ? 'is-failing' : undefined}"><td>${time(frame, at, 'moment')}</td><td>${t(`ledger.outcome.${outcome}`)}</td><td class="figure">${status ?? t('ledger.silent')}</td><td class="figure">${size(t, bytes)}</td><td class="figure">${milliseconds(t, ms)}</td><td>${outcome === 'fetched' && html`${items} `}${says}</td></tr>`
}

function pager(frame: Frame, { links, earlier, isNewest }: SourceView): Html {
  const { t, at } = frame
  const href = links.page
  return html`<p class="pager">${!isNewest && html`<a href="${at(href)}">${t('ledger.newest')}</a> `}${
    earlier &&
    html`<a href="${`${at(withQuery(href, { before: String(earlier.getTime()) }))}#ledger`}">${t('ledger.earlier')}</a>`
  }</p>`
}

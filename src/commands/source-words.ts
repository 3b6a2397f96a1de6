/** The ledger of a source as commands print it. */
import { minute } from '../core/source-health.ts'
import type { Source } from '../db/sources.ts'
import type { LedgerSummary, Visit } from '../db/visits.ts'

/** One line for a source's last visits. */
export function summaryInWords({ visits, failed, notModified, bytes, ms, itemsNew }: LedgerSummary): string {
  const share = Math.round((100 * notModified) / visits)
  return `last ${visits === 1 ? 'visit' : `${visits} visits`}: ${failed} failed, ${share} % not modified (304), ${size(bytes)}, ${ms} ms on average, ${itemsNew} new items`
}

/** One line for a source that redirects for good; undefined for others. */
export function moveInWords({ movedTo, movedSeenAt, movedSightings }: Source): string | undefined {
  if (movedTo === null || movedSeenAt === null) return undefined
  const times = movedSightings === 1 ? 'once' : `${movedSightings} times`
  return `has moved to ${movedTo}: seen ${times} since ${minute(movedSeenAt)}; that becomes its address after three sightings over a day`
}

/** One line for a visit. */
export function visitInWords(visit: Visit): string {
  const { at, outcome, status, bytes, ms, itemsSeen, itemsNew, itemsChanged, reason } = visit
  const items = outcome === 'fetched' ? [`${itemsSeen} items, ${itemsNew} new, ${itemsChanged} changed`] : []
  return [minute(at), outcome, status ?? 'no answer', size(bytes), `${ms} ms`, ...items, reason]
    .filter(Boolean)
    .join('  ')
}

function size(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} KB` : `${bytes} bytes`
}

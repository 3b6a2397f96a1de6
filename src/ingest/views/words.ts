/** Words several pages of sources share: health, grants, spans of time, who did something. */
import type { AccountId } from '../../core/id.ts'
import type { SourceFacts, SourceState } from '../../core/source-health.ts'
import type { Grant } from '../../core/story/gate.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { localeOf, type Words } from '../../web/messages/messages.ts'
import { typesetterOf } from '../../web/messages/typeset.ts'
import { accountsIn } from '../../web/ui/author.ts'
import { type DayBar, dayBars } from '../../web/ui/day-bars.ts'
import { shortTime } from '../../web/ui/time.ts'

export type Named = ReadonlyMap<AccountId, string>

/** How a source is doing, in a sentence. */
export function healthWords(frame: Frame, state: SourceState, source: SourceFacts): Html {
  const { t, now } = frame
  switch (state) {
    case 'failing':
      return html`${t('source.health.failing', { count: source.failures })} ${programWords(source.lastProblem)}`
    case 'paused':
      return html`<bdi>${source.paused}</bdi>`
    case 'new':
      return html`${t('source.health.new')}`
    case 'quiet':
      return html`${t('source.health.quiet', {
        silent: spanWords(t, (now.getTime() - (source.lastNewsAt ?? now).getTime()) / 1000),
        usual: spanWords(t, source.habitSeconds ?? 0),
      })}`
    case 'well':
      return html`${t.rich('source.health.well', { time: shortTime(frame, source.lastSuccessAt ?? now) })}`
  }
}

/** What the program says of its own accord, in the language it is written in. */
export function programWords(words: string | null): Html | undefined {
  return words ? html`<span lang="en" dir="ltr">${words}</span>` : undefined
}

/** A span in the largest unit that says enough. */
export function spanWords(t: Words, seconds: number): string {
  const count = (unit: number) => Math.max(1, Math.round(seconds / unit))
  if (seconds < 2 * 3_600) return t('span.minutes', { count: count(60) })
  if (seconds < 2 * 86_400) return t('span.hours', { count: count(3_600) })
  return t('span.days', { count: count(86_400) })
}

export function grantWords(t: Words, { shows, pictures }: Grant): string {
  const shown = t(`grant.${shows}`)
  return pictures === 'none' ? shown : t.list([shown, t(`grant.pictures.${pictures}`)])
}

export function whoWords({ t, visitor }: Frame, by: string, names: Named): Html {
  const [account] = accountsIn([by])
  if (account && account === visitor?.account) return html`${t('who.you')}`
  if (account) return html`<bdi>${names.get(account) ?? t('who.gone')}</bdi>`
  if (by === 'wireroom') return html`${t('who.program')}`
  return by === 'operator' ? html`${t('who.operator')}` : html`<bdi>${by}</bdi>`
}

/** What came day by day, drawn and said. */
export function sourceChart(frame: Frame, days: readonly DayBar[]): Html {
  const { t } = frame
  const count = days.reduce((sum, day) => sum + day.count, 0)
  const failed = days.filter(({ hasFailed }) => hasFailed).length
  const label = t('source.chart', { items: t('count.items', { count }), days: t('span.days', { count: days.length }) })
  return dayBars(frame, days, failed === 0 ? label : `${label} ${t('source.chart.failed', { count: failed })}`)
}

/** Bytes in the largest unit that says enough, as the language writes it. */
export function size(t: Words, bytes: number): string {
  if (bytes >= 1024 * 1024) return measure(t, bytes / 1024 / 1024, 'megabyte')
  return measure(t, bytes >= 1024 ? Math.round(bytes / 1024) : bytes / 1024, 'kilobyte')
}

export function milliseconds(t: Words, ms: number): string {
  return measure(t, ms, 'millisecond')
}

const measures = new Map<string, Intl.NumberFormat>()

function measure({ language }: Words, value: number, unit: string): string {
  const key = `${language} ${unit}`
  let format = measures.get(key)
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, maximumFractionDigits: 1 })
    measures.set(key, format)
  }
  return typesetterOf(language)(format.format(value))
}

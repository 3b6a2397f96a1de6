/** What readers are told of a version: what kind of change, when, and in whose words. */
import type { Change } from '../../core/story/story.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import { time } from './time.ts'

export function changeWords(frame: Frame, change: Change): Html {
  const { t } = frame
  const dated = t.rich('changes.dated', { kind: t(`changes.${change.kind}`), date: time(frame, change.at, 'moment') })
  const note = change.note || (change.kind === 'first' ? '' : t('changes.silent'))
  return html`<b>${dated}</b>${note && html` <span dir="auto">${note}</span>`}`
}

/** A source in quarantine: what was seen, and, for staff, the form that ends it. */
import type { TurnReason } from '../../core/member/turn.ts'
import type { Quarantine } from '../../db/quarantines.ts'
import type { Frame } from '../../web/context.ts'
import { type Html, html } from '../../web/html.ts'
import { field } from '../../web/ui/field.ts'
import { time } from '../../web/ui/time.ts'
import type { SourceView } from './source.ts'

export function quarantineBlock(
  frame: Frame,
  { quarantine, links, faults }: Pick<SourceView, 'quarantine' | 'links' | 'faults'>,
): Html | undefined {
  if (!quarantine) return undefined
  const { t } = frame
  return html`<div class="state is-failing"><p><b>${t('quarantine.state')}</b> ${t.rich('quarantine.since', { time: time(frame, quarantine.since, 'moment') })} ${t('quarantine.text')}</p>
${reasonList(frame, quarantine.why)}</div>${links.ends && quarantineForm(frame, quarantine, { sent: links.ends, fault: faults?.words })}`
}

export function reasonList(frame: Frame, why: readonly TurnReason[]): Html {
  return html`<ul class="reasons">${why.map((reason) => html`<li>${reasonWords(frame, reason)}</li>`)}</ul>`
}

export function reasonWords({ t }: Pick<Frame, 't'>, reason: TurnReason): string {
  switch (reason.kind) {
    case 'proof':
      return t('quarantine.why.proof', { site: reason.about })
    case 'host':
      return t('quarantine.why.host', { from: reason.from, to: reason.to })
    case 'owner':
      return t('quarantine.why.owner', { from: reason.from || '–', to: reason.to || '–' })
    case 'language':
      return t('quarantine.why.language', { from: languageName(t, reason.from), to: languageName(t, reason.to) })
    case 'links':
      return t('quarantine.why.links', { to: reason.to })
  }
}

function languageName(t: Frame['t'], tag: string): string {
  return tag === '' ? '–' : t.languageName(tag)
}

/** `sent`: where the form is sent, as routes give it. */
export function quarantineForm(
  frame: Frame,
  { source }: Pick<Quarantine, 'source'>,
  { sent, fault }: { readonly sent: string; readonly fault: string | undefined },
): Html {
  const { t, at } = frame
  const name = `words-${source}`
  return html`<form class="form" method="post" action="${at(sent)}">
${field(
  frame,
  { name, label: t('quarantine.words'), hint: t('quarantine.words.hint'), fault },
  (described, invalid) =>
    html`<input id="${name}" name="words" type="text" dir="auto" maxlength="500" autocomplete="off" aria-describedby="${described}" aria-invalid="${invalid}">`,
)}
<p class="acts"><button name="do" value="fine">${t('quarantine.fine')}</button> <button class="second" name="do" value="not-theirs">${t('quarantine.not-theirs')}</button></p></form>`
}

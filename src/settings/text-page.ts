/** A setting that is a text of lines: edited as such, with what is wrong by its line and what it comes to beside it. */
import { createHash } from 'node:crypto'
import type { Frame } from '../web/context.ts'
import { type Html, html } from '../web/html.ts'
import { type SettingsPlace, settingsPlaces } from '../web/settings-places.ts'
import { areaField, unsent } from '../web/ui/field.ts'
import { workLayout } from '../web/work-layout.ts'

export type TextPage = {
  readonly place: SettingsPlace & ('front' | 'topics')
  readonly action: string
  readonly text: string
  /** The mark of the text it was when the page was opened. */
  readonly was: string
  /** Each in a sentence. */
  readonly mistakes?: readonly { readonly line: number; readonly words: string }[]
  /** What stands in the way and is no line's fault. */
  readonly refusal?: string | undefined
  readonly done?: string | undefined
  /** A further button: its value and its words. */
  readonly other?: readonly [value: string, words: string]
  readonly side: Html
}

export function textPage(frame: Frame, page: TextPage): string {
  const { t } = frame
  const { place, mistakes = [], refusal } = page
  const label = t(`lines.${place}.label`)
  const fault = mistakes.map(({ line, words }) => t('settings.line', { line, words })).join(' ')
  return workLayout(frame, {
    title: t(`settings.place.${place}`),
    places: settingsPlaces(frame, place),
    done: page.done,
    main: html`<div class="beside lines"><div class="column"><h1>${t(`settings.place.${place}`)}</h1><p class="lede">${t(`lines.${place}.lede`)}</p>
${mistakes.length > 0 && unsent(t('form.unsent', { count: mistakes.length }), [{ name: 'lines', label, fault }])}${refusal && unsent(refusal)}
<form class="form" method="post" action="${page.action}"><input type="hidden" name="was" value="${page.was}">
${areaField(frame, { name: 'lines', label, hint: t(`lines.${place}.hint`), value: page.text, rows: 18, fault: fault || undefined })}
<p class="buttons"><button>${t('form.save')}</button> <button class="second" name="do" value="look">${t('settings.look.do')}</button>${page.other && html` <button class="plainbutton link" name="do" value="${page.other[0]}">${page.other[1]}</button>`}</p></form></div>
<aside class="side" aria-labelledby="comes-to"><h2 id="comes-to">${t(`lines.${place}.comes`)}</h2>${page.side}</aside></div>`,
  })
}

/** What a form brings of such a page. */
export function readLines(form: URLSearchParams): {
  readonly text: string
  readonly was: string
  readonly todo: string
} {
  const text = (form.get('lines') ?? '').replace(/\r\n?/g, '\n')
  return { text, was: form.get('was') ?? '', todo: form.get('do') ?? '' }
}

/** A text in short: whether somebody else changed it meanwhile. */
export function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

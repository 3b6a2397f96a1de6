/** Buttons that copy what a field holds. They are shown by republish.js alone: without it the field is copied by hand. */
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

/** The formats a story can be had in for printing elsewhere; the first two have names. */
export const copyFormats = ['html', 'md', 'txt'] as const
export type CopyFormat = (typeof copyFormats)[number]

export function formatName({ t }: Frame, format: CopyFormat): string {
  return { html: 'HTML', md: 'Markdown', txt: t('republish.text') }[format]
}

/** `from` is the page the field stands on, where that is another one. */
export function copyButton(frame: Frame, format: CopyFormat, from?: string): Html {
  return html`<button type="button" class="copy" hidden data-copy="${fieldOf(format)}" data-from="${from}">${frame.t('republish.copy', { format: formatName(frame, format) })}</button>`
}

/** The id of a format's field. */
export function fieldOf(format: CopyFormat): string {
  return `copy-${format}`
}

/** Where it is said what became of it. */
export function copyStatus({ t }: Frame): Html {
  return html`<p class="small" role="status" data-copied="${t('republish.copied')}" data-selected="${t('republish.selected')}"></p>`
}

export function copyScript({ asset, textOnly }: Frame): Html | false {
  return !textOnly && html`<script type="module" src="${asset('republish.js')}"></script>`
}

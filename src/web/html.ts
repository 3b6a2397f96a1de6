/**
 * Pages are written as tagged templates: html`<p>${text}</p>` escapes what it is given by where it stands. A template
 * whose holes stand where no escaping is safe throws the first time it is evaluated, whatever the values are; so the
 * mistake cannot wait for a hostile one. What counts as markup is an `Html`, made only here and from the sanitiser.
 */
import type { SafeHtml } from '../core/html/sanitise.ts'
import { type HolePlan, planTemplate } from './html-template.ts'

// The symbol is not exported: no value from outside, a parsed JSON document least of all, can pose as markup.
const markup: unique symbol = Symbol('markup')

/** Markup that is safe to put between tags. */
export type Html = { readonly [markup]: string }

/** What a hole takes. Nothing is written for null, undefined and false; an attribute that is only such a hole goes. */
export type Value = string | number | bigint | boolean | null | undefined | Html | readonly Value[]

const plans = new WeakMap<TemplateStringsArray, readonly HolePlan[]>()

/**
 * Builds markup. Holes may stand between tags, in `title` and `textarea`, and in double-quoted attributes; an
 * attribute that is one hole alone is left out for null, undefined and false, and stands empty for true.
 * Throws SyntaxError for a hole anywhere else.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let plan = plans.get(strings)
  if (!plan) {
    plan = planTemplate(strings)
    plans.set(strings, plan)
  }
  let out = strings[0] ?? ''
  for (let i = 0; i < plan.length; i += 1) {
    const hole = plan[i] as HolePlan
    const value = values[i]
    const next = strings[i + 1] ?? ''
    if (hole.whole !== undefined && isNothing(value)) {
      // The text before ends in ` name="`, the text after begins with `"`: neither is written.
      out = out.slice(0, -hole.whole) + next.slice(1)
      continue
    }
    out += (hole.place === 'text' ? between(value) : attribute(value, hole.place === 'address')) + next
  }
  return { [markup]: out }
}

/** The sanitiser's own output, and nothing else, is taken as it is. */
export function trusted(safe: SafeHtml): Html {
  return { [markup]: safe }
}

export function render(page: Html): string {
  return page[markup]
}

/** Data for machines inside a page (JSON-LD). The characters that could end the element are written as escapes. */
export function jsonLd(data: unknown): Html {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return { [markup]: `<script type="application/ld+json">${json}</script>` }
}

/** A script of our own that stands in a page, by its name. Throws TypeError for one that holds what could end it. */
export function inlineScript(id: string, text: string): Html {
  if (/<[a-z/!]/i.test(text)) throw new TypeError('A script in a page holds nothing that could be a tag.')
  return { [markup]: `<script id="${escaped(id)}">${text}</script>` }
}

/**
 * One format of a picture at several widths, for a `picture` element. Its addresses have a grammar of their own, in
 * which no hole is safe: they are made here, of hashes alone. Throws TypeError for anything else.
 */
export function pictureSource(
  type: string,
  candidates: readonly { readonly hash: string; readonly width: number }[],
  place: PicturePlace,
): Html {
  const srcset = candidates.map(({ hash, width }) => {
    if (!/^[0-9a-f]{64}$/.test(hash) || !Number.isInteger(width))
      throw new TypeError(`Not a picture of ours: "${hash}"`)
    return `/media/${hash} ${width}w`
  })
  return { [markup]: `<source type="${escaped(type)}" srcset="${srcset.join(', ')}" sizes="${pictureSizes[place]}">` }
}

/** How wide a picture stands: in the lead's column of the front page, or in that of a story's text (narrow.css). */
export type PicturePlace = keyof typeof pictureSizes

const pictureSizes = {
  lead: '(min-width: 77.5rem) 35.125rem, (min-width: 64.01rem) calc(100vw - 42.2rem), (min-width: 48.01rem) calc(100vw - 21.5rem), calc(100vw - 2.2rem)',
  text: '(min-width: 64.01rem) 41.25rem, (min-width: 48.01rem) calc(100vw - 16rem), calc(100vw - 2.2rem)',
} as const

/** An address that a link may carry: within this network, or by http, https, mailto or tel. Undefined for any other. */
export function linkable(address: string | null | undefined): string | undefined {
  if (!address) return undefined
  // Browsers drop tabs and line ends inside a scheme and read `/\` as `//`: either is no honest address.
  if (/[\u0000-\u0020\u007f\\]/.test(address)) return undefined
  if (/^(?:https?:\/\/[^/]|mailto:|tel:)/i.test(address)) return address
  return /^(?:\/(?!\/)|[?#])/.test(address) || address === '/' ? address : undefined
}

function isNothing(value: Value): boolean {
  return value === null || value === undefined || value === false
}

function between(value: Value): string {
  if (typeof value === 'string') return escaped(value)
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) {
    let out = ''
    for (const one of value as readonly Value[]) out += between(one)
    return out
  }
  if (typeof value === 'object' && markup in value) return value[markup]
  throw new TypeError('A hole between tags takes text, numbers, Html, or lists of them.')
}

function attribute(value: Value, isAddress: boolean): string {
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  if (typeof value === 'object') throw new TypeError('A hole in an attribute takes text or a number, not markup.')
  const text = String(value)
  // Whoever wrote the address may be hostile; the page is still shown, and the link leads nowhere.
  return escaped(isAddress ? (linkable(text) ?? 'about:invalid') : text)
}

const special = /[&<>"']/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  special.lastIndex = 0
  if (!special.test(text)) return text
  return text.replace(special, (c) => entities[c] ?? '')
}

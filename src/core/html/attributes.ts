/** Attributes of an allowed element as they are written: each value checked by what it is for. */
import { globalAttributes } from './allowed.ts'
import { withoutInvisible } from './invisible.ts'
import { linkTarget, webTarget } from './links.ts'
import type { Attribute } from './sink.ts'

/** With a space before each; of elements without a checked value nothing. */
export function writtenAttributes(
  element: string,
  rule: ReadonlySet<string>,
  attributes: readonly Attribute[],
  base: string | undefined,
): string {
  let written = ''
  for (const { name, value } of attributes) {
    // XML's way to name a language, in xhtml bodies.
    const as = name === 'xml:lang' && !attributes.some((one) => one.name === 'lang') ? 'lang' : name
    if (!rule.has(as) && !globalAttributes.has(as)) continue
    const safe = checked(element, as, value, base)
    if (safe !== undefined) written += ` ${as}="${escapeAttribute(safe)}"`
  }
  return written
}

function checked(element: string, name: string, value: string, base: string | undefined): string | undefined {
  switch (name) {
    case 'href':
      return linkTarget(value, base)
    case 'cite':
      return webTarget(value, base)
    case 'dir':
      return /^(?:ltr|rtl|auto)$/i.test(value) ? value.toLowerCase() : undefined
    case 'lang':
    case 'hreflang':
      return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(value) ? value : undefined
    case 'colspan':
    case 'rowspan':
    case 'span':
      return /^[1-9]\d{0,2}$/.test(value.trim()) ? value.trim() : undefined
    case 'start':
    case 'value':
      return /^-?\d{1,6}$/.test(value.trim()) ? value.trim() : undefined
    case 'type':
      return element === 'ol' && /^[1aAiI]$/.test(value) ? value : undefined
    case 'scope':
      return /^(?:row|col|rowgroup|colgroup)$/i.test(value) ? value.toLowerCase() : undefined
    case 'open':
    case 'reversed':
      return ''
    case 'datetime':
      return /^[\d\sTZPWYMDHS:+.-]{1,40}$/i.test(value) ? value.trim() : undefined
    default:
      return shortText(value) || undefined
  }
}

/**
 * Words of an attribute: one line, at most `most` characters. Markup in them is nobody's words; it only waits for a
 * program that reads them without care.
 */
export function shortText(value: string, most = 2000): string {
  return withoutInvisible(value.slice(0, most).toWellFormed())
    .replace(/<[!/?a-z][^>]*>?/gi, ' ')
    .replace(/--!?>/g, '→')
    .replace(/\s+/g, ' ')
    .trim()
}

export function escapeAttribute(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'))
    : text
}

export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;')) : text
}

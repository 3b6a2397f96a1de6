/** A member's mark: its logo, or its initial in a colour of its own. */
import { colourOf, writeColour } from '../../core/colour.ts'
import { routes } from '../../routes.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'

/** Decoration beside the name, which says it already: hidden from readers that speak, and not in the text-only edition. */
export function logo(
  { textOnly }: Frame,
  member: { readonly slug: string; readonly name: string; readonly logo: string | null },
): Html | undefined {
  if (textOnly) return undefined
  if (member.logo)
    return html`<img class="logo" src="${routes.media.href({ hash: member.logo })}" alt="" width="48" height="48" loading="lazy" decoding="async">`
  return html`<svg class="logo" viewBox="0 0 48 48" aria-hidden="true"><rect width="48" height="48" fill="${writeColour(colourOf(member.slug))}"/><text x="24" y="33" text-anchor="middle" fill="#fff">${initialOf(member.name)}</text></svg>`
}

/** The first letter a person sees: never half of one with its accent, and no article before it. */
export function initialOf(name: string): string {
  const known = initials.get(name)
  if (known !== undefined) return known
  const initial = firstLetter(name)
  if (initials.size >= 5_000) initials.clear()
  initials.set(name, initial)
  return initial
}
const initials = new Map<string, string>()

function firstLetter(name: string): string {
  const bare = name.trim().replace(/^(?:the|der|die|das|le|la|les|el|los|las|il|o|a)\s+(?=\S)/i, '')
  for (const { segment } of graphemes.segment(bare)) if (/[\p{L}\p{N}]/u.test(segment)) return capitalOf(segment)
  return '·'
}

/** Georgian begins no word with a capital: its Mtavruli are for whole lines, and few faces have them. */
function capitalOf(letter: string): string {
  return /\p{Script=Georgian}/u.test(letter) ? letter : letter.toLocaleUpperCase('und')
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

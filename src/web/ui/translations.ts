/** A story's translations: each named as its readers call their language. */
import { canonicalLanguage } from '../../core/language.ts'
import type { Story, Translation } from '../../core/story/story.ts'
import type { Frame } from '../context.ts'
import { type Html, html } from '../html.ts'
import { textAttributes } from './language.ts'

/** `href` says where each leads. Undefined where there is none that readers may see. */
export function alsoIn({ t }: Frame, story: Story, href: (to: Translation) => string): Html | undefined {
  const named = translationsOf(story)
  if (named.length === 0) return undefined
  const links = named.map((to, i) => {
    const { lang, dir } = textAttributes(to.language, t.language)
    const attributes = html`<a href="${href(to)}" hreflang="${to.language}" lang="${lang}" dir="${dir}" title="${to.headline}">${t.autonym(to.language)}</a>`
    return html`${i > 0 && ' · '}${attributes}`
  })
  return html`<p class="also">${t.rich('translations.also', { languages: html`${links}` })}</p>`
}

/** Those in a language of their own: a later version may have been said to be in another. */
export function translationsOf({ language, translations = [] }: Story): readonly Translation[] {
  const told = new Set([canonicalLanguage(language)])
  return translations.flatMap((to) => {
    const known = canonicalLanguage(to.language)
    if (!known || told.has(known)) return []
    told.add(known)
    return [{ ...to, language: known }]
  })
}

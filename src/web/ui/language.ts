/** What the browser is told of a text's language and direction. */
import { canonicalLanguage, directionOf } from '../../core/language.ts'

/**
 * `lang` and `dir` of a piece of text: nothing where it is in the page's own language; `dir="auto"` where nobody knows
 * the language, so that its first strong letter decides.
 */
export function textAttributes(
  language: string,
  page: string,
): { readonly lang: string | undefined; readonly dir: string | undefined } {
  if (language === page) return { lang: undefined, dir: undefined }
  const known = canonicalLanguage(language)
  if (!known) return { lang: '', dir: 'auto' }
  return { lang: known, dir: directionOf(known) }
}

/** What stands between the things a line tells, as a language's script writes it. */
export function commaOf(language: string): string {
  if (/^(ar|fa|ur|ps|ckb|ug|sd)(-|$)/i.test(language)) return '، '
  return /^(ja|zh)(-|$)/i.test(language) ? '、' : ', '
}

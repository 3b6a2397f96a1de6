/** Languages as they are declared, and which way they are written. */
import { Invalid } from './errors.ts'

/** A declared language in canonical form (`pt-BR`), or undefined when it is none (`english`, `x`, …). */
export function canonicalLanguage(declared: string | undefined | null): string | undefined {
  if (!declared) return undefined
  if (canonical.has(declared)) return canonical.get(declared)
  const language = readLanguage(declared)
  // Anybody may declare anything: no end of it is kept.
  if (canonical.size < 1_000) canonical.set(declared, language)
  return language
}
const canonical = new Map<string, string | undefined>()

function readLanguage(declared: string): string | undefined {
  const tag = declared.trim().replace(/_/g, '-')
  if (!tag || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  try {
    const [language] = Intl.getCanonicalLocales(tag)
    return language === 'und' || language?.startsWith('und-') ? undefined : language
  } catch {
    return undefined
  }
}

/** The languages a person lists, in canonical form. Throws Invalid for the first that is none. */
export function readLanguages(tags: readonly string[]): string[] {
  return tags.map((tag) => {
    const language = canonicalLanguage(tag)
    if (!language) throw new Invalid(`"${tag.trim()}" is no language: write tags such as en, es or pt-BR.`)
    return language
  })
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Whether a canonical tag's language is one that has a name; `xx` has none. */
export function isKnownLanguage(tag: string): boolean {
  return names.of(tag.split('-')[0] ?? '') !== undefined
}

/** Whether a language is written from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|he|iw|fa|ur|ps|sd|ug|yi|ckb|dv|syr|arc)(-|$)/i.test(language) && !/-latn(-|$)/i.test(language)
    ? 'rtl'
    : 'ltr'
}

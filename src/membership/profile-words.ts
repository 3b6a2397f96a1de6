/** Languages and countries as people write them: by their names in the language of the page, or by their codes. */
import { inNormalForm } from '../core/normal-form.ts'
import { countryCode } from './add-member.ts'
import { languagesNamed } from './languages-named.ts'

/** Undefined for what is none, or several. */
export function readLanguage(text: string): string | undefined {
  const { languages, unknown } = languagesNamed(text)
  return languages.length === 1 && unknown.length === 0 ? languages[0] : undefined
}

/** Undefined for what is neither. */
export function readCountry(text: string, page: string): string | undefined {
  return namesOf(page).get(key(text)) ?? countryCode(text)
}

/** What stands between commas, semicolons or line ends, of any script. */
export function parts(text: string): string[] {
  return text
    .split(/[,;،、\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const known = new Map<string, ReadonlyMap<string, string>>()

/** The page's names and the English ones, for all codes of two letters that are a country's now. */
function namesOf(page: string): ReadonlyMap<string, string> {
  const found = known.get(page)
  if (found) return found
  const names = new Map<string, string>()
  for (const language of ['en', page]) {
    const told = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const first of letters)
      for (const second of letters) {
        const code = first + second
        const isCurrent = code !== 'ZZ' && new Intl.Locale(`und-${code}`).region === code
        const name = isCurrent ? told.of(code) : undefined
        if (name) names.set(key(name), code)
      }
  }
  known.set(page, names)
  return names
}

function key(text: string): string {
  return inNormalForm(text, 'NFC').trim().toLowerCase()
}

/** Languages and countries as people write them: by their names in the language of the page, or by their codes. */
import { inNormalForm } from '../core/normal-form.ts'
import { messages } from '../web/messages/messages.ts'
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

/** The names the page shows, those of its language and the English ones, for all codes of two letters that are a country's now. */
function namesOf(page: string): ReadonlyMap<string, string> {
  const found = known.get(page)
  if (found) return found
  const names = new Map<string, string>()
  const shown = messages(page, 'UTC')
  const told = ['en', page].map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }))
  for (const first of letters)
    for (const second of letters) {
      const code = first + second
      const isCurrent = code !== 'ZZ' && new Intl.Locale(`und-${code}`).region === code
      const inBooks = isCurrent ? told.flatMap((language) => language.of(code) ?? []) : []
      // Portugal's names (Quénia) are not those of `pt`, nor Britain's (St Lucia) those of `en`.
      const asShown = inBooks.length > 0 ? [shown.countryName(code)] : []
      for (const name of [...inBooks, ...asShown]) names.set(key(name), code)
    }
  known.set(page, names)
  return names
}

function key(text: string): string {
  return inNormalForm(text, 'NFC').trim().toLowerCase()
}

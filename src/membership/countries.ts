/** The countries one can choose from. */
import { isCountry } from '../core/country.ts'
import type { Words } from '../web/messages/messages.ts'
import type { Choice } from '../web/ui/choice.ts'

/** Names Intl has that are no countries: unions, test codes, islands reserved for the post. */
const none = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB'])

/** In the order of their names in this language. */
export function countryChoices(t: Words): Choice[] {
  const known = chosen.get(t.language)
  if (known) return known
  const choices = codes()
    .map((value) => ({ value, label: t.countryName(value) }))
    .sort((a, b) => t.compare(a.label, b.label))
  chosen.set(t.language, choices)
  return choices
}

const chosen = new Map<string, Choice[]>()

export function readCountry(text: string): string | undefined {
  return isCountry(text) && !none.has(text) && current(text) ? text : undefined
}

function codes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => readCountry(code) !== undefined)
}

/** Not one that was, such as YU. */
function current(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code
}

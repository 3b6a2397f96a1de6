/**
 * How a language spaces its marks. French sets a space before ; : ? ! and inside « », one at which no line may break
 * (Lexique des règles typographiques en usage à l'Imprimerie nationale): narrow, or whole before the colon and within
 * the quotation marks. Catalogues, and networks in their own words, write plain spaces.
 */
const typesetters: Readonly<Record<string, (text: string) => string>> = { fr: typesetFrench }

const narrow = '\u202f'
const whole = '\u00a0'

export function typesetterOf(language: string): (text: string) => string {
  const [base = ''] = language.split('-')
  return (Object.hasOwn(typesetters, base) ? typesetters[base] : undefined) ?? ((text) => text)
}

function typesetFrench(text: string): string {
  return text
    .replace(/ (?=[;!?])/g, narrow)
    .replace(/ (?=[:»])/g, whole)
    .replace(/(?<=«) /g, whole)
    .replace(/(?<=[\d}]) (?=%|Mo\b)/g, whole)
    .replace(/(?<=\d) (?=\d{3}\b)/g, narrow)
}

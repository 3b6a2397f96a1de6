/**
 * How a language spaces its marks, and where its lines may not break. French sets a space before ; : ? ! and inside « »
 * (Lexique des règles typographiques en usage à l'Imprimerie nationale): narrow, or whole before the colon and within
 * the quotation marks; no line breaks at it. German keeps a figure with its unit and three dots with the word before
 * them (DIN 5008); Russian keeps a dash with what it follows, and a word of one letter with what comes after it. French
 * and Portuguese do not part the e of an e-mail from its mail, nor French a verb from its le. Nor does Portuguese part a
 * pronoun from its verb, whose hyphen would have to stand on both lines (Acordo Ortográfico, base XX), or a figure from its unit.
 * All but English and German keep a figure with what it counts.
 * Catalogues, and networks in their own words, write plain spaces.
 */
const typesetters: Readonly<Record<string, (text: string) => string>> = {
  ar: keepCount,
  es: keepCount,
  de: typesetGerman,
  fr: typesetFrench,
  pt: typesetPortuguese,
  ru: typesetRussian,
}

const narrow = '\u202f'
const whole = '\u00a0'
const hyphen = '\u2011'

export function typesetterOf(language: string): (text: string) => string {
  const base = baseOf(language)
  return (Object.hasOwn(typesetters, base) ? typesetters[base] : undefined) ?? ((text) => text)
}

function typesetFrench(text: string): string {
  return keepCount(keepMail(text))
    .replace(/ (?=[;!?])/g, narrow)
    .replace(/ (?=[:»])/g, whole)
    .replace(/(?<=«) /g, whole)
    .replace(/(?<=[\d}])[ \u202f](?=%|[kM]?o\b)/g, whole)
    .replace(/(?<=\d) (?=\d{3}\b)/g, narrow)
    .replace(/(?<=\bsous|état du) (?=[\d{])|(?<=état) (?=du )/gu, whole)
    .replace(/(?<=ez)-(?=l(?:es?|a)\b)/g, hyphen)
}

function keepMail(text: string): string {
  return text.replace(/(?<=\be)-(?=mail)/gi, hyphen)
}

/** Pronouns after their verb, and what stands after one within it: diga-nos, vê-lo, ser-lhe-ão. */
const enclitic = /(?<=\p{L})-(?=(?:[ln]?[ao]s?|[mst]e|[nv]os|lhes?|ão|emos)(?!\p{L}))/gu

function typesetPortuguese(text: string): string {
  return keepCount(keepMail(text))
    .replace(enclitic, hyphen)
    .replace(/(?<=[\d}]) (?=%|[kM]B\b|\d{3}\b)/g, whole)
}

/** A figure stays with what it counts. */
function keepCount(text: string): string {
  return text.replace(/(?<=\d|\{count\}) (?=\p{L})/gu, whole)
}

function typesetGerman(text: string): string {
  return text.replace(/(?<=[\d}]) (?=%|MB\b|Uhr\b)/g, whole).replace(/ (?=…)/g, whole)
}

function typesetRussian(text: string): string {
  return keepCount(text)
    .replace(/ (?=(?:ли|же?|бы?)(?!\p{L}))/gu, whole)
    .replace(/(?<=\p{L})-(?=(?:то|либо|нибудь)(?!\p{L}))/gu, hyphen)
    .replace(/(?<=[\d}]) (?=%|[кМ]Б)/g, whole)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, whole)
    .replace(/ (?=[—–] )/g, whole)
    .replace(/(?<=(?<!\p{L})(?:[авикосуя]|[свк]о)) (?=[\p{L}\d«{])/giu, whole)
}

/** What Russian and Bulgarian documents write after a year; papers leave it out, and no sentence ends in two stops. */
const afterYear = /\sг\.(?=$|[\s,])/

/** `1 novembre`, `dimanche 1`: the first of a month, which French alone of its days counts as the first. */
const firstDay = /(?<=^|\p{L}\.? )1(?= \p{L}|$)/u

/** A date as the language's papers print it, where the formats of Unicode CLDR write it as its offices do. */
export function typesetDate(text: string, language: string): string {
  return baseOf(language) === 'fr' ? text.replace(firstDay, '1er') : text.replace(afterYear, '')
}

/** A date at the size of a heading: its day and its month stay together. */
export function keepDay(date: string): string {
  return date.replace(/(?<=\d\.?) (de )?(?=\p{L})/u, (_, of) => (of ? `${whole}de${whole}` : whole))
}

function baseOf(language: string): string {
  return language.split('-')[0] ?? ''
}

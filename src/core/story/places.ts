/** Where a story is set: countries and cities by their names in many languages, and the place a dateline begins with. */
import { inNormalForm } from '../normal-form.ts'
import { cities } from './cities.ts'

/** A country (ISO 3166-1), and the words it was named by; `city` where they name one. */
export type Located = { readonly country: string; readonly name: string; readonly city: boolean }

/** The place that is called so, or undefined: exact names only, because half a name is another place. */
export function placeNamed(words: string): Located | undefined {
  const found = gazetteer().get(plain(words))
  return found && { ...found, name: words.trim() }
}

export type Dateline = {
  /** The place as it is written, in ordinary capitals where it was all in capitals. */
  readonly located: string
  readonly country: string | undefined
}

/**
 * The place at the head of a text: "LONDON (Reuters) –", "Berlin, 24. Nov. –", "Nairobi, Kenya —". Taken when it is a
 * place we know, or written all in capitals as datelines are.
 */
export function datelineOf(opening: string): Dateline | undefined {
  const [, city = '', rest = ''] = dateline.exec(opening.slice(0, 160)) ?? []
  if (city === '') return undefined
  const place = placeNamed(city)
  const shouted = city.length > 3 && city === city.toUpperCase() && city !== city.toLowerCase() && !/[.:!?]/.test(city)
  // "WATCH –" and "UPDATE –" shout too: a place that we do not know must be followed by a date, a land or a sign.
  if (!place && !(shouted && rest.trim() !== '')) return undefined
  const land = /^\s*,\s*([\p{L}. ]{2,30})/u.exec(rest)?.[1]
  return {
    located: shouted ? capitalised(city) : city,
    country: (place ?? (land ? placeNamed(land) : undefined))?.country,
  }
}

/** A place, what may follow it (a land, a date, an agency), and the dash, dot or colon that ends a dateline. */
const dateline =
  /^\s*([\p{Lu}\p{Lo}][\p{L}\p{M}.'’ -]{1,38}?)((?:\s*,\s*[\p{L}\p{M}\d. ]{2,30}){0,2}\.?\s*(?:[(（/][^()（）/]{2,40}[)）/]\.?)?)\s*(?:[—–]|--|\s-|\.-|:|(?<=\/)\.|(?<=\/\.))\s*(?=[\p{L}\d"“«„'‘¿¡(])/u

/** Languages whose names for countries are known; with the program come those of all. */
const languages =
  'en es fr de pt it nl ru uk ar he ja zh ko pl tr sv da no fi cs ro hu el fa hi bn id vi th sw ca'.split(' ')
/** Names that are more often somebody or somewhere else: the state, a first name, a word. */
const ambiguous = new Set(['georgia', 'georgien', 'géorgie', 'man', 'jersey', 'saint martin', 'st. martin'].map(plain))

let known: ReadonlyMap<string, Omit<Located, 'name'>> | undefined

/** Made when it is first asked: it takes a tenth of a second. */
function gazetteer(): ReadonlyMap<string, Omit<Located, 'name'>> {
  if (known) return known
  const names = new Map<string, Omit<Located, 'name'>>()
  for (const line of cities.trim().split('\n'))
    for (const city of line.slice(3).split(/;|\//)) names.set(plain(city), { country: line.slice(0, 2), city: true })
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const country of countries()) {
      const name = display.of(country)
      if (name && !ambiguous.has(plain(name))) names.set(plain(name), { country, city: false })
    }
  }
  for (const [name, country] of short) names.set(plain(name), { country, city: false })
  known = names
  return names
}

/** How people call countries whose full names nobody uses. */
const short: readonly (readonly [string, string])[] = [
  ['USA', 'US'],
  ['U.S.', 'US'],
  ['U.S.A.', 'US'],
  ['US', 'US'],
  ['EE.UU.', 'US'],
  ['EEUU', 'US'],
  ['EUA', 'US'],
  ['États-Unis d’Amérique', 'US'],
  ['США', 'US'],
  ['America', 'US'],
  ['UK', 'GB'],
  ['U.K.', 'GB'],
  ['Great Britain', 'GB'],
  ['Britain', 'GB'],
  ['England', 'GB'],
  ['Scotland', 'GB'],
  ['Wales', 'GB'],
  ['Northern Ireland', 'GB'],
  ['Großbritannien', 'GB'],
  ['Великобритания', 'GB'],
  ['Czech Republic', 'CZ'],
  ['Holland', 'NL'],
  ['UAE', 'AE'],
  ['DR Congo', 'CD'],
  ['DRC', 'CD'],
  ['Palestine', 'PS'],
  ['Palestina', 'PS'],
  ['Palästina', 'PS'],
  ['فلسطين', 'PS'],
  ['Turkey', 'TR'],
  ['Burma', 'MM'],
  ['South Korea', 'KR'],
  ['North Korea', 'KP'],
  ['Ivory Coast', 'CI'],
  ['Macedonia', 'MK'],
  ['Беларусь', 'BY'],
  ['Белоруссия', 'BY'],
  ['Россия', 'RU'],
  ['Україна', 'UA'],
  ['Russia', 'RU'],
  ['Taiwan', 'TW'],
  ['Hong Kong', 'HK'],
  ['Vatican', 'VA'],
  ['Vatikan', 'VA'],
  ['Vaticano', 'VA'],
]

/** Every code of two letters that is a country: the library knows which. */
function countries(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const none = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'QO', 'ZZ', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA', 'CQ'])
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => !none.has(code) && names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code)
}

function plain(name: string): string {
  return inNormalForm(name, 'NFC').toLowerCase().replace(/[’']/g, "'").replace(/\s+/g, ' ').trim()
}

function capitalised(city: string): string {
  return city
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

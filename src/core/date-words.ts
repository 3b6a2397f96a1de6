/** The names of months and halves of the day in the languages our feeds use. */
import { inNormalForm } from './normal-form.ts'

/** ICU names the months of these; several calendars write them with or without genitive, long or short. */
const locales =
  'en de fr es pt it nl da sv nb nn fi is pl cs sk sl hr bs sr sr-Latn mk bg ru uk be lt lv et hu ro el tr az sq ca eu gl ga cy eo id ms vi fil sw af ar ar-LB ar-MA fa he hi bn ur ta ka hy kk th ko ja zh'.split(
    ' ',
  )

/** Abbreviations and spellings that ICU does not have. */
const others: readonly (readonly [string, number])[] = [
  ...(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const).map(
    (name, index) => [name, index + 1] as const,
  ),
  ...([
    ['sept', 9],
    ['juil', 7],
    ['fevr', 2],
    ['aout', 8],
    ['maerz', 3],
    ['mrz', 3],
    ['mrt', 3],
    ['okt', 10],
    ['dez', 12],
    ['mai', 5],
  ] as const),
  ...([
    ['ene', 1],
    ['abr', 4],
    ['ago', 8],
    ['set', 9],
    ['setiembre', 9],
    ['dic', 12],
    ['gen', 1],
    ['mag', 5],
    ['giu', 6],
    ['lug', 7],
    ['ott', 10],
  ] as const),
  ...([
    ['ιαν', 1],
    ['φεβ', 2],
    ['μαρ', 3],
    ['μαρτ', 3],
    ['απρ', 4],
    ['μαι', 5],
    ['μαϊ', 5],
    ['ιουν', 6],
    ['ιον', 6],
    ['ιουλ', 7],
    ['ιολ', 7],
    ['αυγ', 8],
    ['σεπ', 9],
    ['σεπτ', 9],
    ['οκτ', 10],
    ['νοε', 11],
    ['νοεμ', 11],
    ['δεκ', 12],
  ] as const),
  ...([
    ['янв', 1],
    ['фев', 2],
    ['мар', 3],
    ['апр', 4],
    ['июн', 6],
    ['июл', 7],
    ['авг', 8],
    ['сен', 9],
    ['сент', 9],
    ['окт', 10],
    ['ноя', 11],
    ['нояб', 11],
    ['дек', 12],
  ] as const),
  ...([
    ['jaanuar', 1],
    ['veebruar', 2],
    ['marts', 3],
    ['szept', 9],
    ['ocak', 1],
    ['sub', 2],
    ['subat', 2],
    ['agu', 8],
    ['agt', 8],
    ['peb', 2],
    ['des', 12],
  ] as const),
]

let months: ReadonlyMap<string, number> | undefined

/** 1 to 12 for the name of a month in any of these languages, with or without its accents. */
export function monthNamed(word: string): number | undefined {
  months ??= allMonths()
  const name = plainWord(word)
  // Hebrew writes "in March" as one word.
  return months.get(name) ?? (name.startsWith('ב') ? months.get(name.slice(1)) : undefined)
}

/** Thai shortens a month to its consonants with a dot behind each. */
export function withoutThaiDots(text: string): string {
  return text.replace(/(?<=[\u0e00-\u0e7f])\.(?=[\u0e00-\u0e7f])/g, '')
}

/** Built at the first odd date only: ordinary feeds never need it. */
function allMonths(): ReadonlyMap<string, number> {
  const all = new Map<string, number>()
  const add = (name: string, month: number): void => {
    for (const word of withoutThaiDots(name).match(/[\p{L}\p{M}]+/gu) ?? []) {
      const key = plainWord(word)
      if (key.length > 1 && !all.has(key)) all.set(key, month)
    }
  }
  for (const [name, month] of others) add(name, month)
  for (const locale of locales)
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2024, month - 1, 15)).find(({ type }) => type === 'month')
        if (part && /\p{L}/u.test(part.value)) add(part.value, month)
      }
    }
  // Particles that stand beside months in some languages.
  for (const word of ['de', 'month', 'thang', 'tháng', '月', '월']) all.delete(plainWord(word))
  return all
}

/** Lower case, without accents and points, so that "Août", "aout" and "AOÛT" are one. Vowels of Asia are no accents. */
function plainWord(word: string): string {
  return inNormalForm(word.toLowerCase(), 'NFD').replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g, '')
}

const halves: readonly (readonly [RegExp, 'am' | 'pm'])[] = [
  [/^(?:a\.?\s?m\.?|오전|午前|上午|πμ|π\.μ\.|ص|de\.?|म\.पू\.)$/i, 'am'],
  [/^(?:p\.?\s?m\.?|오후|午後|下午|μμ|μ\.μ\.|م|du\.?)$/i, 'pm'],
]

export const meridiems = {
  pattern: /(?<![\p{L}])(?:[ap]\.?\s?m\.?|오[전후]|午[前後]|[上下]午|[πμ]\.?μ\.?|[صم])(?![\p{L}])/giu,
  halfOf(word: string): 'am' | 'pm' | undefined {
    return halves.find(([pattern]) => pattern.test(word))?.[1]
  },
}

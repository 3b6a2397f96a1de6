/** Countries, as ISO 3166 names them by two letters. */
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** Whether a code in capitals is a country's; `ZZ` stands for none. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && names.of(code) !== undefined
}

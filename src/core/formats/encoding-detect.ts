/** Guessing an encoding from bytes alone, for documents that declare none. */

const sampleLength = 16_384
const fewest = 10
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text, if every byte is right. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The likeliest encoding of bytes that are not UTF-8: a WHATWG name, windows-1252 when nothing speaks for another.
 * Accented letters stand alone among ASCII ones; the letters of other scripts stand together.
 */
export function detectEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleLength)
  const { high, together } = highBytes(sample)
  if (high < fewest) return 'windows-1252'
  return together / high < 0.4 ? best(sample, latin, 0) : best(sample, scripts, 0.25)
}

/**
 * The commonest characters of what is written in each encoding. Kana and Hangul tell Japanese and Korean apart from
 * Chinese; of the alphabets, the most frequent letters of the language.
 */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['euc-jp', /[\u3041-\u3096\u30a1-\u30fc、。]/g],
  ['shift_jis', /[\u3041-\u3096\u30a1-\u30fc、。]/g],
  ['euc-kr', /[이다는가을의에로하고한지기은도를사리자인스아대서정부시해일어]/g],
  [
    'gb18030',
    /[的一是不了人我在有他这中大来上个国和也子时道说出会学公司年日月新发，。网文章用户们为以到对可过能行成面经法方业定社生本务工作点高下]/g,
  ],
  [
    'big5',
    /[的一是不了人我在有他這中大來上個國和也子時道說出會學公司年日月新發，。網文章用戶們為以到對可過能行成面經法方業定社生本務工作點高下]/g,
  ],
  ['koi8-r', /[оеаинтсрвл]/g],
  ['windows-1251', /[оеаинтсрвл]/g],
  ['windows-1255', /[יוהלאמתרשב]/g],
  ['windows-1256', /[اليمنوترب]/g],
  ['windows-874', /[านรอกเงมยลดัทวต่้]/g],
  ['windows-1253', /[αοιετσνηυρ]/g],
]

const latin: readonly (readonly [string, RegExp])[] = [
  ['windows-1252', /[à-öø-ÿßÄÖÜÉÀœ’“”–—…«»©®°\u00a0]/g],
  ['windows-1250', /[ąćęłńśźżščřžýáíéúůěďťňőű„”]/g],
  ['windows-1254', /[ğışçöüİŞ]/g],
]

function best(sample: Uint8Array, candidates: readonly (readonly [string, RegExp])[], least: number): string {
  let winner = 'windows-1252'
  let most = least
  for (const [encoding, letters] of candidates) {
    const text = decodesAs(sample, encoding, sample.length === sampleLength)
    const score =
      text === undefined ? 0 : (text.match(letters)?.length ?? 0) / (text.match(/[^\x00-\x7f]/g)?.length ?? 1)
    if (score > most + 0.02) {
      winner = encoding
      most = score
    }
  }
  return winner
}

function highBytes(bytes: Uint8Array): { high: number; together: number } {
  let high = 0
  let together = 0
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 128) continue
    high += 1
    if ((bytes[at - 1] ?? 0) > 127 || (bytes[at + 1] ?? 0) > 127) together += 1
  }
  return { high, together }
}

/** Undefined where a byte is wrong. A sample may end inside a character, a whole document not. */
function decodesAs(bytes: Uint8Array, encoding: string, sample = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: sample })
  } catch {
    return undefined
  }
}

/** Guessing an encoding from bytes alone, for documents that declare none. */

const strict = new Map<string, TextDecoder>()

export function isUtf8(bytes: Uint8Array): boolean {
  return decodesAs(bytes, 'utf-8') !== undefined
}

/**
 * The likeliest encoding of bytes that are not UTF-8: the one whose letters, read so, look most like a language.
 * A WHATWG name, windows-1252 when nothing speaks for another.
 */
export function detectEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536)
  let best = 'windows-1252'
  let most = 0
  for (const [encoding, letters] of candidates) {
    const text = decodesAs(sample, encoding)
    const score = text === undefined ? 0 : likeness(text, letters)
    if (score > most + 0.02) {
      best = encoding
      most = score
    }
  }
  return best
}

/**
 * Per encoding, the characters common in what is written in it. Multi-byte encodings come first: bytes that pass as
 * one and give common characters are hardly anything else.
 */
const candidates: readonly (readonly [string, RegExp])[] = [
  ['euc-jp', /[\u3041-\u3096\u30a1-\u30fc]/g],
  ['shift_jis', /[\u3041-\u3096\u30a1-\u30fc]/g],
  ['euc-kr', /[\uac00-\ud7a3]/g],
  ['gb18030', /[的一是不了人我在有他这中大来上个国和也子时道说出会学公司年日月新发]/g],
  ['big5', /[的一是不了人我在有他這中大來上個國和也子時道說出會學公司年日月新發]/g],
  ['koi8-r', /[а-яё]/g],
  ['windows-1251', /[а-яёіїєґў]/g],
  ['windows-1255', /[א-ת]/g],
  ['windows-1256', /[ء-ي]/g],
  ['windows-874', /[ก-๛]/g],
  ['windows-1253', /[ά-ώ]/g],
  ['windows-1252', /[à-öø-ÿßœ’“”–—…«»©®°]/g],
  ['windows-1250', /[ąćęłńśźżščřžýáíéúůěďťňőű]/g],
  ['windows-1254', /[ğışçöü]/g],
]

/** Of the characters above ASCII, the share that these letters are, weighed down for rare alphabets of one byte. */
function likeness(text: string, letters: RegExp): number {
  const high = text.match(/[^\x00-\x7f]/g)?.length ?? 0
  if (high === 0) return 0
  const good = text.match(letters)?.length ?? 0
  const ideographs = /[的]/.test(letters.source) ? (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) : 0
  const share = ideographs > 0 ? (0.5 * ideographs + 3 * good) / high : good / high
  return Math.min(share, 1)
}

function decodesAs(bytes: Uint8Array, encoding: string): string | undefined {
  let decoder = strict.get(encoding)
  if (!decoder) {
    decoder = new TextDecoder(encoding, { fatal: true })
    strict.set(encoding, decoder)
  }
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

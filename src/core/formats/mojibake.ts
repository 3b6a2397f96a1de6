/** Text that was read in the wrong encoding on its way and kept so: `donâ€™t` for `don’t`. */

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on. */
const between = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const bytesOf = new Map([...between].map((letter, index) => [letter.charCodeAt(0), 0x80 + index]))
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Control characters that stand for Windows-1252's punctuation, in a text that claims to be something else. */
export function withoutControls(text: string): string {
  return /[\x80-\x9f]/.test(text)
    ? text.replace(/[\x80-\x9f]/g, (control) => between[control.charCodeAt(0) - 0x80] ?? control)
    : text
}

/**
 * Undoes UTF-8 that was taken for Windows-1252. Only when every letter above ASCII fits: "AMANHÃ…" is good Portuguese.
 */
export function repaired(text: string): string {
  for (const lead of 'ÃÂ') if (!mayLead(text, text.indexOf(lead))) return text
  if (!text.includes('â€') && !text.includes('Ã') && !text.includes('Â') && !text.includes('â\u0080')) return text
  const bytes = new Uint8Array(text.length)
  let sequences = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const byte = unit < 256 ? unit : bytesOf.get(unit)
    if (byte === undefined) return text
    if (byte >= 0xc2) sequences += byte >= 0xe0 ? 2 : 1
    bytes[index] = byte
  }
  if (sequences < 2) return text
  try {
    return decoder.decode(bytes)
  } catch {
    return text
  }
}

/** Whether what stands there begins a character in two bytes: "NÃO" and "Âme" do not. */
function mayLead(text: string, at: number): boolean {
  if (at === -1) return true
  const next = text.charCodeAt(at + 1)
  const byte = next < 256 ? next : bytesOf.get(next)
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf
}

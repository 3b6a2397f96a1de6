/** What single letters are in XML's markup, and where runs of them end. Offsets in, offsets out. */

export const code = {
  tab: 9,
  space: 32,
  bang: 33,
  quote: 34,
  ampersand: 38,
  apostrophe: 39,
  slash: 47,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
}

export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code >= 128
}

export function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > code.space) return false
  return true
}

export function nameEnd(text: string, from: number): number {
  let at = from
  for (
    let next = text.charCodeAt(at);
    next > code.space && next !== code.greater && next !== code.slash && next !== code.less;
    next = text.charCodeAt(at)
  )
    at += 1
  return at
}

export function attributeNameEnd(text: string, from: number): number {
  let at = from
  for (
    let next = text.charCodeAt(at);
    next > code.space && next !== code.equals && next !== code.greater && next !== code.slash && next !== code.less;
  )
    next = text.charCodeAt(++at)
  return at
}

export function skipSpace(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) <= code.space) at += 1
  return at
}

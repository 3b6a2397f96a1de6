/** Unicode's normal forms (UAX 15), for text that anybody may have written. */

/** More marks on one letter nobody writes: the limit of the Stream-Safe Text Format (UAX 15, 13). */
const mostMarks = 30
const manyMarks = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu')

/**
 * The text in a normal form, with no more than thirty marks in a row. Bringing marks into their order takes time with the
 * square of their number: half a megabyte of them would keep a process busy for minutes.
 */
export function inNormalForm(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  return (text.length > mostMarks ? text.replace(manyMarks, '$1') : text).normalize(form)
}

/**
 * The tags of safe HTML, one after the other. `sanitise` wrote them: small letters, a pointed bracket at each end, and
 * none anywhere else. A search for each of the two finds them; no expression is run, and nothing is made for a tag.
 */
const [slash, a, z, zero, nine] = [0x2f, 0x61, 0x7a, 0x30, 0x39]

export class SafeTags {
  /** Of the tag that `next` found: its name, whether it is an end tag, and where it stands. */
  name = ''
  closes = false
  start = 0
  end = 0
  readonly #html: string

  /** A piece of safe HTML will do, from between two tags or in the middle of a text. */
  constructor(html: string) {
    this.#html = html
  }

  /** Goes to the next tag; false where there is none. */
  next(): boolean {
    const html = this.#html
    for (let at = html.indexOf('<', this.end); at >= 0; at = html.indexOf('<', at + 1)) {
      const closes = html.charCodeAt(at + 1) === slash
      const from = closes ? at + 2 : at + 1
      const first = html.charCodeAt(from)
      if (!(first >= a && first <= z)) continue
      let to = from + 1
      while (isName(html.charCodeAt(to))) to += 1
      const last = html.indexOf('>', to)
      if (last < 0) return false
      this.name = html.slice(from, to)
      this.closes = closes
      this.start = at
      this.end = last + 1
      return true
    }
    return false
  }

  /** The value of the tag's attribute as it is written; undefined where it has none of that name. */
  attribute(name: string): string | undefined {
    const sign = ` ${name}="`
    const from = this.#html.indexOf(sign, this.start)
    if (from < 0 || from >= this.end) return undefined
    const start = from + sign.length
    return this.#html.slice(start, this.#html.indexOf('"', start))
  }
}

function isName(code: number): boolean {
  return (code >= a && code <= z) || (code >= zero && code <= nine)
}

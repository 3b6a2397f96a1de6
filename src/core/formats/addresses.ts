/** Addresses as documents write them, made absolute. */

/** Needs no parsing: absolute, ASCII, nothing to escape. */
const plain = /^https?:\/\/[a-z0-9.-]+(?::\d+)?\/[\w./?&=%#~+,;:@!$'()*-]*$/

/**
 * An address against its base (WHATWG URL), undefined when it is none. What needs no resolving stays as it is written,
 * because ids and links are compared as strings.
 */
export function resolve(written: string, base: string | undefined): string | undefined {
  const address = written.trim()
  if (plain.test(address)) return address
  if (address === '' && base === undefined) return undefined
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) {
    if (URL.canParse(address)) return /^https?:/i.test(address) ? tidy(address) : address
    return undefined
  }
  return base === undefined ? undefined : URL.parse(address, base)?.href
}

/** As `resolve`, but what cannot be resolved stays what it is: better a relative link than none. */
export function absolute(written: string, base: string | undefined): string {
  return resolve(written, base) ?? written.trim()
}

function tidy(address: string): string {
  return /[\s<>"\\^`{|}]|[^\x00-\x7f]/.test(address) || /^[^/]*\/\/[^/]*[A-Z]/.test(address)
    ? (URL.parse(address)?.href ?? address)
    : address
}

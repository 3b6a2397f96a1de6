/**
 * Which characters the bytes are: byte order mark, HTTP, the first bytes' shape, XML declaration or HTML meta, and
 * detection last. What is said is believed unless the bytes contradict it. Encodings are WHATWG's, and UTF-32.
 */
import { detectEncoding, utf8Text } from './encoding-detect.ts'

export type Decoded = { text: string; encoding: string; problems: string[] }

/** How far declarations are looked for: pages put long comments first. */
const head = 16_384
/** What is a feed at first sight says nothing in a `<meta>`. */
const feedAtSight = /^\s*(?:<\?[^>]*>\s*)*(?:\{|<(?:rss|feed|rdf:rdf|opml)[\s>])/i
const latin1 = new TextDecoder('latin1')

/** Never throws: what cannot be decoded becomes U+FFFD and a problem says so. */
export function decodeBytes(bytes: Uint8Array, contentType: string | undefined): Decoded {
  const problems: string[] = []
  const mark = byteOrderMark(bytes)
  if (mark) return decodeAs(bytes.subarray(mark.length), mark.encoding, problems)
  const shape = shapeOf(bytes)
  if (shape) return decodeAs(bytes, shape, problems)

  const utf8 = utf8Text(bytes)
  const written = declaredIn(utf8?.slice(0, head) ?? latin1.decode(bytes.subarray(0, head)))
  const declared = labelled(written)
  if (written && !declared) problems.push(`unknown encoding "${written.slice(0, 40)}"`)
  for (const label of [labelled(charsetOf(contentType)), narrow(declared)]) {
    const agreed = label && agree(bytes, label, utf8, problems)
    if (agreed === 'utf-8' && utf8 !== undefined) return { text: utf8, encoding: agreed, problems }
    if (agreed) return decodeAs(bytes, agreed, problems)
  }
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', problems }
  const found = detectEncoding(bytes)
  problems.push(written ? `read as ${found}` : `no encoding is declared; read as ${found}`)
  return decodeAs(bytes, found, problems)
}

/** WHATWG's prescan of a page: the label its `<meta>` gives, if any. HTML standard, 13.2.3.2. */
export function prescanHtml(bytes: Uint8Array): string | undefined {
  return prescan(latin1.decode(bytes.subarray(0, head)))
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

/** `<` (or `{`) and the zeros around it tell wide characters apart. XML 1.0, appendix F. */
function shapeOf(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4) return undefined
  const zeros = [0, 1, 2, 3].map((index) => (bytes[index] === 0 ? '0' : 'x')).join('')
  return { '000x': 'utf-32be', x000: 'utf-32le', '0x0x': 'utf-16be', x0x0: 'utf-16le' }[zeros]
}

function decodeAs(bytes: Uint8Array, encoding: string, problems: string[]): Decoded {
  if (encoding.startsWith('utf-32'))
    return { text: decodeUtf32(bytes, encoding === 'utf-32be', problems), encoding, problems }
  const text = new TextDecoder(encoding).decode(bytes)
  if (encoding.startsWith('utf-') && text.includes('\ufffd') && !isReplacementWritten(bytes, encoding))
    problems.push(`bytes that are not ${encoding}`)
  return { text, encoding, problems }
}

/** U+FFFD may be written by the author. */
function isReplacementWritten(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function decodeUtf32(bytes: Uint8Array, bigEndian: boolean, problems: string[]): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  let bad = bytes.length % 4 !== 0
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, !bigEndian)
    const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    if (!valid) bad = true
    parts.push(valid ? String.fromCodePoint(point) : '\ufffd')
  }
  if (bad) problems.push('bytes that are not utf-32')
  return parts.join('')
}

export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1]
}

/** WHATWG's name for a label; UTF-32 too, which it leaves out. */
function labelled(label: string | undefined): string | undefined {
  const plain = label?.trim().toLowerCase()
  if (!plain || plain === 'utf-8') return plain || undefined
  if (/^(?:utf|ucs)[-_]?(?:32|4)(?:[-_]?[lb]e)?$/.test(plain)) return /le$/.test(plain) ? 'utf-32le' : 'utf-32be'
  for (const attempt of [
    plain,
    aliases[plain],
    plain.replace(/_/g, '-'),
    plain.replace(/^x-/, ''),
    plain.replace(/^cp[-_]?(?=125\d)/, 'windows-'),
  ]) {
    if (!attempt) continue
    try {
      const name = new TextDecoder(attempt).encoding
      // GBK is read as its superset.
      if (name === 'gbk') return 'gb18030'
      return name === 'replacement' ? undefined : name
    } catch {
      // The next spelling may be known.
    }
  }
  return undefined
}

const aliases: Readonly<Record<string, string>> = {
  u8: 'utf-8',
  utf: 'utf-8',
  u16: 'utf-16',
  utf16: 'utf-16',
  tis620: 'tis-620',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp932: 'shift_jis',
  latin: 'latin1',
  iso8859_1: 'latin1',
}

/** A wide encoding cannot be declared in narrow bytes that could be read: the declaration is wrong. */
function narrow(encoding: string | undefined): string | undefined {
  return encoding?.startsWith('utf-16') || encoding?.startsWith('utf-32') ? 'utf-8' : encoding
}

/** The encoding to use where `label` is claimed; undefined when the bytes deny it. */
function agree(bytes: Uint8Array, label: string, utf8: string | undefined, problems: string[]): string | undefined {
  if (label === 'utf-8') {
    if (utf8 !== undefined) return label
    problems.push('declared as utf-8, which it is not')
    // Hardly any text in another encoding holds whole characters of UTF-8: broken ones beside them are broken.
    return mostlyUtf8(bytes) ? label : undefined
  }
  // UTF-8 that is said to be Latin: hardly any other text could pass for UTF-8 by chance.
  if (/^(?:windows-125|iso-8859-)/.test(label) && utf8 !== undefined && utf8.length < bytes.length) {
    problems.push(`declared as ${label}, but it is utf-8`)
    return 'utf-8'
  }
  return label.startsWith('utf-16') || label.startsWith('utf-32') ? undefined : label
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  let broken = 0
  let whole = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0xfffd) broken += 1
    else if (unit > 127) whole += 1
  }
  return whole > 0 && whole >= broken
}

function declaredIn(text: string): string | undefined {
  const declaration = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(text)
  if (declaration) return declaration[1]
  if (feedAtSight.test(text)) return undefined
  return /<(?:!doctype\s+html|html|head|meta)\b/i.test(text) ? prescan(text) : undefined
}

function prescan(text: string): string | undefined {
  let found: string | undefined
  const tag = /<!--[\s\S]*?-->|<!-->|<(\/?[a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|<[!/?][^>]*>/gi
  for (let match = tag.exec(text); match && !found; match = tag.exec(text))
    if (match[1]?.toLowerCase() === 'meta') found = metaCharset(match[2] ?? '')
  return found
}

function metaCharset(attributes: string): string | undefined {
  const values = new Map<string, string>()
  for (const [, name = '', double, single, bare] of attributes.matchAll(
    /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g,
  ))
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  const charset = values.get('charset')
  if (charset !== undefined) return asciiCompatible(charset)
  if (values.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined
  const content = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(values.get('content') ?? '')
  return asciiCompatible(content?.[1] ?? content?.[2] ?? content?.[3])
}

/** UTF-16 in a meta means UTF-8, x-user-defined means Windows-1252. */
function asciiCompatible(label: string | undefined): string | undefined {
  const encoding = labelled(label)
  if (!encoding) return undefined
  if (encoding.startsWith('utf-16')) return 'utf-8'
  return encoding === 'x-user-defined' ? 'windows-1252' : label?.trim()
}

/** Pieces of XML that are well-formed whatever is put into them. */

/** Characters XML 1.0 does not have (section 2.2), and halves of surrogate pairs. */
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(illegal, '')
    .replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
}

/** Plain text where readers expect HTML, as in RSS's description: markup in it stays words. */
export function textAsHtml(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
}

/** A link in HTML; `more` is further attributes as they are written. */
export function htmlLink(href: string, words: string, more = ''): string {
  return `<a${more} href="${quoted(href)}">${textAsHtml(words)}</a>`
}

/** What stands between the quotes of an attribute of HTML. */
export function quoted(value: string): string {
  return textAsHtml(value).replaceAll('"', '&quot;')
}

/** `<name a="…">text</name>`; nothing at all when the text is undefined or empty and there are no attributes. */
export function element(
  name: string,
  text: string | undefined,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const written = attributesOf(attributes)
  if (!text) return written ? `<${name}${written}/>\n` : ''
  return `<${name}${written}>${xmlText(text)}</${name}>\n`
}

export function attributesOf(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${attributeText(String(value))}"`)
    .join('')
}

function attributeText(text: string): string {
  return xmlText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\n\t\r]/g, ' ')
}

export function wrap(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>\n${content}</${name}>\n`
}

/** RFC 6721: the namespace of tombstones, and one of them. */
export const tombstones = 'http://purl.org/atompub/tombstones/1.0'

export function tombstone({ id, at }: { readonly id: string; readonly at: Date }): string {
  return element('at:deleted-entry', '', { ref: id, when: at.toISOString() })
}

/** PRISM's basic vocabulary, which has a word for the number of a version; Dublin Core has none. */
export const prism = 'http://prismstandard.org/namespaces/basic/3.0/'

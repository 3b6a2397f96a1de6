/** Names and addresses of people, in the many ways feeds write both into one string. */

import { absolute } from './addresses.ts'
import type { Person } from './document.ts'
import { type Element, first, textOf, words } from './element.ts'
import { plain } from './markup.ts'

const names = words('atom:name', 'rss:name', 'foaf:name', 'itunes:name', 'at:name')
const emails = words('atom:email', 'rss:email', 'itunes:email', 'foaf:mbox')
const pages = words('atom:uri', 'atom:url', 'rss:uri', 'rss:url', 'atom:homepage', 'foaf:homepage')
const persons = words('foaf:person', 'rdf:description', 'rdf:value')

const mail = /[a-z0-9_+%.'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}|[a-z0-9_.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i

/** What is longer names nobody. */
const longestName = 1000

/** `Ann Bell <ann@x.org>`, `ann@x.org (Ann Bell)`, `ann@x.org`, `Ann Bell`; undefined when nobody is named. */
function personFrom(written: string): Person | undefined {
  if (written.length > longestName) return undefined
  const text = plain(written.includes('<') ? written.replace(/<([^<>\s]+@[^<>\s]+)>/g, '($1)') : written)
  if (text === '') return undefined
  const email = text.includes('@') ? mail.exec(text)?.[0] : undefined
  if (!email) {
    if (/^https?:\/\/\S+$/.test(text)) return { url: text }
    return { name: text }
  }
  const name = text
    .replace(email, '')
    .replace(/mailto:/i, '')
    .replace(/\(\s*\)|<\s*>|\[\s*\]/g, '')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^[\s,;:"-]+|[\s,;:"-]+$/g, '')
  return name === '' ? { email } : { name, email }
}

/** An Atom person construct (RFC 4287, 3.2), or whatever text stands in its place. */
export function personOf(element: Element): Person | undefined {
  const name = textOf(element, names)
  const email = textOf(element, emails)
  const url = textOf(element, pages)
  if (!name && !email && !url) {
    const nested = first(element, persons)
    if (nested) return personOf(nested)
    const said = personFrom([element.text, ...element.children.map((child) => child.text)].join(' '))
    // podcast:person keeps the address beside the name.
    const href = element.attributes.href?.trim()
    return said && href ? { ...said, url: absolute(href, element.base) } : said
  }
  const said = name ? personFrom(name) : undefined
  const person: Person = {}
  if (said?.name) person.name = said.name
  const address = email?.replace(/^mailto:/i, '') ?? said?.email
  if (address) person.email = address
  if (url) person.url = absolute(url, element.base)
  else if (said?.url) person.name = said.url
  return person
}

const mostPeople = 100

/** The people of these elements, each once. */
export function people(elements: readonly Element[]): Person[] | undefined {
  let found: Person[] | undefined
  for (const element of elements) {
    const person = personOf(element)
    if (!person) continue
    if (found && found.length >= mostPeople) break
    if (!found) found = [person]
    else if (
      !found.some((other) => other.name === person.name && other.email === person.email && other.url === person.url)
    )
      found.push(person)
  }
  return found
}

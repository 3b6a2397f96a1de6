/** One element of a document, and how to find what it says. */
import { vocabularyOf } from './namespaces.ts'

export type Element = {
  /** `prefix:local`, see namespaces.ts. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  /** The vocabularies its children belong to, a bit each: what is in none of them need not be looked for. */
  spoken: number
  /** Characters, references replaced; if `markup`, the elements inside as they are written. */
  text: string
  markup: boolean
  /** What `xml:base` and `xml:lang` say here. */
  readonly base: string | undefined
  readonly language: string | undefined
  /** Offsets in the document. */
  readonly start: number
  end: number
}

/** The children of every element of text. */
export const childless: Element[] = []

/** The attributes of an element without any. */
export const nothing: Readonly<Record<string, string>> = Object.freeze({})

/** The names of one thing in several vocabularies, in order of preference. */
export type Words = readonly { readonly name: string; readonly vocabulary: number }[]

export function words(...names: readonly string[]): Words {
  return names.map((name) => ({ name, vocabulary: vocabularyOf(name) }))
}

/** The first child of that name which says something; an empty one only if there is no other name. */
export function first(element: Element, words: Words): Element | undefined {
  for (const { name, vocabulary } of words) {
    if ((element.spoken & vocabulary) === 0) continue
    let empty: Element | undefined
    for (const child of element.children) {
      if (child.name !== name) continue
      if (child.text !== '' || child.children.length > 0 || child.attributes !== nothing) return child
      empty ??= child
    }
    if (empty && words.length === 1) return empty
  }
  return undefined
}

export function all(element: Element, words: Words): readonly Element[] {
  let found: Element[] | undefined
  for (const { name, vocabulary } of words) {
    if ((element.spoken & vocabulary) === 0) continue
    for (const child of element.children) if (child.name === name) found = kept(found, child)
  }
  // Told by two words, they are in the order of the document.
  if (found && words.length > 1) found.sort((a, b) => a.start - b.start)
  return found ?? childless
}

function kept(found: Element[] | undefined, child: Element): Element[] {
  if (!found) return [child]
  found.push(child)
  return found
}

/** The text of the first child of one of these names that has any, trimmed. */
export function textOf(element: Element, words: Words): string | undefined {
  for (const { name, vocabulary } of words) {
    if ((element.spoken & vocabulary) === 0) continue
    for (const child of element.children)
      if (child.name === name && child.text !== '') {
        const text = child.text.trim()
        if (text !== '') return text
      }
  }
  return undefined
}

/** One element of a document, and how to find what it says. */

export type Element = {
  /** `prefix:local`, see namespaces.ts. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
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

/** The attributes of an element without any. */
export const nothing: Readonly<Record<string, string>> = Object.freeze({})

/** The first child of that name which says something; an empty one only if there is no other. */
export function first(element: Element, ...names: readonly string[]): Element | undefined {
  for (const name of names) {
    let empty: Element | undefined
    for (const child of element.children) {
      if (child.name !== name) continue
      if (child.text !== '' || child.children.length > 0 || child.attributes !== nothing) return child
      empty ??= child
    }
    if (empty && names.length === 1) return empty
  }
  return undefined
}

export function all(element: Element, ...names: readonly string[]): Element[] {
  return element.children.filter((child) => names.includes(child.name))
}

/** The text of the first child of one of these names that has any, trimmed; names in order of preference. */
export function textOf(element: Element, ...names: readonly string[]): string | undefined {
  for (const name of names)
    for (const child of element.children)
      if (child.name === name && child.text !== '') {
        const text = child.text.trim()
        if (text !== '') return text
      }
  return undefined
}

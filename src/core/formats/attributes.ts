/** The attributes of the tag that was just read: those that declare namespaces, and those that say something. */
import { nothing } from './element.ts'
import type { Names } from './namespaces.ts'
import type { XmlTokens } from './xml.ts'

export const noDeclarations: ReadonlyMap<string, string> = new Map()

export function declarationsOf(tokens: XmlTokens): ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined
  for (let index = 0; index < tokens.attributeCount; index++) {
    const name = tokens.attributeName(index)
    if (!name.startsWith('xmlns')) continue
    if (name.length > 5 && name[5] !== ':') continue
    found ??= new Map()
    found.set(name.slice(6), tokens.attributeValue(index))
  }
  return found ?? noDeclarations
}

export function attributesOf(tokens: XmlTokens, names: Names): Readonly<Record<string, string>> {
  if (tokens.attributeCount === 0) return nothing
  const attributes: Record<string, string> = {}
  for (let index = 0; index < tokens.attributeCount; index++) {
    const name = tokens.attributeName(index)
    if (!name.startsWith('xmlns')) attributes[names.attribute(name)] = tokens.attributeValue(index)
  }
  return attributes
}

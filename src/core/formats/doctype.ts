/** What a document's own DTD declares. */
import { type Declared, decodeReferences } from './entities.ts'

const mostEntities = 500
const mostExpansion = 100_000

/**
 * General entities of an internal subset with a literal value. Entities inside entities stay unread and what all
 * references together may bring is bounded, which makes the known bombs harmless.
 */
export function declaredIn(subset: string): Declared {
  const values = new Map<string, string>()
  for (const [, name = '', double, single] of subset.matchAll(/<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    if (values.size >= mostEntities) break
    const value = double ?? single ?? ''
    if (!values.has(name))
      values.set(
        name,
        decodeReferences(value, 0, value.length, undefined, () => {}),
      )
  }
  let spent = 0
  return {
    get(name) {
      const value = values.get(name)
      spent += value?.length ?? 0
      return spent > mostExpansion ? undefined : value
    },
  }
}

/** From what the author meant to what may be shown: the outside shape of a document, its HTML sanitised. */

import { sanitise } from '../html/sanitise.ts'
import type { DocumentItem, ParsedDocument } from './document.ts'

export type CleanDocument = Omit<ParsedDocument, 'items'> & { items: CleanItem[] }
export type CleanItem = Omit<DocumentItem, 'base' | 'raw'>

/** `wireroom parse`'s shape: summaries and contents are safe HTML with absolute addresses, what is only kept is left out. */
export function clean(document: ParsedDocument): CleanDocument {
  return { ...document, items: document.items.map(cleanItem) }
}

function cleanItem(item: DocumentItem): CleanItem {
  const { base, raw: _, summary, content, ...rest } = item
  const options = base === undefined ? {} : { base }
  const cleaned: CleanItem = rest
  const safeSummary = summary === undefined ? '' : sanitise(summary, options)
  if (safeSummary) cleaned.summary = safeSummary
  const safeContent = content === undefined ? '' : sanitise(content, options)
  if (safeContent) cleaned.content = safeContent
  return cleaned
}

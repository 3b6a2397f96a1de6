/**
 * The one way in: bytes or text of any inbound document to what it says. Never throws; what goes wrong is said in
 * `problems`, and reading goes on as far as it makes sense.
 */

import { findFeeds } from './autodiscovery.ts'
import { charactersOf, mended } from './characters.ts'
import { type Dates, datesUntil } from './dates-of.ts'
import { detect, type Kind, type XmlKind } from './detect.ts'
import { type DocumentItem, type Hints, type ParsedDocument, tooMany } from './document.ts'
import { mediaType } from './encoding.ts'
import { readHFeed } from './h-feed.ts'
import { readJsonFeed } from './json-feed.ts'
import { readOpml } from './opml.ts'
import { readElements } from './tree.ts'
import { formatOf } from './versions.ts'
import { feedOf, tombstonesOf } from './xml-feed.ts'
import { itemOf } from './xml-item.ts'

/** Summaries, contents and titles are what the author meant: not sanitised. */
export function readDocument(bytes: Uint8Array, hints: Hints): ParsedDocument {
  const came = charactersOf(bytes, hints.contentType)
  const document = readText(came.text, hints)
  document.encoding = came.encoding
  document.problems = [...servedAs(document, hints), ...came.problems, ...document.problems]
  return document
}

/** As `readDocument`, for text that is decoded already. */
export function readText(text: string, hints: Hints): ParsedDocument {
  try {
    const whole = mended(text)
    const dates = datesUntil(hints.now)
    const kind = detect(whole.text)
    const document = readKind(whole.text, kind, hints, dates)
    if (kind.kind === 'xml') document.problems.unshift(...whole.problems)
    document.problems.push(...dates.problems())
    return document
  } catch (error) {
    // A fault of ours must not stop the other documents; whoever reads `problems` sees that it is one.
    return nothing('unknown', `reading failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function readKind(text: string, kind: Kind, hints: Hints, dates: Dates): ParsedDocument {
  switch (kind.kind) {
    case 'xml':
      return kind.family === 'opml' ? readOpml(text, kind.from, hints, dates) : readFeed(text, kind, hints, dates)
    case 'json':
      return readJsonFeed(text, hints, dates)
    case 'html':
      return readPage(text, hints, dates)
    case 'unknown':
      return nothing('unknown', text.trim() === '' ? 'the document is empty' : 'this is no feed of any known format')
  }
}

function readFeed(text: string, kind: XmlKind, hints: Hints, dates: Dates): ParsedDocument {
  const items: DocumentItem[] = []
  const { mostItems = Number.POSITIVE_INFINITY } = hints
  let seen = 0
  const { root, problems } = readElements(text, kind.from, {
    family: kind.family,
    base: hints.base,
    onItem: (item) => {
      seen += 1
      if (seen <= mostItems) items.push(itemOf(item, text, dates))
    },
  })
  problems.unshift(...tooMany(seen, hints))
  if (kind.preceded) problems.unshift('not well-formed: something stands before the document')
  return {
    ok: true,
    ...formatOf(root, text.slice(0, kind.start)),
    problems,
    feed: feedOf(root, dates),
    items,
    tombstones: tombstonesOf(root, dates),
  }
}

/** A page is its own feed where it holds entries; else what it offers to read is all that is wanted of it. */
function readPage(text: string, hints: Hints, dates: Dates): ParsedDocument {
  const page = readHFeed(text, hints, dates)
  const feeds = findFeeds(text, hints.base)
  return { ...page, ok: page.ok || feeds.length > 0, feeds }
}

function nothing(format: 'unknown', problem: string): ParsedDocument {
  return { ok: false, format, problems: [problem], feed: {}, items: [], tombstones: [] }
}

/** RFC 7303 and 8259: a feed served as plain text or HTML is read, and its publisher told. */
function servedAs(document: ParsedDocument, hints: Hints): string[] {
  const type = mediaType(hints.contentType)
  const isFeed = document.ok && document.format !== 'html' && document.format !== 'h-feed'
  return isFeed && (type === 'text/plain' || type === 'text/html') ? [`served as ${type}, which is no feed's type`] : []
}

/** The tags of a page, one after the other. */
import { type Handler, Parser } from 'htmlparser2'

/** The parser's time grows with the square of the elements that are open: no honest page has as many. */
const mostOpen = 1000
/** Characters between two looks at how many they are. */
const piece = 16_384

/**
 * Reads the page's tags as `handlers` says; offsets (`startIndex`, `endIndex`) are those of the page. What is nested
 * beyond reason is left unread, and so is all behind it.
 */
export function readTags(html: string, handlers: (parser: Parser) => Partial<Handler>): void {
  let open = 0
  const counting: Partial<Handler> = {
    onopentag(...told) {
      open += 1
      wanted.onopentag?.(...told)
    },
    onclosetag(...told) {
      open -= 1
      wanted.onclosetag?.(...told)
    },
    ontext: (text) => wanted.ontext?.(text),
  }
  const parser = new Parser(counting, { decodeEntities: true })
  const wanted = handlers(parser)
  for (let at = 0; at < html.length && open < mostOpen; at += piece) parser.write(html.slice(at, at + piece))
  parser.end()
}

/** What a reader of HTML tells: elements, in the order and nesting a browser would give them, and the text between. */

export type Attribute = { readonly name: string; readonly value: string }

export type Sink = {
  /** Every element that opens closes, empty ones too. Names are lower case; of two attributes of a name only the first. */
  open(name: string, attributes: readonly Attribute[]): void
  text(text: string): void
  close(): void
  /** Nothing is open: what was told so far stands. */
  mark(): void
  /** Forget what was told since the last mark: it will be told otherwise. */
  rewind(): void
}

/** The attributes that anybody asks for, each by its name: a reader need not tell the others. */
export const heeded: ReadonlyMap<string, string> = new Map(
  `href src alt title lang dir xml:lang xml:base style hidden class width height cite datetime colspan rowspan scope abbr
  span start reversed type value open hreflang loading srcset data-src data-lazy-src data-original data-srcset
  data-lazy-srcset data data-href data-url data-videoid videoid data-permalink data-instgrm-permalink name aria-label
  data-bluesky-uri data-src-cmplz data-cookieblock-src`
    .split(/\s+/)
    .map((name) => [name, name]),
)

export function attribute(attributes: readonly Attribute[], name: string): string | undefined {
  for (const one of attributes) if (one.name === name) return one.value
  return undefined
}

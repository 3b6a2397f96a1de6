/** Formats as their authors call them: alike in every language. */
export const formatNames: Readonly<Record<string, string>> = {
  rss: 'RSS',
  atom: 'Atom',
  rdf: 'RSS 1.0',
  json: 'JSON Feed',
  'h-feed': 'h-feed',
}

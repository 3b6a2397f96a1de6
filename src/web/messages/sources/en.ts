/** What the pages of sources say. */
export const sources = {
  'sources.title': 'Sources',
} as const

/** The members' directory, and the archive as one picture. */
export const directory = {
  'members.views': 'Ways to look at the members',
  'members.by.name': 'A–Z',
  'members.by.kind': 'By kind',
  'members.by.country': 'By country',
  'members.by.map': 'Map',
  'letters.label': 'To a letter',
  'members.filter.kind': 'Kind',
  'members.filter.language': 'Writes in',
  'members.filter.any': 'all',
  'members.filter.do': 'Show',
  'members.filter.none': 'No member fits this choice.',
  'members.filter.off': 'Show all members',
  'members.newest': 'newest {date}',
  'members.languages.more': { one: '{count} more', other: '{count} more' },
  'members.pages': 'Pages of this list',
  'members.page': '{title}, page {page} of {pages}',
  'members.page.before': 'Page before',
  'members.page.after': 'Next page',
  'members.more': { one: 'and {count} more', other: 'and {count} more' },
  'members.country.lede':
    'Where members say they are. Whether one says so is its own choice; those that do not are counted nowhere here.',
  'members.country.empty': 'No member says where it is.',
  'members.map.label': 'The members on a map of the world',
  'members.map.bar': '{country}: {members}',
  'members.map.skip': 'Skip the map: the same as a list',
  'members.map.ink': 'Members in a country',
  'members.map.note':
    'Every country as large as it is. Outlines simplified from Natural Earth; where borders run on this map says nothing about where they should.',

  'archive.trace.lede':
    'A stroke for every day: the longer it is, the more was published. A line is a year, and each of its twelve parts opens a month.',
  'archive.trace.most': 'The busiest day so far: {day}, with {stories}.',
  'archive.trace.month': '{month}: {stories}',
} as const

/** What moderators read. */
export const moderation = {
  'moderation.title': 'Notices',
  'moderation.lede.closed':
    'What has been decided. What was written is erased after a year, how to reach its writer after 30 days.',
  'moderation.none.closed': 'Nothing has been decided yet.',
  'moderation.open': 'What waits',
  'moderation.due': 'to be decided by {date}',
  'moderation.late': 'was to be decided by {date}',
  'moderation.decided': 'decided on {date}',
  'moderation.forgotten': 'Erased after its time',
  'moderation.came': 'Came',
  'moderation.language': 'Written in',
  'moderation.story': 'Story',
  'moderation.member': 'Member',
  'moderation.where': 'Where',
  'moderation.contact': 'Reach its writer',
  'moderation.contact.none': 'They left no way to reach them; they may look at their receipt.',
  'moderation.why': 'What was decided, and why?',
  'moderation.why.hint':
    'Whoever has the number reads exactly this, on the receipt. Write it in their language if you can, and name nobody.',
  'moderation.decide': 'Close with this decision',
  'moderation.error.missing': 'Say what was decided: the one who wrote waits for it.',
  'moderation.error.long': 'This is longer than 2,000 characters. Say it shorter.',
  'moderation.error.closed': 'Somebody else decided this one just now; their words stand below.',
} as const

/** What stands on paper alone. */
export const print = {
  'print.stood': '{address}, as it stood on {date}',
} as const

/** What set-up and settings say. */
export const settings = {
  'settings.title': 'Settings',
} as const

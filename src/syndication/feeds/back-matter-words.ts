/** The headings of what stands beside a release's text, in the release's own language where the catalogues have it. */
import type { BackMatterWords } from '../../core/formats/back-matter.ts'
import { messages } from '../../web/messages/messages.ts'

export function backMatterWords(language: string, timeZone: string): BackMatterWords {
  const t = messages(language.split('-')[0]?.toLowerCase() ?? '', timeZone)
  return {
    event: t('release.event'),
    quotes: t('release.quotes'),
    supporters: t('release.supporters'),
    notes: t('release.notes'),
    contact: t('release.contact'),
    about: (name) => t('release.about', { name }),
    moment: (at) => t.date(at, 'moment'),
  }
}

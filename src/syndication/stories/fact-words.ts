/** What the facts of a story are called where it is a file, in the words of one language. */
import type { FactWords } from '../../core/formats/write-story.ts'
import { isIssued } from '../../core/story/genre.ts'
import type { Story } from '../../core/story/story.ts'
import type { Words } from '../../web/messages/messages.ts'

/** `network` is the name of our own. */
export function factWords(t: Words, story: Story, network: string): FactWords {
  return {
    publisher: t.titled(t(isIssued(story.genre) ? 'facts.issuedBy' : 'facts.publishedBy')),
    through: t.titled(t('facts.through')),
    published: t.titled(t('facts.published')),
    original: t('credit.original'),
    here: t.titled(t('facts.received')),
    licence: t.titled(t('facts.licence')),
    genre: t.titled(t('facts.genre')),
    language: t.titled(t('facts.language')),
    version: t.titled(t('facts.version')),
    network,
    direction: t.direction,
    moment: (at) => t.date(at, 'moment'),
    genreName: (genre) => t(`genre.${genre}`),
    languageName: t.autonym,
    by: (author) => t('credit.by', { author }),
    change: ({ kind, note, at }) =>
      `${t('changes.dated', { kind: t(`changes.${kind}`), date: t.date(at, 'moment') })} ${note || t('changes.silent')}`,
  }
}

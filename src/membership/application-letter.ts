/** The letters of an application, each in its reader's language. */
import type { Letter } from '../core/letter.ts'
import { routes } from '../routes.ts'
import { compose, type Reader, written } from '../web/letter.ts'

/** We have it, and what happens next. */
export function submittedLetter(reader: Reader): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t('application.letter.subject'),
    heading: t('application.letter.title'),
    paragraphs: [t('application.letter.text'), t('application.letter.next')],
    action: { words: t('application.letter.action'), href: at(routes.application.href({})) },
    small: [t('application.letter.small')],
  })
}

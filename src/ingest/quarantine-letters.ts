/** Letters to a member's owners about a source of theirs. */
import type { Letter } from '../core/letter.ts'
import type { Source } from '../db/sources.ts'
import { routes } from '../routes.ts'
import { compose, type Reader, written } from '../web/letter.ts'
import type { QuarantineNews } from './quarantine.ts'
import { shortAddress } from './views/list.ts'
import { reasonWords } from './views/quarantine.ts'

export function quarantineLetter(
  reader: Reader,
  source: Pick<Source, 'id' | 'url' | 'memberSlug' | 'memberName'>,
  news: QuarantineNews,
): Letter {
  const { t, at } = written(reader)
  const about = { source: shortAddress(source.url), member: source.memberName, network: reader.network.name }
  const text = {
    begun: () => t('letter.quarantine.begun.text', about),
    fine: () => t('letter.quarantine.fine.text', about),
    'not-theirs': () => t('letter.quarantine.not-theirs.text', about),
  }[news.kind]()
  return compose(reader, t, {
    subject: t('letter.quarantine.subject'),
    heading: t(`letter.quarantine.${news.kind}.title`),
    paragraphs: [text, ...(news.kind === 'begun' ? news.reasons.map((reason) => reasonWords({ t }, reason)) : [])],
    action: {
      words: t('letter.quarantine.action'),
      href: at(routes.ownSource.href({ member: source.memberSlug, id: source.id })),
    },
    small: [t('letter.quarantine.why')],
  })
}

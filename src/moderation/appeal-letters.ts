/** Letters about appeals: to whoever hears one outside the house, and to whoever gave one. */
import type { Letter } from '../core/letter.ts'
import type { AppealOutcome } from '../core/member/appeal.ts'
import type { Network } from '../core/network.ts'
import type { Appealed } from '../db/appeals.ts'
import { routes } from '../routes.ts'
import { compose, type Reader, said, written } from '../web/letter.ts'

import type { Outsider } from './outsider.ts'

/** Whole in itself, without a link: whoever reads it has no account here. They answer by mail to the network's staff. */
export function outsiderLetter(
  on: { readonly network: Network; readonly url: string; readonly outsider: Outsider },
  about: Appealed,
  words: string,
): Letter {
  const { network, url, outsider } = on
  const language = network.languages[0] ?? 'en'
  const reader: Reader = { network, url, mail: outsider.mail, account: { language, discreet: true } }
  const { t } = written(reader)
  return compose(reader, t, {
    subject: t('letter.outsider.subject'),
    heading: t('letter.outsider.title', { name: outsider.name }),
    paragraphs: [
      t('letter.outsider.text', { network: network.name }),
      t('letter.outsider.about', {
        what: t(`appeal.${about.kind}`),
        name: about.name,
        date: t.date(about.decidedAt, 'day'),
      }),
      ...(about.ground ? [t('letter.measure.ground', { ground: t(`ground.${about.ground}`) })] : []),
      t('letter.outsider.told'),
      ...said(about.words),
      t('letter.outsider.said'),
      ...said(words),
    ],
    small: [t('letter.outsider.answer')],
  })
}

/** To whoever gave it: what was found. */
export function appealLetter(reader: Reader, outcome: AppealOutcome, answer: string): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t('letter.appeal.subject'),
    heading: t(`letter.appeal.${outcome}`),
    paragraphs: said(answer),
    action: { words: t('letter.appeal.action'), href: at(routes.appeal.href({})) },
    small: [t('letter.appeal.last')],
  })
}

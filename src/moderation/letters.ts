/** The letters of this room, each in its reader's language. */
import type { Letter } from '../core/letter.ts'
import type { Measure } from '../core/member/measure.ts'
import type { Decision } from '../db/decisions.ts'
import { routes } from '../routes.ts'
import { compose, type Reader, said, written } from '../web/letter.ts'

/** To an applicant: they are in, are asked, or are refused. `slug`: of the member that was made. */
export function decisionLetter(reader: Reader, { kind, words }: Pick<Decision, 'kind' | 'words'>, slug = ''): Letter {
  const { t, at } = written(reader)
  const told = said(words)
  switch (kind) {
    case 'approved':
      return compose(reader, t, {
        subject: t('letter.approved.subject'),
        heading: t('letter.approved.title'),
        paragraphs: [t('letter.approved.text', { network: reader.network.name }), ...told],
        action: { words: t('letter.approved.action'), href: at(routes.memberProfile.href({ member: slug })) },
        small: [t('letter.approved.next')],
      })
    case 'returned':
      return compose(reader, t, {
        subject: t('letter.returned.subject'),
        heading: t('letter.returned.title'),
        paragraphs: [t('letter.returned.text'), ...told],
        action: { words: t('letter.returned.action'), href: at(applicationPath) },
        small: [t('letter.returned.kept')],
      })
    case 'refused':
      return compose(reader, t, {
        subject: t('letter.refused.subject'),
        heading: t('letter.refused.title'),
        paragraphs: [...told, t('letter.refused.appeal')],
        action: { words: t('letter.refused.action'), href: at(routes.appeal.href({})) },
        small: [t('letter.refused.kept')],
      })
    case 'held':
      throw new TypeError('Nobody is told of a hold.')
  }
}

/** Where an applicant finds their application. */
const applicationPath = '/join/application'

/** To whoever owns a member about which, or about whose story, somebody gave notice. Who that was is not told. */
export function noticeLetter(reader: Reader, { name }: { readonly name: string }, why: string): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t('letter.notice.subject'),
    heading: t('letter.notice.title'),
    paragraphs: [t('letter.notice.text', { member: name }), ...said(why)],
    action: { words: t('letter.notice.action'), href: at(routes.notice.href({})) },
    small: [t('letter.notice.who')],
  })
}

/** To whoever owns a member: a warning, a suspension, its end, its removal. */
export function measureLetter(
  reader: Reader,
  { kind, words, ground, stories, until, name }: Measure & { readonly name: string },
): Letter {
  const { t, at } = written(reader)
  const last = kind === 'suspend' && until !== '' ? t('letter.suspend.until', { date: t.day(until, 'day') }) : undefined
  const open = kind === 'suspend' && until === '' ? t('letter.suspend.open') : undefined
  const what = kind === 'suspend' ? t(stories === 'held' ? 'letter.suspend.held' : 'letter.suspend.stay') : undefined
  const gone =
    kind === 'remove' ? t(stories === 'withdrawn' ? 'letter.remove.withdrawn' : 'letter.remove.stay') : undefined
  const because = ground && kind !== 'end' ? t('letter.measure.ground', { ground: t(`ground.${ground}`) }) : undefined
  const mayAppeal = kind === 'suspend' || kind === 'remove'
  return compose(reader, t, {
    subject: t(`letter.${kind}.subject`),
    heading: t(`letter.${kind}.title`),
    paragraphs: [t(`letter.${kind}.text`, { member: name }), because, ...said(words), last, open, what, gone].flatMap(
      (words) => words ?? [],
    ),
    action: mayAppeal
      ? { words: t('letter.refused.action'), href: at(routes.appeal.href({})) }
      : kind === 'end'
        ? { words: t('letter.end.action'), href: at(routes.desk.href({})) }
        : undefined,
    small: mayAppeal ? [t('letter.measure.appeal')] : [],
  })
}

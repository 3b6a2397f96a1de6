/** The letters of this room, each in its reader's language. */
import type { DoorLetter } from '../core/account/door-letter.ts'
import type { Letter } from '../core/letter.ts'
import { routes } from '../routes.ts'
import { withQuery } from '../web/context.ts'
import { compose, type Reader, written } from '../web/letter.ts'

/** A link to sign in with. */
export function signInLetter(reader: Reader, token: string, to: string): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t('letter.link.subject'),
    heading: t('letter.link.title'),
    paragraphs: [t('letter.link.text')],
    action: {
      words: t('letter.link.action'),
      href: at(withQuery(routes.link.href({}), { key: token, ...(to === '/' ? {} : { to }) })),
    },
    small: [t('letter.link.unasked')],
  })
}

/** To somebody who wants to join, or whom a member wants here. `token`: of the link that makes their account. */
export function doorLetter(reader: Reader, { to, reason }: DoorLetter, token?: string): Letter {
  const { t, at } = written(reader)
  const href = token === undefined ? to : withQuery(routes.link.href({}), { key: token, to: placeFor(reader, to) })
  const { kind } = reason
  return compose(reader, t, {
    subject: t(`letter.door.${kind}.subject`),
    heading: t(`letter.door.${kind}.title`),
    paragraphs: [
      reason.kind === 'join'
        ? t('letter.door.join.text')
        : reason.kind === 'invited'
          ? t('letter.door.invited.text', { member: reason.member, network: reader.network.name })
          : t('letter.door.seat.text', { member: reason.member, role: t(`seat.${reason.role}`) }),
    ],
    action: { words: t(`letter.door.${kind}.action`), href: at(href) },
    small: [t(`letter.door.${kind === 'join' ? 'unasked' : 'unwanted'}`)],
  })
}

/** Where somebody comes in, in their language. `to`: a path of ours without one. */
export function placeFor(reader: Reader, to: string): string {
  return written(reader).at(to).slice(reader.url.length)
}

/** To somebody who is to belong to the staff. */
export function invitationLetter(reader: Reader, token: string): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t('letter.invitation.subject'),
    heading: t('letter.invitation.title'),
    paragraphs: [t('letter.invitation.text')],
    action: { words: t('letter.invitation.action'), href: at(withQuery(routes.invitation.href({}), { key: token })) },
    small: [t('letter.invitation.unasked')],
  })
}

/** To oneself: whether letters arrive. */
export function testLetter(reader: Reader): Letter {
  const { t } = written(reader)
  return compose(reader, t, {
    subject: t('letter.test.subject'),
    heading: t('letter.test.title'),
    paragraphs: [t('letter.test.text')],
    action: undefined,
    small: [],
  })
}

/** To a new address: whoever reads there says that it is theirs. */
export function newMailLetter(reader: Reader, token: string): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t('letter.new-mail.subject'),
    heading: t('letter.new-mail.title'),
    paragraphs: [t('letter.new-mail.text')],
    action: { words: t('letter.new-mail.action'), href: at(withQuery(routes.newMail.href({}), { key: token })) },
    small: [t('letter.new-mail.unasked')],
  })
}

/** To the old address. The new one is not named: whoever reads here may be somebody else by now. */
export function mailChangedLetter(reader: Reader): Letter {
  return notice(reader, 'mail')
}

export function passwordChangedLetter(reader: Reader, isSet: boolean): Letter {
  return notice(reader, isSet ? 'password' : 'no-password')
}

export function goodbyeLetter(reader: Reader): Letter {
  return notice(reader, 'goodbye')
}

/** What was done, to whom it concerns, and what to do if it was somebody else. */
function notice(reader: Reader, what: 'mail' | 'password' | 'no-password' | 'goodbye'): Letter {
  const { t, at } = written(reader)
  return compose(reader, t, {
    subject: t(`letter.${what}.subject`),
    heading: t(`letter.${what}.title`),
    paragraphs: [t(`letter.${what}.text`)],
    action: undefined,
    small: [t('letter.not-you', { address: at(routes.notice.href({})) })],
  })
}

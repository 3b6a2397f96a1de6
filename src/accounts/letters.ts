/** The letters of this room, each in its reader's language. */
import type { Network } from '../core/network.ts'
import type { Account } from '../db/accounts.ts'
import type { Letter } from '../net/mail.ts'
import { routes } from '../routes.ts'
import { withQuery } from '../web/context.ts'
import { inLanguage, spokenLanguages } from '../web/language-path.ts'
import { letter } from '../web/letter.ts'
import { messages, type Words } from '../web/messages/messages.ts'

/** Whom a letter is for. */
export type Reader = {
  readonly account: Pick<Account, 'language' | 'discreet'>
  readonly mail: string
  readonly network: Network
  readonly url: string
}

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

/** The language a letter is written in, and where its links lead. */
export function written({ account, network, url }: Reader): { t: Words; at: (path: string) => string } {
  const spoken = spokenLanguages(network)
  const language = spoken.find((tag) => tag === account.language) ?? spoken[0] ?? 'en'
  return {
    t: messages(language, network.timeZone, network.words),
    at: (path) => url + inLanguage(network, language, path),
  }
}

type Said = Omit<Parameters<typeof letter>[1], 'preview'>

/** Discreet letters keep the network's name out of what shows on a locked screen: subject and first words. */
export function compose({ account, mail, network, url }: Reader, t: Words, said: Said): Letter {
  const subject = account.discreet
    ? said.subject
    : t('letter.subject', { subject: said.subject, network: network.name })
  const small = [...said.small, t('letter.from', { network: network.name, host: new URL(url).host })]
  return {
    to: mail,
    language: t.language,
    ...letter(t, { ...said, subject, preview: said.heading, small }),
  }
}

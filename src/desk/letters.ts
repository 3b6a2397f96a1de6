/** The letters of the desk: to supporters, who need no account, and to whoever wrote a draft. */
import type { AccountId } from '../core/id.ts'
import type { Letter } from '../core/letter.ts'
import type { Network } from '../core/network.ts'
import { findAccount } from '../db/accounts.ts'
import type { Tx } from '../db/connection.ts'
import type { Draft } from '../db/drafts.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { routes } from '../routes.ts'
import { withQuery } from '../web/context.ts'
import { compose, type Reader, said, written } from '../web/letter.ts'
import { stepHref } from './draft-layout.ts'

export type Sending = { readonly secret: string; readonly network: Network; readonly url: string }

export type SupportAsked = {
  readonly supporter: string
  readonly member: string
  readonly headline: string
  readonly token: string
  readonly until: Date
}

/** Whether somebody stands behind a text. Nothing is done unless they say so. */
export function supportLetter(reader: Reader, asked: SupportAsked): Letter {
  const { t, at } = written(reader)
  const { supporter, member, headline, token, until } = asked
  return compose(reader, t, {
    subject: t('letter.support.subject'),
    heading: t('letter.support.title', { supporter }),
    paragraphs: [
      t('letter.support.text', { member, headline, supporter }),
      t('letter.support.how', { date: t.date(until, 'day') }),
    ],
    action: { words: t('letter.support.action'), href: at(withQuery(routes.supporting.href({}), { key: token })) },
    small: [t('letter.support.unasked'), t('letter.support.kept')],
  })
}

export type DraftNews = { readonly what: 'returned' | 'published'; readonly words: string; readonly href: string }

/** To whoever began a draft: it came back with an editor's words, or it is out. Nobody hears of it once they have left. */
export async function tellAuthor(
  tx: Tx,
  draft: Draft,
  { secret, network, url }: Sending,
  news: DraftNews,
): Promise<void> {
  const reader = draft.begunBy && (await readerOf(tx, draft.begunBy, { secret, network, url }))
  if (reader) await post(tx, secret, draftLetter(reader, draft.fields, news))
}

export function draftLetter(reader: Reader, fields: Pick<Draft['fields'], 'headline'>, news: DraftNews): Letter {
  const { t, at } = written(reader)
  const { what, words, href } = news
  return compose(reader, t, {
    subject: t(`letter.draft.${what}.subject`),
    heading: t(`letter.draft.${what}.title`),
    paragraphs: [t(`letter.draft.${what}.text`, { headline: fields.headline || t('desk.untitled') }), ...said(words)],
    action: { words: t(`letter.draft.${what}.action`), href: at(href) },
    small: [],
  })
}

export function draftHref(draft: Draft): string {
  return stepHref(draft, 'check')
}

async function readerOf(tx: Tx, id: AccountId, { secret, network, url }: Sending): Promise<Reader | undefined> {
  const account = await findAccount(tx, id)
  return account && { account, mail: readIdentity(secret, id, account).mail, network, url }
}

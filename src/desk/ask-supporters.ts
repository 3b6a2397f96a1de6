/** Asking supporters by letter whether they stand behind a draft's text. */
import type { Tx } from '../db/connection.ts'
import type { Draft } from '../db/drafts.ts'
import { recordAct } from '../db/rights.ts'
import { askSupporter, insertSupporter, type Supporter, type SupporterId } from '../db/supporters.ts'
import { decrypt, encrypt } from '../host/encrypt.ts'
import { post } from '../host/post.ts'
import { newToken } from '../host/token.ts'
import { type Sending, supportLetter } from './letters.ts'

/** Days they have to answer. */
const daysToAnswer = 14
const day = 86_400_000

export type Asking = Sending & { readonly now: Date; readonly by: string }

export async function addSupporter(
  tx: Tx,
  draft: Draft,
  words: { readonly name: string; readonly url: string | null; readonly mail: string; readonly language: string },
  on: Asking,
): Promise<void> {
  const { mail, ...kept } = words
  const id = await insertSupporter(tx, { draft: draft.id, ...kept }, on.now)
  await ask(tx, draft, { id, name: kept.name, language: kept.language }, mail, on)
}

/** False when it is forgotten whom to ask. */
export async function askAgain(tx: Tx, draft: Draft, supporter: Supporter, on: Asking): Promise<boolean> {
  if (!supporter.mail) return false
  await ask(tx, draft, supporter, decrypt(on.secret, placeOf(supporter.id), supporter.mail), on)
  return true
}

async function ask(
  tx: Tx,
  draft: Draft,
  { id, name, language }: Pick<Supporter, 'id' | 'name' | 'language'>,
  mail: string,
  on: Asking,
): Promise<void> {
  const { secret, now, network, url } = on
  // Counted whatever becomes of the draft: who takes a supporter off again has written to them all the same.
  await recordAct(tx, { actedAt: now, actedBy: on.by, act: 'ask supporter', about: draft.memberSlug })
  const { token, tokenHash } = newToken()
  const until = new Date(now.getTime() + daysToAnswer * day)
  await askSupporter(tx, id, { mail: encrypt(secret, placeOf(id), mail), tokenHash, at: now, until })
  const reader = { account: { language, discreet: true }, mail, network, url }
  const { memberName: member, fields } = draft
  await post(tx, secret, supportLetter(reader, { supporter: name, member, headline: fields.headline, token, until }))
}

function placeOf(id: SupporterId): string {
  return `supporter ${id} mail`
}

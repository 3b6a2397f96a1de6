/** Sessions: begun with a new token every time somebody proves who they are, so that none can be planted beforehand. */
import type { Visitor } from '../core/account/visitor.ts'
import type { AccountId, SessionId } from '../core/id.ts'
import type { Db, Tx } from '../db/connection.ts'
import { newId } from '../db/new-id.ts'
import { deleteSession, findSession, insertSession, touchSession, type Way } from '../db/sessions.ts'
import { calledName, readIdentity } from '../host/identity.ts'
import { hashToken, newToken } from '../host/token.ts'

const day = 86_400_000
/** Unused for so long, or so old, a session is over. */
const longest = { idle: 30 * day, all: 180 * day }
/** `half`: the code of the authenticator is still owed. Ten minutes are enough to type it. */
const longestHalf = 10 * 60_000
/** How exactly it is known when a session was used last: no line of what somebody did is kept. */
const seenEvery = 3_600_000

export type Begin = {
  readonly account: AccountId
  readonly way: Way
  readonly now: Date
  readonly isHalf?: boolean
  /** The session of this browser until now, which ends. */
  readonly instead?: Pick<Visitor, 'account' | 'session'> | undefined
}

/** Answers the token for the browser's cookie. */
export async function beginSession(tx: Tx, { account, way, now, isHalf = false, instead }: Begin): Promise<string> {
  if (instead) await deleteSession(tx, instead.account, instead.session)
  const { token, tokenHash } = newToken()
  await insertSession(tx, {
    id: newId<SessionId>(now),
    tokenHash,
    accountId: account,
    startedAt: now,
    expiresAt: new Date(now.getTime() + (isHalf ? longestHalf : longest.idle)),
    way,
    provedAt: now,
    isHalf,
  })
  return token
}

/** Whose session a token is; undefined when it is nobody's, or over, or only half begun. */
export async function recognise(db: Db, secret: string, token: string, now: Date): Promise<Visitor | undefined> {
  const session = await findSession(db, hashToken(token), now)
  if (!session || session.isHalf) return undefined
  if (now.getTime() - session.seenAt.getTime() > seenEvery) {
    const end = Math.min(now.getTime() + longest.idle, session.startedAt.getTime() + longest.all)
    await touchSession(db, session.id, { at: now, expiresAt: new Date(end) })
  }
  const { accountId, language, rights, seats, isApplying, provedAt } = session
  const name = calledName(readIdentity(secret, accountId, session))
  return { account: accountId, name, language, rights, seats, isApplying, session: session.id, provedAt }
}

/** A session that waits for its second step. */
export type HalfSession = { readonly account: AccountId; readonly session: SessionId; readonly way: Way }

/** Whose half session a token is. */
export async function recogniseHalf(db: Db, token: string, now: Date): Promise<HalfSession | undefined> {
  const session = await findSession(db, hashToken(token), now)
  return session?.isHalf ? { account: session.accountId, session: session.id, way: session.way } : undefined
}

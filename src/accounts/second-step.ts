/**
 * The second step: after a password or a link, whoever has an authenticator shows its code, or a recovery code. It is
 * reached only by who has taken the first, so nobody else can use up its tries.
 */
import { findAccount, lockAccount } from '../db/accounts.ts'
import { listRecoveryCodes, takeStep, useRecoveryCode } from '../db/authenticators.ts'
import type { Db, Tx } from '../db/connection.ts'
import { countFailures, forgetFailures, recordFailure } from '../db/failed-sign-ins.ts'
import type { Way } from '../db/sessions.ts'
import { codesKeyOf, readShared, stepOfCode } from './authenticator.ts'
import { type Telling, tellHolder } from './change-letter.ts'
import { recoveryCodeHash } from './recovery-codes.ts'
import { beginSession, type HalfSession } from './session.ts'

/** Wrong codes in an hour; then the authenticator's door is closed until it is over, the others are not. */
const mostFailures = 10
const failuresCount = 3_600_000

export type SecondStep = { readonly token: string } | 'wrong' | 'closed for an hour'

/** With the authenticator's code. */
export async function showCode(db: Db, half: HalfSession, code: string, on: Telling): Promise<SecondStep> {
  const { secret, now } = on
  const key = codesKeyOf(secret, half.account)
  return await db.transaction().execute(async (tx) => {
    // One after the other: of a hundred guesses at once none goes uncounted.
    await lockAccount(tx, half.account)
    if ((await countFailures(tx, key, new Date(now.getTime() - failuresCount))) >= mostFailures)
      return 'closed for an hour'
    const account = await findAccount(tx, half.account)
    const shared = account?.totp && readShared(secret, half.account, account.totp)
    const step = shared ? stepOfCode(shared, code, now) : undefined
    if (step === undefined || !(await takeStep(tx, half.account, step))) {
      await recordFailure(tx, key, now)
      return 'wrong'
    }
    return await comeIn(tx, half, half.way, on)
  })
}

/** With a recovery code, of which there are too many to guess: no tries are counted. Its holder gets a letter. */
export async function showRecoveryCode(db: Db, half: HalfSession, code: string, on: Telling): Promise<SecondStep> {
  const { secret, now } = on
  const hash = recoveryCodeHash(secret, half.account, code)
  return await db.transaction().execute(async (tx) => {
    if (!(await useRecoveryCode(tx, half.account, hash, now))) return 'wrong'
    const { length: left } = await listRecoveryCodes(tx, half.account)
    await tellHolder(tx, half.account, on, { what: 'code-used', left })
    return await comeIn(tx, half, 'code', on)
  })
}

async function comeIn(tx: Tx, half: HalfSession, way: Way, { secret, now }: Telling): Promise<{ token: string }> {
  await forgetFailures(tx, { mailKey: codesKeyOf(secret, half.account) })
  return { token: await beginSession(tx, { account: half.account, way, now, instead: half }) }
}

/** People with accounts, as the program itself would have made them. */
import { createHasher } from '../../src/accounts/hasher.ts'
import type { Right } from '../../src/core/account/rights.ts'
import type { AccountId } from '../../src/core/id.ts'
import { insertAccount, updateAccount } from '../../src/db/accounts.ts'
import type { Db } from '../../src/db/connection.ts'
import { newId } from '../../src/db/new-id.ts'
import { grantRight } from '../../src/db/rights.ts'
import { sealMail, sealName } from '../../src/host/identity.ts'

export const testPassword = 'tests-only-password'

/** Hashing takes its time by design: once is enough for all. */
let hash: Promise<string> | undefined

export async function makeAccount(
  db: Db,
  who: { readonly mail: string; readonly name: string; readonly rights: readonly Right[] },
  on: { readonly now: Date; readonly secret: string },
): Promise<AccountId> {
  const { now, secret } = on
  const id = newId<AccountId>(now)
  hash ??= createHasher(async () => secret).hash(testPassword)
  const password = await hash
  await db.transaction().execute(async (tx) => {
    const identity = { ...sealMail(secret, id, who.mail), name: sealName(secret, id, who.name), mailConfirmedAt: now }
    const isNew = await insertAccount(tx, { id, createdAt: now, language: 'en', ...identity })
    if (!isNew) throw new Error(`${who.mail} is somebody's already.`)
    await updateAccount(tx, id, { password, passwordSetAt: now })
    for (const right of who.rights) await grantRight(tx, id, right, now, 'operator')
  })
  return id
}

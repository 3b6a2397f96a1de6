/** Letters to whoever owns a member, each in their own language. */
import type { MemberId } from '../core/id.ts'
import type { Letter } from '../core/letter.ts'
import type { Network } from '../core/network.ts'
import { findAccount } from '../db/accounts.ts'
import type { Tx } from '../db/connection.ts'
import { listSeats } from '../db/seats.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import type { Reader } from '../web/letter.ts'

export type Telling = { readonly secret: string; readonly network: Network; readonly url: string }

export async function tellOwners(
  tx: Tx,
  { secret, network, url }: Telling,
  member: MemberId,
  write: (reader: Reader) => Letter,
): Promise<void> {
  for (const { account: id, role } of await listSeats(tx, member)) {
    const account = role === 'owner' && (await findAccount(tx, id))
    if (!account) continue
    const { mail } = readIdentity(secret, account.id, account)
    await post(tx, secret, write({ account, mail, network, url }))
  }
}

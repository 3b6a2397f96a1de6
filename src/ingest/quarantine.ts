/**
 * Quarantine: a source that seems to be somebody else's now is not visited until a person has looked. What is published
 * stays. It stands as a pause, which only the end of the quarantine ends.
 */
import { Conflict } from '../core/errors.ts'
import type { MemberId } from '../core/id.ts'
import { covers, hostOfSite, type ProofWay } from '../core/member/proof.ts'
import type { TurnReason } from '../core/member/turn.ts'
import type { Network } from '../core/network.ts'
import { findAccount } from '../db/accounts.ts'
import type { Tx } from '../db/connection.ts'
import { endQuarantine as endRow, insertQuarantine, type QuarantineEnding } from '../db/quarantines.ts'
import { recordAct } from '../db/rights.ts'
import { listSeats } from '../db/seats.ts'
import { forgetTraits } from '../db/source-traits.ts'
import { findPause, listSourcesOf, lockSource, pauseSource, resumeSource, type Source } from '../db/sources.ts'
import { readIdentity } from '../host/identity.ts'
import { post } from '../host/post.ts'
import { quarantineLetter } from './quarantine-letters.ts'

const program = 'wireroom'
const why = 'It is in quarantine until staff have looked.'
const notTheirs = "It is not its member's any more."

export type QuarantineContext = {
  readonly now: Date
  readonly secret: string
  readonly network: Network
  readonly url: string
}

type Held = Pick<Source, 'id' | 'url' | 'title' | 'memberId' | 'memberSlug' | 'memberName'>

/** False when it is in quarantine already. The member's owners are told. */
export async function quarantine(
  tx: Tx,
  source: Held,
  reasons: readonly TurnReason[],
  context: QuarantineContext,
): Promise<boolean> {
  const { now } = context
  await lockSource(tx, source.id)
  if (!(await insertQuarantine(tx, source.id, reasons, now, program))) return false
  await pauseSource(tx, source.id, { at: now, by: program, why })
  const said = reasons.map(({ kind }) => kind).join(', ')
  await recordAct(tx, { actedAt: now, actedBy: program, act: 'quarantine source', about: source.url, why: said })
  await tellOwners(tx, source, context, { kind: 'begun', reasons })
  return true
}

/** Throws Conflict when somebody else has ended it meanwhile. */
export async function endQuarantine(
  tx: Tx,
  source: Held,
  end: { readonly ending: QuarantineEnding; readonly words: string; readonly by: string },
  context: QuarantineContext,
): Promise<void> {
  const { now } = context
  const { ending, words, by } = end
  await lockSource(tx, source.id)
  if (!(await endRow(tx, source.id, { at: now, by, ending, words })))
    throw new Conflict('This quarantine has ended already.')
  // As it is now, it is in order; as it was, it is compared with nothing any more.
  await forgetTraits(tx, source.id)
  const pause = await findPause(tx, source.id)
  const isOurs = pause?.why === why && pause.pausedBy === program
  if (isOurs || ending === 'not-theirs') await resumeSource(tx, source.id, now, by)
  // From here on it is staff who have stopped it, and no owner goes on with it.
  if (ending === 'not-theirs') await pauseSource(tx, source.id, { at: now, by, why: notTheirs })
  const act = ending === 'fine' ? 'end quarantine' : 'give source up'
  await recordAct(tx, { actedAt: now, actedBy: by, act, about: source.url, why: words })
  await tellOwners(tx, source, context, { kind: ending })
}

export type QuarantineNews =
  | { readonly kind: 'begun'; readonly reasons: readonly TurnReason[] }
  | { readonly kind: QuarantineEnding }

async function tellOwners(tx: Tx, source: Held, context: QuarantineContext, news: QuarantineNews): Promise<void> {
  const { secret, network, url } = context
  for (const account of await ownersOf(tx, source.memberId)) {
    const { mail } = readIdentity(secret, account.id, account)
    await post(tx, secret, quarantineLetter({ account, mail, network, url }, source, news))
  }
}

async function ownersOf(tx: Tx, member: MemberId) {
  const seats = (await listSeats(tx, member)).filter(({ role }) => role === 'owner')
  const accounts = await Promise.all(seats.map(({ account }) => findAccount(tx, account)))
  return accounts.filter((account) => account !== undefined)
}

type Stood = {
  readonly address: string
  readonly proved: { readonly way: ProofWay; readonly seen: string | null } | null
}

/** A member's proof has lapsed: its sources that no other proof speaks for are held. */
export async function quarantineUnproved(
  tx: Tx,
  member: MemberId,
  lapsed: Stood,
  others: readonly Stood[],
  context: QuarantineContext,
): Promise<void> {
  const speaks = ({ address, proved }: Stood, url: string) => proved !== null && covers({ ...proved, address }, url)
  for (const source of await listSourcesOf(tx, member))
    if (speaks(lapsed, source.url) && !others.some((other) => speaks(other, source.url)))
      await quarantine(tx, source, [{ kind: 'proof', about: hostOfSite(lapsed.address) }], context)
}

/** Looks again, once a month, whether what was proved can still be seen: a few sites an hour, one visit to each. */
import type { Clock } from '../core/clock.ts'
import type { MemberId } from '../core/id.ts'
import { afterLook, isSeenWay, type Looked } from '../core/member/proof.ts'
import type { Db, Tx } from '../db/connection.ts'
import { findMemberById } from '../db/members.ts'
import { listDueProofs, listProofs, lockProof, markChecked, type SiteProof } from '../db/site-proofs.ts'
import { routes } from '../routes.ts'
import { targetsOf } from './proof.ts'
import { type Eyes, lookFor } from './proof-look.ts'
import { inTurn, lookedOf, patienceMs } from './site-turn.ts'

const mostAtOnce = 20

/** A proof of a member's, as those need it who have sources that stand on it. */
export type Standing = Pick<SiteProof, 'address' | 'proved' | 'standing'>

export type CheckContext = Omit<Eyes, 'signal'> & {
  readonly db: Db
  readonly clock: Clock
  readonly url: string
  readonly minPollSeconds: number
  /** What follows when a proof has lapsed; `others`: the member's proofs that stand. */
  lapsed(tx: Tx, member: MemberId, proof: Standing, others: readonly Standing[]): Promise<void>
}

/** The task of every hour. Answers how many were looked at. */
export async function checkProofs(context: CheckContext): Promise<number> {
  const { db, clock } = context
  let looked = 0
  for (const proof of await listDueProofs(db, clock(), mostAtOnce)) if (await check(context, proof)) looked += 1
  return looked
}

/** False where somebody else is at the site: it comes up again in an hour. */
async function check(context: CheckContext, proof: SiteProof): Promise<boolean> {
  const { db } = context
  const { proved, claimant } = proof
  if (!proved || !isSeenWay(proved.way) || !('member' in claimant)) return false
  const look = () => lookAgain(context, proof, claimant.member)
  // A name server is asked for records: the site has nothing to do with it.
  const { host } = new URL(proved.seen ?? proof.address)
  const looked = proved.way === 'dns' ? await look() : await inTurn(context, host, `proof ${proof.id}`, look)
  if (!looked) return false
  await db.transaction().execute((tx) => conclude(tx, context, proof, claimant.member, looked))
  return true
}

async function lookAgain(context: CheckContext, proof: SiteProof, id: MemberId): Promise<Looked> {
  const { db, url } = context
  const { address, token, proved } = proof
  if (!proved || !isSeenWay(proved.way)) return 'silent'
  const member = await findMemberById(db, id)
  const faces = member ? [routes.member.href({ slug: member.slug })] : []
  const subject = { address, token, targets: targetsOf(url, token, faces), seen: proved.seen }
  const sight = await lookFor(proved.way, subject, { ...context, signal: AbortSignal.timeout(patienceMs) })
  return lookedOf(sight)
}

async function conclude(
  tx: Tx,
  context: CheckContext,
  { id }: SiteProof,
  member: MemberId,
  looked: Looked,
): Promise<void> {
  const now = context.clock()
  const proof = await lockProof(tx, id)
  if (!proof?.proved) return
  const after = afterLook(proof.standing, looked, now)
  await markChecked(tx, id, after, now)
  if (after.lapsedAt === null || proof.standing.lapsedAt !== null) return
  const others = (await listProofs(tx, { member })).filter(
    (other) => other.id !== id && other.proved !== null && other.standing.lapsedAt === null,
  )
  await context.lapsed(tx, member, proof, others)
}

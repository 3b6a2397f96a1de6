/** Looks whether a member's homes link back to its page: soon after they were named, then once a month. */
import { afterHomeLook } from '../core/member/proof.ts'
import type { Tx } from '../db/connection.ts'
import { type LookedAtHome, listDueHomes, lockHome, markHome } from '../db/homes.ts'
import { dropEditions } from '../db/notify.ts'
import { routes } from '../routes.ts'
import { type Eyes, lookFor } from './proof-look.ts'
import { inTurn, lookedOf, patienceMs, type Turns } from './site-turn.ts'

const mostAtOnce = 20

export type HomeContext = Turns & Omit<Eyes, 'signal'> & { readonly url: string }

/** Answers how many were looked at. Where somebody is at the site already, a home comes up again in an hour. */
export async function checkHomes(context: HomeContext): Promise<number> {
  const { db, clock } = context
  let looked = 0
  for (const home of await listDueHomes(db, clock(), mostAtOnce)) if (await check(context, home)) looked += 1
  return looked
}

async function check(context: HomeContext, home: LookedAtHome): Promise<boolean> {
  const { db, clock, url } = context
  const { host } = new URL(home.url)
  const subject = { address: home.url, token: '', targets: [url + routes.member.href({ slug: home.slug })] }
  const sight = await inTurn(context, host, `home ${home.id}`, () =>
    lookFor('rel-me', subject, { ...context, signal: AbortSignal.timeout(patienceMs) }),
  )
  if (!sight) return false
  await db.transaction().execute((tx) => conclude(tx, home, lookedOf(sight), clock()))
  return true
}

async function conclude(tx: Tx, { id, slug }: LookedAtHome, looked: ReturnType<typeof lookedOf>, now: Date) {
  const home = await lockHome(tx, id)
  if (!home) return
  const after = afterHomeLook(home.standing, looked, now)
  await markHome(tx, id, after, now)
  const shown = ({ verifiedAt, lapsedAt }: LookedAtHome['standing']) => verifiedAt !== null && lapsedAt === null
  if (shown(after) !== shown(home.standing)) await dropEditions(tx, [`member:${slug}`])
}

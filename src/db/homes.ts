/** Homes of members as they are looked at: whether each links back to its member's page. */
import { sql } from 'kysely'
import type { MemberId } from '../core/id.ts'
import type { HomeId } from '../core/member/profile.ts'
import type { Standing } from '../core/member/proof.ts'
import type { Db, Tx } from './connection.ts'

export type LookedAtHome = {
  readonly id: HomeId
  readonly member: MemberId
  /** The member's page. */
  readonly slug: string
  readonly url: string
  readonly standing: Standing & { readonly verifiedAt: Date | null }
}

type Row = Omit<LookedAtHome, 'standing'> & LookedAtHome['standing']

const columns = sql`h.id, h.member_id as member, m.slug, h.url, h.verified_at, h.failures, h.failing_since, h.lapsed_at`

/** Those that are due: one to a host, the longest due first. */
export async function listDueHomes(db: Db, now: Date, most: number): Promise<LookedAtHome[]> {
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (host) ${columns}, h.next_check_at, substring(lower(h.url) from '^https?://(?:www\\.)?([^/?#]+)') as host
      from member_homes h join members m on m.id = h.member_id
      where h.next_check_at <= ${now} and m.left_at is null order by host, h.next_check_at, h.id) d
    order by next_check_at, id limit ${most}`.execute(db)
  return rows.map(toHome)
}

/** Holds one still; undefined when its member took it off meanwhile. */
export async function lockHome(tx: Tx, id: HomeId): Promise<LookedAtHome | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from member_homes h join members m on m.id = h.member_id where h.id = ${id} for update of h`.execute(
    tx,
  )
  return rows[0] && toHome(rows[0])
}

export async function markHome(
  tx: Tx,
  id: HomeId,
  after: LookedAtHome['standing'] & { readonly nextCheckAt: Date },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('memberHomes')
    .set({ ...after, checkedAt: at })
    .where('id', '=', id)
    .execute()
}

function toHome({ id, member, slug, url, ...standing }: Row): LookedAtHome {
  const { verifiedAt, failures, failingSince, lapsedAt } = standing
  return { id, member, slug, url, standing: { verifiedAt, failures, failingSince, lapsedAt } }
}

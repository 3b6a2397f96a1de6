/** A draft with all that is asked about it before it is sent in, and again before it is published. */
import { plainText } from '../core/html/text.ts'
import type { Member } from '../core/member/member.ts'
import type { Network } from '../core/network.ts'
import type { Db } from '../db/connection.ts'
import type { Decision, Draft } from '../db/drafts.ts'
import { listDraftDecisions } from '../db/drafts.ts'
import { findMemberById } from '../db/members.ts'
import { findByHeadline, findLine, type Published } from '../db/releases.ts'
import { listSupporters, type Supporter } from '../db/supporters.ts'
import { checkDraft, type DraftFault } from './check-draft.ts'
import type { Read } from './read-release.ts'
import { confirmedIn, type Support, supportDigest, supportOf } from './supporting-of.ts'

export type DraftState = {
  readonly draft: Draft
  readonly member: Member
  /** What would be published; undefined while something is amiss. */
  readonly read: Read | undefined
  readonly faults: readonly DraftFault[]
  readonly supporters: readonly (Supporter & { readonly support: Support })[]
  /** A release of the member that has this headline already. */
  readonly twice: Published | undefined
  /** Of a correction: whether the story has had another version since it was begun. */
  readonly isBehind: boolean
  /** Newest first. */
  readonly decisions: readonly Decision[]
  /** Where its text leads. */
  readonly links: readonly string[]
}

export async function stateOf(
  db: Db,
  draft: Draft,
  { now, network }: { now: Date; network: Network },
): Promise<DraftState> {
  const [member, supporters, decisions] = await Promise.all([
    findMemberById(db, draft.member),
    listSupporters(db, draft.id),
    listDraftDecisions(db, draft.id),
  ])
  if (!member) throw new Error('A draft is of no member.')
  const { fields, kind, story, standing } = draft
  const named = confirmedIn(supporters, fields, now)
  const { read, faults } = await checkDraft(
    db,
    { fields, kind, supporters: named },
    { now, timeZone: network.timeZone, member: draft.memberSlug },
  )
  const digest = supportDigest(fields)
  const isNew = kind === 'first' && standing !== 'published'
  const corrected = kind !== 'first' && story ? await findLine(db, story) : undefined
  return {
    draft,
    member,
    read,
    faults,
    supporters: supporters.map((one) => ({ ...one, support: supportOf(one, digest, now) })),
    twice: isNew && fields.headline ? await findByHeadline(db, draft.member, fields.headline) : undefined,
    isBehind: corrected !== undefined && corrected.version !== draft.fromVersion,
    decisions,
    links: read ? linksIn(read.body) : [],
  }
}

function linksIn(body: string): string[] {
  const links = [...body.matchAll(/ href="([^"]+)"/g)].map(([, href = '']) => plainText(href))
  return [...new Set(links)]
}

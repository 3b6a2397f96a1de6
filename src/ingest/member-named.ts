/** Whose a source shall be, as somebody chose or typed it. */
import type { Member } from '../core/member/member.ts'
import type { Db } from '../db/connection.ts'
import { countMembers, findMembersNamed, listMembers } from '../db/members.ts'

/** Members a list to choose from may have; of more the name is typed. */
const mostListed = 300
const mostNear = 5

export type MemberNamed =
  | { readonly kind: 'member'; readonly member: Member }
  /** `near`: names that begin alike. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] }

/** The member of a slug or a name. */
export async function memberNamed(db: Db, text: string): Promise<MemberNamed> {
  const found = await findMembersNamed(db, text, mostNear)
  const [member] = found
  const isExact = member && (member.slug === text || member.name.toLowerCase() === text.toLowerCase())
  return isExact ? { kind: 'member', member } : { kind: 'unknown', near: found.map(({ name }) => name) }
}

/** Members to choose from; undefined when they are too many for that. */
export async function membersToChoose(db: Db): Promise<readonly Member[] | undefined> {
  return (await countMembers(db)) <= mostListed ? await listMembers(db) : undefined
}

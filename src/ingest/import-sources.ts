/** Adds the feeds of a list that was handed in, batch by batch: it can be watched, and goes on where it was broken off. */
import type { Clock } from '../core/clock.ts'
import type { MemberId } from '../core/id.ts'
import type { Member } from '../core/member/member.ts'
import type { Db, Tx } from '../db/connection.ts'
import { findMemberById, listMembers } from '../db/members.ts'
import {
  findImport,
  finishImport,
  type ImportId,
  type ImportLine,
  listLines,
  type SourceImport,
  setLine,
} from '../db/source-imports.ts'
import { insertFound, usualGenre } from './add-source.ts'
import { type Owners, ownersAmong } from './owner.ts'

export type ImportContext = {
  readonly db: Db
  readonly clock: Clock
  readonly minPollSeconds: number
  /** Makes a new member; undefined when there is one of that name. */
  readonly addMember: (
    tx: Tx,
    words: { readonly name: string; readonly site: string },
    on: { readonly now: Date; readonly by: string },
  ) => Promise<MemberId | undefined>
}

const batchSize = 100

export async function importSources(context: ImportContext, id: ImportId): Promise<void> {
  const { db, clock } = context
  for (;;) {
    const list = await findImport(db, id)
    const begun = list?.begun
    if (!begun || list.doneAt) return
    const batch = await listLines(db, id, { outcome: 'ready', most: batchSize })
    if (batch.length === 0) {
      await finishImport(db, id, clock())
      return
    }
    const owners = ownersAmong(await listMembers(db))
    await db.transaction().execute(async (tx) => {
      for (const line of batch) await addLine(tx, context, { list, begun, owners }, line)
    })
  }
}

type Underway = {
  readonly list: SourceImport
  readonly begun: NonNullable<SourceImport['begun']>
  readonly owners: Owners
}

async function addLine(
  tx: Tx,
  context: ImportContext,
  { list, begun, owners }: Underway,
  line: ImportLine,
): Promise<void> {
  const on = { now: context.clock(), by: list.handedInBy, minPollSeconds: context.minPollSeconds }
  const whose = await memberOf(tx, context, { list, begun, owners }, line)
  if (typeof whose === 'string') {
    await setLine(tx, list.id, line.position, { outcome: whose })
    return
  }
  const { url, title, siteUrl, language } = line
  const feed = { url, title, siteUrl: siteUrl ?? undefined, language: language ?? undefined, member: whose }
  const terms = { grant: begun.grant, agent: begun.agent, genre: usualGenre(whose.kind) }
  const sourceId = await insertFound(tx, feed, terms, on)
  await setLine(tx, list.id, line.position, {
    memberId: whose.id,
    ...(sourceId ? { outcome: 'added', sourceId } : { outcome: 'there' }),
  })
}

/** Whose a feed is, or why it becomes no source. */
async function memberOf(
  tx: Tx,
  { addMember, clock }: ImportContext,
  { list, begun, owners }: Underway,
  line: ImportLine,
): Promise<Member | 'left out' | 'name taken'> {
  const owner = line.memberId ? await findMemberById(tx, line.memberId) : owners.of([line.siteUrl, line.url])
  if (owner) return owner
  switch (begun.others) {
    case 'leave':
      return 'left out'
    case 'one':
      return (begun.memberId && (await findMemberById(tx, begun.memberId))) || 'left out'
    case 'new': {
      const site = line.siteUrl ?? new URL('/', line.url).href
      const name = line.title.trim().slice(0, 120).trim() || new URL(site).hostname
      const id = await addMember(tx, { name, site }, { now: clock(), by: list.handedInBy })
      const member = id && (await findMemberById(tx, id))
      if (!member) return 'name taken'
      owners.add(member)
      return member
    }
  }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unpack } from '../../test/support/archives.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { AccountId, MemberId } from '../core/id.ts'
import { newId } from '../db/new-id.ts'
import { sealAnswer } from '../host/application-words.ts'

test('the archive has drafts, supporters, proofs, quarantines, decisions, measures and answers', async () => {
  await using world = await newsroom()
  const { text, files } = await exported(world)
  for (const told of [
    /"headline": "Half a release"/,
    /"name": "Sailors’ Union"[\s\S]*"answer": "confirmed"/,
    /Shorter, please\./,
    /"address": "https:\/\/harbour\.example\/"[\s\S]*"token": "t{22}"/,
    /"code": "host"/,
    /Welcome to all of you\./,
    /We have been here since 1998\./,
    /No casinos\.[\s\S]*Two weeks\./,
  ])
    assert.match(text, told)
  const drafts = [...files.keys()].filter((name) => name.startsWith('drafts/'))
  assert.equal(drafts.length, 60, 'more than are in hand at once')
})

test('it has no address of others, nothing staff wrote for themselves, nothing that was decided and not said', async () => {
  await using world = await newsroom()
  const { text } = await exported(world)
  for (const kept of [/union@/, /Staff only/, /Taken back/, /Not said yet/, /account [0-9a-f]{8}-/])
    assert.doesNotMatch(text, kept)
})

/** A member of which everything is kept that can be; every text of its archive. */
async function exported(world: World): Promise<{ text: string; files: Map<string, string> }> {
  const { id } = await world.member()
  const kim = await world.account()
  await world.seat(kim, id)
  await keepApplication(world, id, kim)
  await keepDrafts(world, id, kim)
  await keepMeasures(world, id)
  const source = await world.granted({ shows: 'full', pictures: 'none' })
  const at = world.clock()
  const quarantine = { id: newId(at), sourceId: source, since: at, by: 'wireroom', words: 'Staff only' }
  await world.db
    .insertInto('quarantines')
    .values({ ...quarantine, why: JSON.stringify([{ code: 'host' }]) })
    .execute()
  const proof = { address: 'https://harbour.example/', host: 'harbour.example', token: 't'.repeat(22) }
  const proved = { way: 'moderator', provedAt: at, provedBy: `account ${kim}`, why: 'Staff only' }
  await world.db
    .insertInto('siteProofs')
    .values({ id: newId(at), memberId: id, askedAt: at, askedBy: `account ${kim}`, ...proof, ...proved })
    .execute()
  const answer = await world.get('/account/members/harbour-times/export', await world.signedIn(kim))
  const files = await unpack(await answer.arrayBuffer())
  return { files, text: [...files.values()].join('\n') }
}

async function keepApplication({ db, clock, config }: World, memberId: MemberId, accountId: AccountId) {
  const at = clock()
  const id = newId(at)
  const application = { begunAt: at, changedAt: at, interface: 'en', name: 'Harbour Times', standing: 'approved' }
  await db
    .insertInto('applications')
    .values({ id, accountId, memberId, ...application })
    .execute()
  const answer = newId(at)
  const words = sealAnswer(config.secret ?? '', answer, 'We have been here since 1998.')
  await db.insertInto('applicationAnswers').values({ id: answer, applicationId: id, answeredAt: at, words }).execute()
  const decided = { applicationId: id, kind: 'approved', decidedAt: at, decidedBy: 'account 1', why: 'Staff only' }
  const undone = { undoneAt: at, undoneBy: 'account 1' }
  await db
    .insertInto('decisions')
    .values([
      { id: newId(at), ...decided, words: 'Welcome to all of you.', carriedOutAt: at },
      { id: newId(at), ...decided, words: 'Taken back', ...undone },
      { id: newId(at), ...decided, words: 'Not said yet' },
    ])
    .execute()
}

async function keepDrafts({ db, clock }: World, memberId: MemberId, begunBy: AccountId) {
  const at = clock()
  const drafts = Array.from({ length: 60 }, () => newId(at))
  const fields = JSON.stringify({ headline: 'Half a release' })
  await db
    .insertInto('drafts')
    .values(drafts.map((id) => ({ id, memberId, begunBy, begunAt: at, changedAt: at, fields })))
    .execute()
  const [draftId = ''] = drafts
  const decided = { kind: 'returned', decidedAt: at, decidedBy: 'account 1', words: 'Shorter, please.' }
  await db
    .insertInto('draftDecisions')
    .values({ id: newId(at), draftId, ...decided })
    .execute()
  const asked = { name: 'Sailors’ Union', url: null, mail: Buffer.from('union@sea.example'), language: 'en' }
  const answered = { answer: 'confirmed', answeredAt: at, digest: 'd' }
  await db
    .insertInto('draftSupporters')
    .values({ id: newId(at), draftId, ...asked, askedAt: at, expiresAt: at, ...answered })
    .execute()
}

async function keepMeasures({ db, clock }: World, memberId: MemberId) {
  const at = clock()
  const said = { memberId, ground: 'spam', why: 'Staff only' }
  await db
    .insertInto('warnings')
    .values({ id: newId(at), ...said, warnedAt: at, warnedBy: 'account 1', words: 'No casinos.' })
    .execute()
  const ended = { endedAt: at, endedBy: 'account 1' }
  await db
    .insertInto('suspensions')
    .values({
      id: newId(at),
      ...said,
      begunAt: at,
      begunBy: 'account 1',
      words: 'Two weeks.',
      stories: 'stay',
      ...ended,
    })
    .execute()
}

import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { makeAccount } from '../../test/support/accounts.ts'
import { quickFolder } from '../../test/support/cluster.ts'
import { draftFor } from '../../test/support/drafts.ts'
import { beginSession } from '../accounts/session.ts'
import { type Config, readConfig } from '../config.ts'
import type { AccountId, EventId, MemberId, StoryId } from '../core/id.ts'
import { findWithdrawn } from '../db/gone.ts'
import { insertMedia } from '../db/media.ts'
import { newId } from '../db/new-id.ts'
import { listPublished } from '../db/published.ts'
import type { RemovalId, SuspensionId } from '../db/suspensions.ts'
import { keepDeparture, keepMemberDeparture } from '../host/departure-ledger.ts'
import { useEmbedded } from '../host/embedded.ts'
import { placeOf, stopServer } from '../host/postgres/server.ts'
import { keepRecall, readRecalls } from '../host/recall-ledger.ts'
import { readSecret } from '../host/secret.ts'
import { addMember } from '../membership/add-member.ts'
import { holdStories } from '../moderation/hold-stories.ts'
import { letBack, remove, suspend } from '../moderation/take-measure.ts'
import { publish } from '../wire/publish.ts'
import { withdraw } from '../wire/recall.ts'
import { command as backup } from './backup.ts'
import type { Command } from './command.ts'
import { command as release } from './release.ts'
import { command as restore } from './restore.ts'
import { withDatabase } from './with-database.ts'

test('what was recalled after a backup stays recalled, also where nothing ran since that could write it down', async () => {
  await using place = await room()
  const { config, file } = place
  const running = await useEmbedded(config.data, 'command')
  const [asked, killed, kept] = await publishThree(config)
  await call(config, backup, [file])
  await call(config, release, ['withdraw', asked ?? ''], { why: 'Asked to.' })
  await call(config, release, ['erase', killed ?? ''], { why: 'Somebody is in danger.' })
  // A clock that went wrong once must not bring a story back.
  await keepRecall(config.data, {
    event: '0199cccc-0000-7000-8000-000000000001' as EventId,
    kind: 'kill',
    story: asked ?? ('' as StoryId),
    at: '2001-01-01T00:00:00.000Z',
    by: 'test',
    why: 'Earlier.',
  })
  await running.release()

  const said = await call(config, restore, [file])
  assert.match(said, /3 recalls in the ledger: 3 applied again/)
  assert.doesNotMatch(said, /hunter2|wordpass/)
  assert.match(said, /SMTP_URL="smtps:\/\/desk:…@mail\.example"/)
  await withDatabase(config, async ({ db }) => {
    assert.deepEqual(
      (await listPublished(db, { limit: 9 })).map(({ id }) => id),
      [kept],
    )
    const { day, slug } = await db
      .selectFrom('publications')
      .selectAll()
      .where('storyId', '=', killed ?? '')
      .executeTakeFirstOrThrow()
    assert.equal((await findWithdrawn(db, day as unknown as string, slug))?.kind, 'kill')
    const versions = await db
      .selectFrom('versions')
      .select('body')
      .where('storyId', '=', killed ?? '')
      .execute()
    assert.deepEqual(versions, [{ body: '' }])
  })
})

test('an account erased after a backup stays erased, and every session of then is over', async () => {
  await using place = await room()
  const { config, file } = place
  const on = { now: new Date('2026-11-24T09:00:00Z'), secret: await readSecret(config) }
  const made = await withDatabase(config, async ({ db }) => {
    const kim = await makeAccount(db, { mail: 'kim@harbour.example', name: 'Kim', rights: [] }, on)
    const sam = await makeAccount(db, { mail: 'sam@harbour.example', name: 'Sam', rights: [] }, on)
    await db.transaction().execute((tx) => beginSession(tx, { account: sam, way: 'link', now: new Date() }))
    for (const [accountId, logo] of [
      [kim, 'a'.repeat(64)],
      [sam, 'b'.repeat(64)],
    ] as const) {
      await db
        .transaction()
        .execute((tx) => insertMedia(tx, { hash: logo, type: 'image/webp', width: 1, height: 1, bytes: 1 }, on.now))
      const filled = { begunAt: on.now, changedAt: on.now, interface: 'en', name: 'Lantern', logo }
      await db
        .insertInto('applications')
        .values({ id: newId(on.now), accountId, ...filled })
        .execute()
    }
    return { kim, sam }
  })
  await call(config, backup, [file])
  await keepDeparture(config.data, { account: made.kim, at: on.now.toISOString() })
  // One who had left before the backup was made is in the ledger, and not in the backup.
  await keepDeparture(config.data, { account: newId<AccountId>(on.now), at: on.now.toISOString() })
  assert.match(await call(config, restore, [file]), /Everybody signs in anew. Accounts erased since: 1\./)
  await withDatabase(config, async ({ db }) => {
    const left = await db.selectFrom('identities').select('accountId').execute()
    const sessions = await db.selectFrom('sessions').select('id').execute()
    assert.deepEqual([left, sessions], [[{ accountId: made.sam }], []])
    const applied = await db.selectFrom('applications').select('accountId').execute()
    const pictures = await db.selectFrom('media').select('hash').execute()
    assert.deepEqual([applied, pictures], [[{ accountId: made.sam }], [{ hash: 'b'.repeat(64) }]])
  })
})

test('a member that left after a backup leaves again, under the name it chose', async () => {
  await using place = await room()
  const { config, file } = place
  const [story] = await publishThree(config)
  await call(config, backup, [file])
  const member = await withDatabase(
    config,
    async ({ db }) => (await db.selectFrom('stories').select('memberId').limit(1).executeTakeFirstOrThrow()).memberId,
  )
  const departure = { at: '2026-11-24T09:00:00Z', stories: 'pseudonym', pseudonym: 'Grey Heron' } as const
  await keepMemberDeparture(config.data, { member: member as MemberId, ...departure })
  assert.match(await call(config, restore, [file]), /Members that left since: 1\./)
  await withDatabase(config, async ({ db }) => {
    const lines = await listPublished(db, { limit: 9 })
    assert.ok(lines.some(({ id }) => id === story))
    assert.deepEqual([...new Set(lines.flatMap((line) => [line.member.name, line.origin.publisher]))], ['Grey Heron'])
  })
})

test('who was suspended or removed after a backup is so again, with their stories; who was let back is so, too', async () => {
  await using place = await room()
  const { config, file } = place
  const running = await useEmbedded(config.data, 'command')
  const reasons = { by: 'account 1', ground: 'spam', why: 'Three posts.', words: 'No casinos.' } as const
  const made = await withDatabase(config, async ({ db, clock }) => {
    const now = clock()
    const on = { now, by: 'test', timeZone: 'UTC' }
    const ids: MemberId[] = []
    for (const name of ['Lantern', 'Beacon', 'Harbour']) {
      const member = await addMember(db, { name, kind: 'newspaper', site: `https://${name}.example` }, on)
      await db.transaction().execute((tx) => publish(tx, on, [draftFor(member, { headline: name }, now)]))
      ids.push(member.id)
    }
    const [lantern, beacon, harbour] = ids as [MemberId, MemberId, MemberId]
    const id = newId<SuspensionId>(now)
    const held = { ...reasons, at: now, stories: 'held', until: null } as const
    await db.transaction().execute((tx) => suspend(tx, { ...held, id, member: harbour }))
    await holdStories(db, harbour, on)
    return { lantern, beacon, harbour, held, suspension: id }
  })
  await call(config, backup, [file])
  await withDatabase(config, async ({ db, clock }) => {
    const { lantern, beacon, held, suspension } = made
    const now = clock()
    // Nothing of it is in a ledger yet, and no story was touched, when the machine breaks.
    await db.transaction().execute(async (tx) => {
      await suspend(tx, { ...held, id: newId<SuspensionId>(now), member: lantern })
      await remove(tx, { ...reasons, at: now, id: newId<RemovalId>(now), member: beacon, stories: 'withdrawn' })
      await letBack(tx, suspension, now, 'account 2')
    })
  })
  await running.release()
  assert.match(await call(config, restore, [file]), /Measures about members since [^:]*: 3\./)
  await withDatabase(config, async ({ db }) => {
    const seen = (await listPublished(db, { limit: 9 })).map(({ headline }) => headline)
    assert.deepEqual(seen, ['Harbour'])
    const inForce = await db.selectFrom('suspensions').select('memberId').where('endedAt', 'is', null).execute()
    const removed = await db.selectFrom('removals').select(['memberId', 'removedBy', 'words']).execute()
    const left = await db.selectFrom('members').select('id').where('leftAt', 'is not', null).execute()
    assert.deepEqual(inForce, [{ memberId: made.lantern }])
    assert.deepEqual(removed, [{ memberId: made.beacon, removedBy: 'account 1', words: '' }])
    assert.deepEqual(left, [{ id: made.beacon }])
    const [recalled] = await db.selectFrom('withdrawals').select('why').execute()
    assert.equal(recalled?.why, 'Its publisher was removed.')
  })
  assert.doesNotMatch(await readFile(join(config.data, 'measures.jsonl'), 'utf8'), /casino|Three posts/)
  // Put back once more, it is the same.
  assert.match(await call(config, restore, [file]), /Measures about members since [^:]*: 3\./)
})

test('a recall by command is in the ledger before any queue has run', async () => {
  await using place = await room()
  const [asked] = await publishThree(place.config)
  await call(place.config, release, ['withdraw', asked ?? ''], { why: 'Asked to.' })
  const kept = await readRecalls(place.config.data)
  assert.deepEqual(
    kept.map(({ story, kind, why }) => ({ story, kind, why })),
    [{ story: asked, kind: 'withdrawal', why: 'Asked to.' }],
  )
})

test('a recall is kept too whose job had begun in a worker that was killed', async () => {
  await using place = await room()
  const { config, file } = place
  const [asked] = await publishThree(config)
  await call(config, backup, [file])
  await withDatabase(config, async ({ db, clock }) => {
    const context = { now: clock(), by: 'test', timeZone: 'UTC' }
    await db.transaction().execute((tx) => withdraw(tx, context, asked ?? ('' as StoryId), 'Asked to.'))
    await sql`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now()`.execute(db)
  })
  assert.match(await call(config, restore, [file]), /1 recalls in the ledger: 1 applied again/)
})

async function publishThree(config: Config): Promise<StoryId[]> {
  return await withDatabase(config, async ({ db, clock }) => {
    const now = clock()
    const words = { name: 'Harbour Times', kind: 'newspaper', site: 'https://harbour.example' }
    const member = await addMember(db, words, { now, by: 'test' })
    const drafts = ['One', 'Two', 'Three'].map((headline) => draftFor(member, { headline }, now))
    return await db.transaction().execute((tx) => publish(tx, { now, by: 'test', timeZone: 'UTC' }, drafts))
  })
}

async function call(config: Config, command: Command, words: string[], options: Record<string, string> = {}) {
  const said: string[] = []
  const say = (line: unknown) => void said.push(String(line))
  const invocation = { words, options, flags: new Set<string>(), json: false }
  await command.run(invocation, { print: say, note: say, json: say }, config)
  return said.join('\n')
}

async function room() {
  const outer = await mkdtemp(join(await quickFolder(), 'wr-'))
  await chmod(outer, 0o711)
  const config = readConfig({
    WIREROOM_DATA: join(outer, 'data'),
    WIREROOM_URL: 'https://wire.example',
    SMTP_URL: 'smtps://desk:hunter2@mail.example',
    WIREROOM_METRICS_TOKEN: 'wordpass',
  })
  return {
    config,
    file: join(outer, 'backup.tar.gz'),
    async [Symbol.asyncDispose]() {
      await stopServer(placeOf(config.data), 1_000)
      await rm(outer, { recursive: true, force: true })
    },
  }
}

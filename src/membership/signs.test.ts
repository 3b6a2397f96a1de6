import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ApplicationWords, applicationOf } from '../../test/support/joining.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { ApplicationId } from '../db/applications.ts'
import { noteArrival } from '../db/arrivals.ts'
import { updateNetwork } from '../db/network.ts'
import { noteSigns } from './signs.ts'

const about =
  'We are a small monthly magazine about housing and the people who live in it, written by tenants for tenants since 2009.'

test('what stands beside an application is noted when it is sent: refused words, the site of others and of members', async () => {
  await using world = await newsroom()
  await world.member({ name: 'Harbour Post', site: 'https://www.harbour.example/' })
  const other = await applied(world, 1, {
    standing: 'refused',
    about,
    name: 'Old',
    siteUrl: 'https://harbour.example/old',
  })
  await applied(world, 2, { standing: 'draft', siteUrl: 'https://harbour.example/new', submittedAt: null })
  const id = await applied(world, 3, { about, siteUrl: 'https://harbour.example/new' })
  assert.equal(await note(world, id), 'open')
  const { signs, worked } = await kept(world, id)
  assert.deepEqual(signs, [
    { code: 'like-refused', application: other, name: 'Old', percent: 97 },
    { code: 'site-of-member', slug: 'harbour-post', name: 'Harbour Post' },
    { code: 'no-feed' },
  ])
  assert.equal(worked, false)
})

test('one’s own refused application is no sign: people decide whether they were right', async () => {
  await using world = await newsroom()
  const account = await world.account()
  await applicationOf(world, account, { standing: 'refused', about, siteUrl: 'https://a.example' })
  const again = await applicationOf(world, account, { about, siteUrl: 'https://a.example' })
  await note(world, again)
  assert.deepEqual((await kept(world, again)).signs, [{ code: 'no-feed' }])
})

test('that the browser did the work is noted of the account, and a second look writes anew', async () => {
  await using world = await newsroom()
  const account = await world.account()
  const id = await applicationOf(world, account, { siteUrl: 'https://a.example' })
  await note(world, id)
  await world.db.transaction().execute((tx) => noteArrival(tx, account, world.clock()))
  await world.db.updateTable('applications').set({ feedUrl: 'https://a.example/feed' }).execute()
  await note(world, id)
  const { signs, worked } = await kept(world, id)
  assert.deepEqual([signs, worked], [[], true])
})

test('more in a day than the network takes are a flood; the day after nobody waits for it', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { dailyApplications: 2 }))
  const paths: string[] = []
  for (let n = 0; n < 4; n += 1) paths.push(await note(world, await applied(world, n)))
  assert.deepEqual(paths, ['open', 'open', 'flood', 'flood'])
  world.clock.advance(86_401)
  assert.equal(await note(world, await applied(world, 5)), 'open')
})

test('one person is no flood, however often they take theirs back; and what was refused shuts the door to nobody', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { dailyApplications: 3 }))
  const spammer = await world.account({ mail: 'spam@x.example' })
  for (let n = 0; n < 6; n += 1) await note(world, await applicationOf(world, spammer, { standing: 'withdrawn' }))
  await note(world, await applicationOf(world, spammer))
  for (let n = 0; n < 6; n += 1) await applied(world, n, { standing: 'refused' })
  assert.equal(await note(world, await applied(world, 10)), 'open')
  assert.equal(await note(world, await applied(world, 11)), 'open')
  assert.equal(await note(world, await applied(world, 12)), 'flood')
})

test('who was asked something comes back by the path they came, however many came since', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { dailyApplications: 1 }))
  const id = await applied(world, 0)
  assert.equal(await note(world, id), 'open')
  const decision = {
    applicationId: id,
    kind: 'returned',
    decidedAt: world.clock(),
    decidedBy: 'operator',
    why: 'a test',
  }
  await world.db
    .insertInto('decisions')
    .values({ id, ...decision })
    .execute()
  for (let n = 1; n < 3; n += 1) await note(world, await applied(world, n))
  assert.equal(await note(world, id), 'open')
})

test('of two sent at the same moment the second sees the first', async () => {
  await using world = await newsroom()
  await world.db.transaction().execute((tx) => updateNetwork(tx, { dailyApplications: 1 }))
  const ids = [await applied(world, 0, { submittedAt: null }), await applied(world, 1, { submittedAt: null })]
  const paths = await Promise.all(
    ids.map((id) =>
      world.db.transaction().execute(async (tx) => {
        const path = await noteSigns(tx, id, world.clock())
        await tx.updateTable('applications').set({ submittedAt: world.clock() }).where('id', '=', id).execute()
        return path
      }),
    ),
  )
  assert.deepEqual(paths.toSorted(), ['flood', 'open'])
})

async function applied(world: World, n: number, words: ApplicationWords = {}): Promise<ApplicationId> {
  return await applicationOf(world, await world.account({ mail: `a${n}@x.example` }), words)
}

async function note(world: World, id: ApplicationId): Promise<string> {
  return await world.db.transaction().execute((tx) => noteSigns(tx, id, world.clock()))
}

async function kept(world: World, id: ApplicationId) {
  return await world.db
    .selectFrom('applications')
    .select(['signs', 'worked', 'path'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { StoryId } from '../core/id.ts'
import type { ClusterActId } from '../db/cluster-acts.ts'
import type { Tx } from '../db/connection.ts'
import { readCopies } from '../db/copies.ts'
import { clusterNext } from './cluster.ts'
import { bringTogether, tellApart, undoAct } from './cluster-rulings.ts'

const words = (about: string) =>
  `<p>${Array.from({ length: 60 }, (_, at) => `${about} ${'abcdefghij'[at % 10]}${at}`).join(' ')}.</p>`

test('an editor brings two together that the machine did not, and takes one out for good', async () => {
  await using desk = await atDesk()
  const { told, ruler, say, world } = desk
  const [first, other] = [await told('Harbour', 'shelter'), await told('Lantern', 'garden')]
  const said = await say((tx) => bringTogether(tx, first, other, ruler()))
  assert.ok(typeof said === 'object')
  assert.equal((await world.get(`/clusters/${said.cluster}`)).status, 200)
  assert.equal(await say((tx) => bringTogether(tx, other, first, ruler())), 'together')
  assert.match(await say((tx) => tellApart(tx, [other], ruler())), /^[0-9a-f-]{36}$/)
  assert.equal((await world.get(`/clusters/${said.cluster}`)).status, 404)
  assert.equal(await say((tx) => tellApart(tx, [other], ruler())), 'alone')
  const acts = await world.db.selectFrom('staffActs').select(['act', 'about', 'why']).orderBy('id').execute()
  assert.deepEqual(
    acts.map(({ act, about, why }) => `${act}: ${about}: ${why}`).toSorted(),
    [`bring together: ${first}, ${other}: a reason`, `tell apart: ${other}: a reason`].toSorted(),
  )
})

test('several taken out stay together, apart from those they leave, whatever comes', async () => {
  await using desk = await atDesk()
  const { told, ruler, say, standing } = desk
  const all = [
    await told('One', 'shelter'),
    await told('Two', 'shelter'),
    await told('Three', 'shelter'),
    await told('Four', 'shelter'),
  ] as const
  assert.deepEqual(await standing(all), ['0123'])
  await say((tx) => tellApart(tx, [all[2], all[3]], ruler()))
  assert.deepEqual(await standing(all), ['01', '23'])
  assert.equal(await say((tx) => tellApart(tx, [all[2], all[3]], ruler())), 'all', 'nobody would be left')
  assert.equal(await say((tx) => tellApart(tx, [all[0], all[3]], ruler())), 'all', 'not of one cluster')
  const fifth = await told('Five', 'shelter')
  const parts = await standing([...all, fifth])
  assert.equal(parts.join(' ').replace('4', ''), '01 23', 'with one of the two, and they stay apart')
})

test('what was said is undone: each stands where it stood, and the machine goes on from there', async () => {
  await using desk = await atDesk()
  const { told, ruler, say, standing } = desk
  const [a, b] = [await told('One', 'shelter'), await told('Two', 'shelter')]
  const [c, d] = [await told('Three', 'garden'), await told('Four', 'garden')]
  const all = [a, b, c, d]
  assert.deepEqual(await standing(all), ['01', '23'])
  const together = await say((tx) => bringTogether(tx, a, c, ruler()))
  assert.ok(typeof together === 'object')
  assert.deepEqual(await standing(all), ['0123'])
  const fifth = await told('Five', 'garden')
  assert.deepEqual(await standing([...all, fifth]), ['01234'])
  assert.equal(await say((tx) => undoAct(tx, together.act, ruler())), 'undone')
  assert.deepEqual(await standing([...all, fifth]), ['01', '234'], 'who came since goes where its text is')

  const apart = await say((tx) => tellApart(tx, [fifth], ruler()))
  assert.deepEqual(await standing([...all, fifth]), ['01', '23', '4'])
  assert.equal(await say((tx) => undoAct(tx, apart as ClusterActId, ruler())), 'undone')
  assert.deepEqual(await standing([...all, fifth]), ['01', '234'])
  assert.equal(await say((tx) => undoAct(tx, apart as ClusterActId, ruler())), 'before')
})

test('two who stood alone stand alone again', async () => {
  await using desk = await atDesk()
  const { told, ruler, say, standing } = desk
  const both = [await told('One', 'shelter'), await told('Two', 'garden')] as const
  const said = await say((tx) => bringTogether(tx, ...both, ruler()))
  assert.ok(typeof said === 'object')
  await say((tx) => undoAct(tx, said.act, ruler()))
  assert.deepEqual(await standing(both), ['0', '1'])
})

test('an act is undone only while it was the last word; the word before it counts again', async () => {
  await using desk = await atDesk()
  const { told, ruler, say, standing } = desk
  const both = [await told('One', 'shelter'), await told('Two', 'shelter')] as const
  const apart = (await say((tx) => tellApart(tx, [both[1]], ruler()))) as ClusterActId
  const together = await say((tx) => bringTogether(tx, ...both, ruler()))
  assert.ok(typeof together === 'object')
  assert.equal(await say((tx) => undoAct(tx, apart, ruler())), 'since')
  await say((tx) => undoAct(tx, together.act, ruler()))
  assert.deepEqual(await standing(both), ['0', '1'], 'the machine may not bring them back: they were told apart before')
  await say((tx) => undoAct(tx, apart, ruler()))
  assert.deepEqual(await standing(both), ['01'])
})

test('of two editors who decide about one cluster the first is right', async () => {
  await using desk = await atDesk()
  const { told, ruler, say, standing } = desk
  const all = [await told('One', 'shelter'), await told('Two', 'shelter'), await told('Three', 'shelter')] as const
  const seen = { ...ruler(), seen: all }
  const said = await Promise.all([
    say((tx) => tellApart(tx, [all[1]], seen)),
    say((tx) => tellApart(tx, [all[2]], seen)),
  ])
  assert.equal(said.filter((one) => one === 'changed').length, 1)
  assert.equal((await standing(all)).length, 2)
})

async function atDesk() {
  const world = await newsroom()
  const say = <T>(what: (tx: Tx) => Promise<T>) => world.db.transaction().execute(what)
  return {
    world,
    say,
    ruler: () => ({ by: 'operator', now: world.clock(), why: 'a reason' }),
    async told(name: string, about: string): Promise<StoryId> {
      const site = `https://${name.toLowerCase()}.example/`
      const member = await world.member({ name, site })
      const origin = { publisher: name, publisherUrl: site, url: site }
      world.clock.advance(1)
      const [id] = await world.publish([
        draftFor(member, { body: words(about), headline: name, origin }, world.clock()),
      ])
      while (await clusterNext(world));
      return id as StoryId
    },
    /** Who stands with whom, by their places: `['01', '2']`. */
    standing: (stories: readonly StoryId[]) => standing(world, stories),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function standing(world: World, stories: readonly StoryId[]): Promise<string[]> {
  const copies = await readCopies(world.db, stories)
  const groups = stories.map((story) =>
    stories
      .flatMap((other, at) => (other === story || copies.get(story)?.some(({ id }) => id === other) ? [at] : []))
      .join(''),
  )
  return [...new Set(groups)]
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import type { StoryId } from '../core/id.ts'
import { insertClusterAct } from '../db/cluster-acts.ts'
import { readCopies } from '../db/copies.ts'
import { withdraw } from '../wire/recall.ts'
import { clusterNext } from './cluster.ts'

const paragraphs = [
  'The harbour city council voted nine to four on Tuesday night to keep the night shelter on Quay Street open through the winter, after three hours of statements from neighbours, volunteers and people who sleep there.',
  'Councillor Ama Boateng, who tabled the motion, said the shelter had kept forty young people off the ferry ramps in January alone and that closing it would cost the city more than the rent of the building.',
  'Two shop owners asked for lighting at the back door and for a telephone number that somebody answers after midnight. The volunteers promised both within two weeks and invited the shop owners to breakfast.',
  'The shelter is run by the Quay Street Collective, which was founded in 1998 by three nurses. It has thirty beds, a kitchen and a small library that a retired printer keeps in order.',
  'The vote is final unless the mayor objects within ten days. Her office said on Wednesday that she would sign, and that she hoped to see a longer contract on the table by spring.',
]
const whole = paragraphs.map((words) => `<p>${words}</p>`).join('')
const other =
  '<p>The botanical garden opened its new palm house on Saturday with a brass band and a long queue. Gardeners had carried four hundred plants through the snow during the week, each wrapped in old newspapers.</p><p>Entrance is free until the end of the month, when the café opens as well and the school classes come.</p>'

test('the same text of another member, cut and under another headline, is found; who was first is said first', async () => {
  await using world = await newsroom()
  const first = await told(world, 'Harbour Times', whole)
  world.clock.advance(3_600)
  const cut = await told(world, 'Lantern', `<p>${paragraphs.slice(0, 3).join('</p><p>')}</p>`, 'Shelter stays')
  const alone = await told(world, 'Quay Weekly', other)
  const copies = await readCopies(world.db, [first, cut, alone])
  assert.deepEqual(
    copies.get(cut)?.map(({ id }) => id),
    [first],
  )
  assert.deepEqual(
    copies.get(first)?.map(({ member }) => member.name),
    ['Lantern'],
  )
  assert.equal(copies.has(alone), false)
})

test('a list tells a story once, with who else carries it; each version keeps its page, and one that is taken back is named no more', async () => {
  await using world = await newsroom()
  const first = await told(world, 'Harbour Times', whole, 'The shelter stays')
  world.clock.advance(3_600)
  await told(world, 'Lantern', whole, 'Beds for the winter')
  const front = await (await world.get('/')).text()
  assert.match(front, /Harbour Times<\/bdi><\/a> <span class="soft">also carried by Lantern/)
  assert.doesNotMatch(front, /Beds for the winter/)
  assert.match(await (await world.get('/members/lantern')).text(), /Beds for the winter/)
  const page = await (await world.get('/2026/11/24/beds-for-the-winter')).text()
  assert.match(page, /<dt>also carried by<\/dt><dd><a href="\/2026\/11\/24\/the-shelter-stays"><bdi>Harbour Times/)
  const cluster = /href="(\/clusters\/[^"]+)"/.exec(page)?.[1] ?? ''
  assert.match(await (await world.get(cluster)).text(), /Carried by 2 members.*The shelter stays.*Beds for the winter/s)

  const context = await world.wire()
  await world.db.transaction().execute((tx) => withdraw(tx, context, first, 'Ours was wrong.'))
  assert.match(await (await world.get('/')).text(), /Beds for the winter/)
  assert.doesNotMatch(await (await world.get('/2026/11/24/beds-for-the-winter')).text(), /Harbour Times/)
  assert.equal((await world.get(cluster)).headers.get('location'), '/2026/11/24/beds-for-the-winter')
})

test('what editors told apart stays apart, whatever comes', async () => {
  await using world = await newsroom()
  const first = await told(world, 'Harbour Times', whole)
  const made = await tell(world, 'Lantern', whole)
  const said = { kind: 'apart', by: 'operator', now: world.clock(), why: 'Another text.' } as const
  await world.db.transaction().execute((tx) => insertClusterAct(tx, { ...said, stories: [], pairs: [[first, made]] }))
  await cluster(world)
  assert.equal((await readCopies(world.db, [first])).size, 0)
  const third = await told(world, 'Quay Weekly', whole)
  const copies = await readCopies(world.db, [third])
  assert.equal(copies.get(third)?.length, 1, 'with one of the two, never with both')
})

test('the log is followed from where it was left, and reading it again changes nothing', async () => {
  await using world = await newsroom()
  const first = await told(world, 'Harbour Times', whole)
  const second = await told(world, 'Lantern', whole)
  assert.equal(await clusterNext(world), false, 'nothing is left')
  await world.db.updateTable('clusterProgress').set({ seq: '0' }).execute()
  await cluster(world)
  const clusters = await world.db.selectFrom('clusters').select('id').execute()
  assert.equal(clusters.length, 1)
  assert.deepEqual(
    (await readCopies(world.db, [second])).get(second)?.map(({ id }) => id),
    [first],
  )
})

async function told(world: World, member: string, body: string, headline?: string): Promise<StoryId> {
  const id = await tell(world, member, body, headline)
  await cluster(world)
  return id
}

let numbered = 0
async function tell(world: World, name: string, body: string, headline = 'The shelter stays open'): Promise<StoryId> {
  numbered += 1
  const site = `https://${name.toLowerCase().replace(' ', '-')}.example/`
  const member = await world.member({ name, site })
  const origin = { publisher: name, publisherUrl: site, url: `${site}${numbered}` }
  const [id] = await world.publish([draftFor(member, { body, headline, origin }, world.clock())])
  return id as StoryId
}

async function cluster(world: World): Promise<void> {
  while (await clusterNext(world));
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftFor } from '../../test/support/drafts.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import type { StoryId } from '../core/id.ts'
import { erase, withdraw } from '../wire/recall.ts'
import { clusterNext } from './cluster.ts'

const words = (about: string) =>
  Array.from({ length: 12 }, (_, at) => `${about} ${'abcdefghijkl'[at]}${at} goes on and on until evening came.`).join(
    ' ',
  )

test('an editor reads the newest clusters, opens one, and finds its versions side by side', async () => {
  await using desk = await atDesk()
  const { read, told } = desk
  assert.match(await read('/moderation/clusters'), /No two stories carry the same text yet/)
  const first = await told('Harbour', 'Shelter stays', words('shelter'))
  const other = await told('Lantern', 'Beds for <b>all</b>', `${words('shelter')} Who pays for it?`)
  const list = await read('/moderation/clusters')
  assert.match(list, new RegExp(`href="/moderation/stories/${first}/cluster"[^>]*>Shelter stays</a>`))
  assert.match(list, /2 versions · <bdi>Harbour<\/bdi> · <bdi>Lantern<\/bdi>/)
  for (const id of [first, other]) {
    const page = await read(`/moderation/stories/${id}/cluster`)
    assert.match(page, /first to publish[\s\S]*Shelter stays[\s\S]*Beds for &lt;b&gt;all&lt;\/b&gt;/)
    assert.match(page, /<blockquote class="said"[^>]*>shelter a0 goes on/)
    assert.match(page, /100% of the shorter text stands in the first one/)
    assert.match(page, /Only here <span class="count">1<\/span><\/summary><ul[^>]*><li>Who pays for it\?<\/li>/)
  }
})

test('it is found from the pages readers see, and only editors are shown the way', async () => {
  await using desk = await atDesk()
  const { world, read, told } = desk
  const first = await told('Harbour', 'Shelter stays', words('shelter'))
  await told('Lantern', 'Beds for all', words('shelter'))
  const way = `href="/moderation/stories/${first}/cluster"`
  const story = '/2026/11/24/shelter-stays'
  const cluster = /href="(\/clusters\/[^"]+)"/.exec(await read(story))?.[1] ?? ''
  for (const path of [story, cluster]) {
    assert.ok((await read(path)).includes(way), path)
    assert.doesNotMatch(await (await world.get(path)).text(), /\/moderation\/stories/, path)
  }
  assert.match(await read('/account'), /href="\/moderation\/clusters"/)
  const named = await desk.get(`/moderation/clusters?story=${encodeURIComponent(`https://wire.example/es${story}`)}`)
  assert.deepEqual([named.status, named.headers.get('location')], [303, `/moderation/stories/${first}/cluster`])
  const unknown = await desk.get('/moderation/clusters?story=nothing')
  assert.equal(unknown.status, 404)
  assert.match(await unknown.text(), /id="story-fault">No story here has this address or id/)
})

test('an editor takes one out, with a reason on record, and undoes it', async () => {
  await using desk = await atDesk()
  const { world, read, told, send, where } = desk
  const [first, other] = [
    await told('Harbour', 'Shelter stays', words('shelter')),
    await told('Lantern', 'Beds for all', words('shelter')),
  ]
  const page = `/moderation/stories/${first}/cluster`
  const empty = await send(page, 'apart', {})
  assert.equal(empty.status, 422)
  const said = await empty.text()
  assert.match(said, /Mark at least one version[\s\S]*id="apart-why-fault">Say why in a sentence/)
  const all = await send(page, 'apart', { 'apart-why': 'No.', story: first }, [['story', other]])
  assert.equal(all.status, 422)
  assert.match(await all.text(), /Leave at least one version unmarked[\s\S]*checked/)

  const done = await send(page, 'apart', { 'apart-why': 'Another shelter.', story: other })
  assert.deepEqual([done.status, done.headers.get('location')], [303, `${page}?done=apart`])
  const after = await read(`${page}?done=apart`)
  assert.match(after, /Taken out\.[\s\S]*stands alone[\s\S]*Another shelter\.[\s\S]*<bdi>Ines Prado<\/bdi>[\s\S]*Undo/)
  assert.match(await (await world.get('/')).text(), /Shelter stays[\s\S]*Beds for all|Beds for all[\s\S]*Shelter stays/)
  assert.equal((await where(first)).length, 1)

  const act = /name="act" value="([^"]+)"/.exec(after)?.[1] ?? ''
  assert.equal((await send(page, 'undo', { act })).status, 303)
  assert.deepEqual(await where(first), [first, other])
  assert.equal((await send(page, 'undo', { act })).status, 303, 'two who undo the same want the same')
  assert.match(await read(page), /Undone <time[\s\S]*Ines Prado/)
  const acts = await world.db.selectFrom('staffActs').select(['act', 'why', 'actedBy']).orderBy('act').execute()
  assert.deepEqual(
    acts.map(({ act, why, actedBy }) => [act, why, actedBy.startsWith('account ')]),
    [
      ['tell apart', 'Another shelter.', true],
      ['undo clusters', '', true],
    ],
  )
  assert.match(await read(`/moderation/stories/${other}/cluster`), /What editors said/)
})

test('two stories are brought together by address, by id, and from what a search finds', async () => {
  await using desk = await atDesk()
  const { world, read, told, send, where } = desk
  const one = await told('Harbour', 'Shelter stays', words('shelter'))
  const two = await told('Lantern', 'Garden opens', words('garden'))
  const three = await told('Quay', 'Walrus seen', words('walrus'))
  const page = `/moderation/stories/${one}/cluster`
  for (const [other, fault] of [
    ['', 'No story here has this address or id'],
    ['https://wire.example/2026/11/24/nothing', 'No story here has this address or id'],
    ['01a0b0c0-0000-7000-8000-000000000000', 'No story here has this address or id'],
    [one, 'This story stands here already'],
  ] as const) {
    const answer = await send(page, 'together', { other, 'together-why': 'The same vote.' })
    assert.equal(answer.status, 422, other)
    assert.match(await answer.text(), new RegExp(`id="other-fault">${fault}`), other)
  }
  const unsaid = await send(page, 'together', { other: two })
  assert.match(await unsaid.text(), new RegExp(`id="together-why-fault">[\\s\\S]*value="${two}"`))

  const address = 'https://wire.example/2026/11/24/garden-opens?text'
  assert.equal((await send(page, 'together', { other: address, 'together-why': 'The same vote.' })).status, 303)
  assert.deepEqual(await where(one), [one, two])
  await world.readLog()
  const found = await read(`${page}?q=walrus`)
  assert.match(found, new RegExp(`name="found" value="${three}" aria-label="Bring together with “Walrus seen”"`))
  assert.match(await read(`${page}?q=shelter`), /<p class="after">This story stands here already/)
  assert.match(await read(`${page}?q=nonsenseword`), /Nothing that readers may see has these words/)
  assert.equal((await send(page, 'together', { found: three, 'together-why': 'And the third.' })).status, 303)
  assert.deepEqual(await where(one), [one, two, three])
})

test('what was taken back meanwhile is told, and brought together with nothing', async () => {
  await using desk = await atDesk()
  const { world, read, told, send } = desk
  const one = await told('Harbour', 'Shelter stays', words('shelter'))
  const two = await told('Lantern', 'Beds for all', words('shelter'))
  const three = await told('Quay', 'Garden opens', words('garden'))
  const page = `/moderation/stories/${one}/cluster`
  await world.db.transaction().execute(async (tx) => withdraw(tx, await world.wire(), three, 'Whyword'))
  const answer = await send(page, 'together', { other: three, 'together-why': 'The same.' })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /id="other-fault">This story was taken back/)
  await world.db.transaction().execute(async (tx) => erase(tx, await world.wire(), two, 'Whyword'))
  const after = await read(page)
  assert.match(after, /This version was taken back/)
  assert.equal((after.match(/<blockquote/g) ?? []).length, 1)
  assert.equal((await desk.get('/moderation/stories/01a0b0c0-0000-7000-8000-000000000000/cluster')).status, 404)
  const unsaid = await send(page, 'undo', { act: '01a0b0c0-0000-7000-8000-000000000000' })
  assert.equal(unsaid.status, 404)
})

test('of two editors who decide about one cluster the second is told, and keeps what they wrote', async () => {
  await using desk = await atDesk()
  const { told, send, where, read } = desk
  const one = await told('Harbour', 'Shelter stays', words('shelter'))
  const two = await told('Lantern', 'Beds for all', words('shelter'))
  const three = await told('Quay', 'Beds again', words('shelter'))
  const page = `/moderation/stories/${one}/cluster`
  const seen = /name="seen" value="([^"]+)"/.exec(await read(page))?.[1] ?? ''
  assert.equal((await send(page, 'apart', { seen, story: two, 'apart-why': 'First.' })).status, 303)
  const late = await send(page, 'apart', { seen, story: three, 'apart-why': 'Second word.' })
  assert.equal(late.status, 409)
  assert.match(await late.text(), /Something has changed since you opened this page[\s\S]*value="Second word\."/)
  assert.deepEqual(await where(one), [one, three])
  const stale = await send(page, 'together', { seen, other: two, 'together-why': 'Third.' })
  assert.equal(stale.status, 409)
})

async function atDesk() {
  const world = await newsroom()
  const staff = await world.signedIn(
    await world.account({ mail: 'ines@wire.example', name: 'Ines Prado', rights: ['editor'] }),
  )
  const get = (path: string) => world.get(path, staff)
  const read = async (path: string) => (await get(path)).text()
  const seenOn = async (path: string) => /name="seen" value="([^"]+)"/.exec(await read(path))?.[1] ?? ''
  return {
    world,
    get,
    read,
    async told(name: string, headline: string, body: string): Promise<StoryId> {
      const site = `https://${name.toLowerCase()}.example/`
      const member = await world.member({ name, site })
      const origin = { publisher: name, publisherUrl: site, url: site }
      world.clock.advance(1)
      const draft = draftFor(member, { body: `<p>${body}</p>`, headline, origin }, world.clock())
      const [id] = await world.publish([draft])
      while (await clusterNext(world));
      return id as StoryId
    },
    /** Sends a form as the page has it; `more`: what a field has beside its first value. */
    async send(page: string, form: string, fields: Record<string, string>, more: readonly [string, string][] = []) {
      const body = new URLSearchParams({ seen: await seenOn(page), ...fields })
      for (const [name, value] of more) body.append(name, value)
      const headers = { origin: world.config.url, ...staff }
      return await world.web.fetch(new Request(`http://wire.example${page}/${form}`, { method: 'POST', body, headers }))
    },
    /** Who stands together, as the page has it. */
    where: async (story: StoryId) => (await seenOn(`/moderation/stories/${story}/cluster`)).split(' '),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

/** Where a member is that does not say so, nobody learns: not from a name on a map, not from a number anywhere. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'

/** Every page and file that tells of members, asked in every way that could split a count. */
const addresses = [
  ...['/', '/about', '/places', '/members.opml', '/sitemap.xml', '/humans.txt', '/search?q=lantern'],
  ...['/members/lantern', '/members/lantern/feed', '/members/lantern/feed.json'],
  ...['', '?by=kind', '?by=country', '?by=map', '?by=map&text', '?by=country&text'].map((asked) => `/members${asked}`),
  ...['by=map&kind=radio', 'by=country&kind=radio', 'by=map&language=sw', 'kind=radio', 'language=sw'].map(
    (asked) => `/members?${asked}`,
  ),
  ...['ke', 'mt', 'tv'].flatMap((country) => [
    `/members?country=${country}`,
    `/members?by=map&country=${country}`,
    `/members?kind=radio&country=${country}`,
  ]),
  ...['/es/members?by=map', '/es/members?by=country', '/ar/members?by=map'],
]

async function answers(world: World): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  for (const address of addresses) {
    const answer = await world.get(address)
    told.set(address, `${answer.status} ${answer.headers.get('etag')} ${await answer.text()}`)
  }
  return told
}

async function twoMembers(world: World) {
  await world.db
    .updateTable('network')
    .set({ languages: ['en', 'es', 'ar'] })
    .execute()
  await world.member({ name: 'Harbour Times', country: 'KE' })
  const { id } = await world.member({ name: 'Lantern', kind: 'radio', site: 'https://lantern.example/' })
  await world.db
    .updateTable('members')
    .set({ languages: ['sw'] })
    .where('id', '=', id)
    .execute()
  return async (country: string | null, countryShown: boolean) => {
    await world.db.updateTable('members').set({ country, countryShown }).where('id', '=', id).execute()
    return await answers(world)
  }
}

test('whichever country a member keeps to itself, every page is the same, byte for byte', async () => {
  await using world = await newsroom()
  const lanternIn = await twoMembers(world)
  const nowhere = await lanternIn(null, false)
  // One where others are, one where nobody is, one too small for anything but a point of its own.
  for (const country of ['KE', 'MT', 'TV'])
    for (const [address, told] of await lanternIn(country, false)) assert.equal(told, nowhere.get(address), address)
})

test('a member that does show its country stands there, and is counted there', async () => {
  await using world = await newsroom()
  const lanternIn = await twoMembers(world)
  await lanternIn('MT', true)
  const read = async (address: string) => await (await world.get(address)).text()
  assert.match(await read('/members'), /2 members in 2 countries/)
  assert.match(await read('/members?by=map'), /aria-label="Malta: 1 member"/)
  assert.match(await read('/members?by=country'), /country=mt">Malta<[\s\S]*Lantern/)
  assert.match(await read('/members?country=mt'), /1 member · Malta[\s\S]*Lantern/)
  assert.doesNotMatch(await read('/members?country=ke'), /Lantern/)
  // And it is nowhere any more as soon as it says so: pages that tell of members are dropped with them.
  await lanternIn('MT', false)
  for (const address of addresses) assert.doesNotMatch(await read(address), /Malta: |>Malta</, address)
  for (const by of ['kind', 'country', 'map']) {
    const tags = (await world.get(`/members?by=${by}`)).headers.get('cache-tag')?.split(',')
    assert.ok(tags?.includes('members') && tags.includes('network'), by)
  }
})

test('a member that left is on no list and no map', async () => {
  await using world = await newsroom()
  const lanternIn = await twoMembers(world)
  await lanternIn('MT', true)
  await world.db.updateTable('members').set({ leftAt: world.clock() }).where('slug', '=', 'lantern').execute()
  for (const asked of ['', '?by=kind', '?by=country', '?by=map', '?country=mt'])
    assert.doesNotMatch(
      await (await world.get(`/members${asked}`)).text(),
      /Lantern|2 members|Malta:|>Malta<\/a>/,
      asked,
    )
})

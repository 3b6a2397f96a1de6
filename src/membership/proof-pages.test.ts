import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameServer } from '../../test/support/name-server.ts'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { rss } from '../../test/support/rss.ts'
import type { AccountId, MemberId } from '../core/id.ts'
import { proofLine } from '../core/member/proof.ts'
import { readAccountData } from '../db/account-data.ts'
import type { ApplicationId } from '../db/applications.ts'
import { newId } from '../db/new-id.ts'
import { listProofs, moveProofs } from '../db/site-proofs.ts'
import { addTasks } from '../db/tasks.ts'

const at = '/account/members/harbour-times/proof'

test('an owner names a site, puts a file there and is believed; until then nothing is', async () => {
  await using here = await atTheDoor()
  const { send, named, world, site } = here
  const proof = await named(site.url)
  const early = await send({ do: 'look', way: 'file', proof: proof.id })
  assert.equal(early.status, 422)
  assert.match(await early.text(), /The file is not there/)

  site.serve('/.well-known/wireroom.txt', plain(proofLine(proof.token)))
  assert.equal((await send({ do: 'look', way: 'file', proof: proof.id })).headers.get('location'), `${at}?done=proved`)
  const [now] = await listProofs(world.db, here.claimant)
  assert.deepEqual(
    [now?.proved?.way, now?.proved?.by, now?.proved?.seen],
    ['file', 'wireroom', `${site.url}/.well-known/wireroom.txt`],
  )
  assert.match(await (await here.see()).text(), /Yours/)
  // What was proved is not taken off: sources may stand on it.
  await send({ do: 'drop', proof: proof.id })
  assert.equal((await listProofs(world.db, here.claimant)).length, 1)
})

test('a link on the page, a line in the feed and a record of the name are each enough', async () => {
  await using server = await nameServer()
  await using here = await atTheDoor({ WIREROOM_RESOLVERS: server.address })
  const { send, named, world, site } = here
  const look = async (way: string, id: string) => (await send({ do: 'look', way, proof: id })).status
  const page = await named(`${site.url}/about`)
  site.serve(
    '/about',
    '<!doctype html><html><body><a rel="me" href="https://wire.example/members/harbour-times">W</a></body></html>',
  )
  assert.equal(await look('rel-me', page.id), 303)

  const feed = await named(`${site.url}/`)
  site.serve(
    '/',
    `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>`,
  )
  site.serve('/rss', rss([{ title: 'One', link: `${site.url}/one`, text: proofLine(feed.token) }]))
  assert.equal(await look('feed', feed.id), 303)

  const name = await named('https://harbour.example')
  assert.equal(await look('dns', name.id), 422)
  server.texts('_wireroom.harbour.example', [[proofLine(name.token)]])
  assert.equal(await look('dns', name.id), 303)
  const ways = (await listProofs(world.db, here.claimant)).map(({ proved }) => proved?.way)
  assert.deepEqual(ways, ['rel-me', 'feed', 'dns'])
})

test('a site that sends us on to another host, or cannot be reached, proves nothing and says so', async () => {
  await using here = await atTheDoor()
  const { send, named, world, site } = here
  const other = await world.net.site()
  const proof = await named(site.url)
  other.serve('/.well-known/wireroom.txt', plain(proofLine(proof.token)))
  site.serve('/.well-known/wireroom.txt', {
    status: 302,
    headers: { location: `${other.url}/.well-known/wireroom.txt` },
  })
  const elsewhere = await send({ do: 'look', way: 'file', proof: proof.id })
  assert.deepEqual([elsewhere.status, /sends us on to another host/.test(await elsewhere.text())], [422, true])
  site.serve('/.well-known/wireroom.txt', { status: 500 })
  assert.match(await (await send({ do: 'look', way: 'file', proof: proof.id })).text(), /The server answered 500/)
  assert.equal((await listProofs(world.db, here.claimant))[0]?.proved, null)
})

test('a letter to a mailbox there proves once, on whatever device its reader has', async () => {
  await using here = await atTheDoor()
  const { send, named, world } = here
  const proof = await named('https://harbour.example')
  const wrong = await send({ do: 'mail', proof: proof.id, mailbox: 'kim@evil.example' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /value="kim@evil\.example"/)
  for (const mailbox of ['news@harbour.example', 'editor@harbour.example', 'press@harbour.example'])
    assert.equal((await send({ do: 'mail', proof: proof.id, mailbox })).status, 303)
  const more = await send({ do: 'mail', proof: proof.id, mailbox: 'info@harbour.example' })
  assert.match(await more.text(), /Enough letters went out today/)
  await world.work()
  const letters = await world.letters()
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['news@harbour.example', 'editor@harbour.example', 'press@harbour.example'],
  )
  const keys = letters.map(({ text }) => /key=([\w-]+)/.exec(text)?.[1] ?? '')
  const opened = await world.get(`/proof?key=${keys[0]}`)
  assert.match(await opened.text(), /“Harbour Times” says that it speaks for harbour\.example/)
  assert.equal((await listProofs(world.db, here.claimant))[0]?.proved, null)
  assert.equal((await world.post('/proof', { key: keys[1] ?? '' })).status, 200)
  assert.equal((await listProofs(world.db, here.claimant))[0]?.proved?.way, 'mail')
  for (const key of keys) assert.equal((await world.post('/proof', { key })).status, 410)
  const rows = await world.db.selectFrom('proofLetters').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(rows), /@|editor|press/)
})

test('letters are counted whatever becomes of the site they went to, and one person has six a day', async () => {
  await using here = await atTheDoor()
  const { send, named } = here
  const write = async (url: string) => {
    const { id } = await named(url)
    const answer = await send({ do: 'mail', proof: id, mailbox: 'news' })
    await send({ do: 'drop', proof: id })
    return answer.status
  }
  const harbour = [1, 2, 3, 4].map(() => () => write('https://harbour.example'))
  const others = [1, 2, 3, 4].map((n) => () => write(`https://site-${n}.example`))
  const statuses: number[] = []
  for (const one of [...harbour, ...others]) statuses.push(await one())
  assert.deepEqual(statuses, [303, 303, 303, 422, 303, 303, 303, 422])
})

test('a link that nobody used is over after three days, and a day later forgotten', async () => {
  await using here = await atTheDoor()
  const { send, named, world } = here
  const proof = await named('https://harbour.example')
  await send({ do: 'mail', proof: proof.id, mailbox: 'news' })
  await world.work()
  const [letter] = await world.letters()
  const key = /key=([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
  world.clock.advance(3 * 86_400)
  assert.equal((await world.get(`/proof?key=${key}`)).status, 410)
  assert.equal((await world.post('/proof', { key })).status, 410)
  world.clock.advance(86_400 + 60)
  await addTasks(world.db, [{ name: 'forget', payload: {} }])
  await world.work()
  assert.deepEqual(await world.db.selectFrom('proofLetters').selectAll().execute(), [])
})

test('a moderator is shown something privately, answers with a reason on record, and what was said is gone', async () => {
  await using here = await atTheDoor()
  const { send, named, world } = here
  const proof = await named('https://harbour.example')
  await send({ do: 'private', proof: proof.id, words: 'Ring me at the paper, extension 12.' })
  const rows = await world.db.selectFrom('siteProofs').select('privateWords').execute()
  assert.doesNotMatch(rows[0]?.privateWords?.toString('latin1') ?? '', /extension/)
  const desk = await world.signedIn(await world.account({ mail: 'mo@wire.example', name: 'Mo', rights: ['moderator'] }))
  assert.match(await (await world.get('/moderation/proofs', desk)).text(), /Ring me at the paper, extension 12/)
  const silent = await world.post('/moderation/proofs', { proof: proof.id, do: 'confirm', why: ' ' }, desk)
  assert.equal(silent.status, 422)
  const [one, other] = await Promise.all(
    ['confirm', 'refuse'].map((act) =>
      world.post('/moderation/proofs', { proof: proof.id, do: act, why: 'We spoke.' }, desk),
    ),
  )
  assert.deepEqual([one?.status, other?.status].toSorted(), [303, 409])
  const acts = await world.db.selectFrom('staffActs').select(['act', 'about', 'why']).execute()
  assert.equal(acts.filter(({ act }) => act.endsWith(' proof')).length, 1)
  assert.deepEqual((await listProofs(world.db, here.claimant))[0]?.privateWords, null)
})

test("nobody touches another's proofs, and a contributor only sees them", async () => {
  await using here = await atTheDoor()
  const { named, world } = here
  const proof = await named('https://harbour.example')
  const lantern = await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  const sam = await world.account({ mail: 'sam@lantern.example' })
  await world.seat(sam, lantern.id)
  const other = await world.signedIn(sam)
  for (const act of ['look', 'mail', 'private', 'drop'])
    assert.equal(
      (
        await world.post(
          '/account/members/lantern/proof',
          { do: act, proof: proof.id, way: 'file', mailbox: 'news', words: 'x' },
          other,
        )
      ).status,
      404,
      act,
    )
  const lee = await world.account({ mail: 'lee@harbour.example' })
  await world.seat(lee, here.member, 'contributor')
  const writer = await world.signedIn(lee)
  const seen = await (await world.get(at, writer)).text()
  assert.match(seen, /harbour\.example/)
  assert.doesNotMatch(seen, /<form class="form"/)
  assert.equal((await world.post(at, { do: 'name', url: 'https://more.example' }, writer)).status, 403)
  assert.match(await (await here.see()).text(), /<form class="form"/)
  await world.suspend(here.member)
  assert.doesNotMatch(await (await here.see()).text(), /<form class="form"/)
  assert.deepEqual(
    (await listProofs(world.db, here.claimant)).map(({ privateAt }) => privateAt),
    [null],
  )
})

test('the sites somebody has named go along with their data', async () => {
  await using here = await atTheDoor()
  await here.named('https://harbour.example')
  const { proofs } = (await readAccountData(here.world.db, here.kim, Buffer.alloc(0))) ?? {}
  assert.deepEqual(
    proofs?.map(({ address, way }) => [address, way]),
    [['https://harbour.example/', null]],
  )
})

test('what is no address is said beside the field and kept; twenty sites are enough', async () => {
  await using here = await atTheDoor()
  const { send, world } = here
  const wrong = await send({ do: 'name', url: 'ftp://harbour' })
  assert.deepEqual([wrong.status, /value="ftp:\/\/harbour"/.test(await wrong.text())], [422, true])
  for (let n = 0; n < 20; n += 1) assert.equal((await send({ do: 'name', url: `site-${n}.example` })).status, 303)
  assert.match(await (await send({ do: 'name', url: 'site-20.example' })).text(), /There are twenty sites/)
  await send({ do: 'name', url: 'site-3.example' })
  assert.equal((await listProofs(world.db, here.claimant)).length, 20)
})

test('somebody who asks to join proves before, and what they proved becomes the member’s', async () => {
  await using world = await newsroom()
  const site = await world.net.site()
  const kim = await world.account()
  const session = await world.signedIn(kim)
  assert.equal((await world.get('/join/application/proof', session)).status, 404)
  const application = await applied(world, kim)
  const send = (form: Record<string, string>) => world.post('/join/application/proof', form, session)
  await send({ do: 'name', url: site.url })
  const [proof] = await listProofs(world.db, { application })
  assert.ok(proof)
  const face = await (await world.get('/join/application/proof', session)).text()
  const target = `https://wire.example/proof/${proof.token}`
  assert.ok(face.includes(target))
  assert.equal((await world.get(`/proof/${proof.token}`)).status, 200)
  site.serve('/', `<!doctype html><html><body><a rel=me href="${target}">W</a></body></html>`)
  assert.equal((await send({ do: 'look', way: 'rel-me', proof: proof.id })).status, 303)
  const member = await world.member()
  await world.db.transaction().execute((tx) => moveProofs(tx, application, member.id))
  assert.equal((await listProofs(world.db, { member: member.id }))[0]?.proved?.way, 'rel-me')
  assert.deepEqual(await listProofs(world.db, { application }), [])
})

async function applied(world: World, account: AccountId): Promise<ApplicationId> {
  const id = newId<ApplicationId>(world.clock())
  const words = { id, accountId: account, begunAt: world.clock(), changedAt: world.clock(), interface: 'en' }
  await world.db.insertInto('applications').values(words).execute()
  return id
}

function plain(body: string) {
  return { headers: { 'content-type': 'text/plain' }, body }
}

/** An owner before the proofs of Harbour Times, and a site of theirs. */
async function atTheDoor(env: Record<string, string> = {}) {
  const world = await newsroom(env)
  const { id: member }: { id: MemberId } = await world.member()
  const kim = await world.account()
  await world.seat(kim, member)
  const session = await world.signedIn(kim)
  const site = await world.net.site()
  const claimant = { member }
  const send = (form: Record<string, string>) => world.post(at, form, session)
  return {
    world,
    member,
    kim,
    claimant,
    site,
    send,
    see: () => world.get(at, session),
    async named(url: string) {
      // No two share a moment: they stand in the order they were named.
      world.clock.advance(1)
      const answer = await send({ do: 'name', url })
      assert.equal(answer.headers.get('location'), `${at}?done=named`)
      const proof = (await listProofs(world.db, claimant)).at(-1)
      assert.ok(proof)
      return proof
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

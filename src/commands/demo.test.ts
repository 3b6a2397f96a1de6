import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { test } from 'node:test'
import { newsroom, type World } from '../../test/support/newsroom.ts'
import { freePorts } from '../../test/support/ports.ts'
import { aRoom, main } from '../../test/support/room.ts'
import { readConfig } from '../config.ts'
import { findAccountByMail } from '../db/accounts.ts'
import { listSources } from '../db/sources.ts'
import { listVisits } from '../db/visits.ts'
import { readOutlets } from '../demo/outlets.ts'
import { openSites } from '../demo/sites.ts'
import { mailKeyOf } from '../host/identity.ts'
import { createFetcher } from '../net/fetch.ts'
import { demoConfig } from './demo.ts'
import { doWhatIsDue } from './demo-desk.ts'
import { settle } from './demo-network.ts'
import { openPlaces, playPeople } from './demo-people.ts'
import { chairPassword, chairs, seat } from './demo-staff.ts'

test('a quarter of an hour of the demo: every language is there, every fault is told, nothing goes wrong', async () => {
  await using world = await newsroom()
  await using demo = await play(world)
  const languages = new Set<string>()
  for (let minutes = 0; minutes <= 15; minutes += 5) {
    await demo.visitAll()
    world.clock.advance(300)
  }
  const feed = async (path: string) => {
    const { items } = (await (await world.get(path)).json()) as {
      items: { title: string; language: string; content_html: string; summary?: string }[]
    }
    return items
  }
  for (const slug of demo.members.values())
    for (const item of await feed(`/members/${slug}/feed.json`)) {
      languages.add(item.language.slice(0, 2))
      assert.doesNotMatch(item.title + item.content_html + item.summary, /&lt;\/?p&gt;|appeared first on/, item.title)
    }
  assert.deepEqual([...languages].sort(), ['ar', 'de', 'en', 'es', 'fr', 'he', 'ja', 'pt', 'ru'])

  assert.match(await demo.ledger('farol-diverso'), /not well-formed/)
  assert.match(await demo.ledger('ufer-und-bogen'), /declared as utf-8, which it is not/)
  assert.match(await demo.ledger('strandline-radio'), /Nothing new, says the server/)
  const moved = (await listSources(world.db)).find(
    ({ memberSlug }) => memberSlug === demo.members.get('northern-kettle'),
  )
  assert.match(moved?.movedTo ?? '', /\/feeds\/all\.xml$/)
  assert.deepEqual(
    [...world.logged, ...demo.logged].filter(({ level }) => level === 'error' || level === 'warning'),
    [],
  )
})

test('the demo has somebody for each right, whose password is another in every directory', async () => {
  await using world = await newsroom()
  const secret = world.config.secret ?? ''
  for (let starts = 0; starts < 2; starts += 1) await seat(world.db, secret, world.clock())
  assert.notEqual(chairPassword(secret), chairPassword('the secret of another directory'))
  for (const { mail, right } of chairs) {
    const answer = await world.post('/sign-in', { mail, password: chairPassword(secret) })
    assert.equal(answer.status, 303, mail)
    const session = { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
    const settings = await world.get('/settings', session)
    assert.equal(settings.status, right === 'administrator' ? 200 : 403, mail)
    assert.doesNotMatch(await settings.text(), /href="\/set-up/, 'the demo is set up')
  }
})

test('the desk publishes, puts right and takes back, each in its minute', async () => {
  await using world = await newsroom()
  await using demo = await play(world)
  const page = async (path: string) => {
    const answer = await world.get(path)
    return { status: answer.status, text: await answer.text() }
  }
  const found = async (title: RegExp) => {
    const { items } = (await (await world.get('/feed.json')).json()) as { items: { title: string; url: string }[] }
    return items.find((item) => title.test(item.title))?.url
  }
  await demo.desk()
  const prize = new URL((await found(/^Le Prix du Quai/)) ?? '').pathname
  const gallery = await page(new URL((await found(/^Nine organisations/)) ?? '').pathname)
  for (const supporter of ['Common Table', 'Verein Offene Verhandlung', 'مرصد الكراسي الفارغة', '傍聴席の会'])
    assert.ok(gallery.text.includes(supporter), supporter)
  assert.match(gallery.text, /<img [^>]*src="\/media\/[0-9a-f]{64}"/)
  assert.doesNotMatch((await page('/corrections')).text, /court’s fee/)

  world.clock.advance(120)
  await demo.desk()
  assert.match((await page('/corrections')).text, /court’s fee/)
  assert.equal((await page(prize)).status, 200)

  world.clock.advance(120)
  assert.equal(await demo.desk(), 0)
  assert.equal((await page(prize)).status, 410)
  assert.equal(await demo.deskAgain(), 0, 'a demo that is started again finds it all done')
})

test('what is there already is not made again', async () => {
  await using world = await newsroom()
  await using demo = await play(world)
  assert.deepEqual(await demo.settleAgain(), demo.members)
  assert.equal((await listSources(world.db)).length, demo.members.size)
})

test('the demo takes nothing of the operator’s settings but where it listens and how it logs', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://db.example/wire',
    WIREROOM_SECRET: 'a secret that is long enough, 32 characters',
    WIREROOM_URL: 'https://wire.example',
    WIREROOM_CDN_PURGE_URL: 'https://cdn.example/purge',
    HOST: '0.0.0.0',
  })
  const demo = demoConfig(config, { path: '/tmp/demo', begun: new Date(0), sites: [4001, 4002] }, 4000)
  assert.deepEqual(
    [demo.databaseUrl, demo.secret, demo.cdnPurgeUrl, demo.data, demo.url, demo.host, demo.allowedPorts],
    [undefined, undefined, undefined, '/tmp/demo', 'http://localhost:4000', '0.0.0.0', [4001, 4002]],
  )
})

test('the demo runs, goes on where it was, and starts over when told to', { timeout: 90_000 }, async () => {
  await using room = await aRoom()
  const home = join(room.data, 'demo')
  const begun = async () =>
    JSON.parse(await readFile(join(home, 'demo.json'), 'utf8')) as { begun: string; sites: number[] }
  const demo = async (...words: string[]) => {
    const started = room.run([process.execPath, main, 'demo', ...words])
    await started.says(/npx wireroom source list/)
    return started
  }
  const first = await demo()
  assert.match(first.said(), new RegExp(`The demo is running at http://localhost:${room.port}\n`))
  assert.match(await (await fetch(`http://127.0.0.1:${room.port}/`)).text(), /The Lantern Wire/)
  const was = await begun()

  const second = room.run([process.execPath, main, 'demo', '--fresh', '--port', String(room.port)])
  assert.equal(await second.ended, 1)
  assert.match(second.said(), /^wireroom: /)
  assert.equal(existsSync(join(home, 'postgres')), true)

  first.tell('SIGTERM')
  assert.equal(await first.ended, 0)
  const again = await demo()
  assert.deepEqual(await begun(), was)
  again.tell('SIGTERM')
  assert.equal(await again.ended, 0)
  const fresh = await demo('--fresh')
  assert.notEqual((await begun()).begun, was.begun)
  fresh.tell('SIGTERM')
  assert.equal(await fresh.ended, 0)
})

test('a directory that is no demo’s is left alone', async () => {
  await using room = await aRoom()
  const home = join(room.data, 'demo')
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'diary.txt'), 'mine')
  for (const words of [['demo'], ['demo', '--fresh']]) {
    const started = room.run([process.execPath, main, ...words])
    assert.equal(await started.ended, 1)
    assert.match(started.said(), /^wireroom: .* is no demo's directory, so nothing in it is touched/)
  }
  assert.equal(await readFile(join(home, 'diary.txt'), 'utf8'), 'mine')
})

test('the people of the demo have applied, decided, drafted and complained through the pages, once', async () => {
  await using world = await newsroom()
  await using demo = await play(world)
  const { moderator, second, editor, owner, applicant } = await demo.people()
  const text = async (path: string, who = {}) => (await world.get(path, who)).text()
  const today = await text('/moderation', moderator)
  for (const waiting of ['Revista Faro Morado', 'مجلة الشرفة', 'Velvet Reels Magazine'])
    assert.ok(today.includes(waiting), waiting)
  assert.match(today, /puts somebody in danger/)
  assert.match(await text('/moderation', second), /Zettelkasten West/, 'whoever did not refuse hears the appeal')
  const log = await text('/moderation/log')
  assert.match(log, /1 member suspended/)
  assert.match(await text('/join'), /answers came within \d+ days/)
  assert.match(await text('/join/application', applicant), /Faro Morado/)
  assert.match(await text('/desk/incoming', editor), /Doce organizaciones/)
  const desk = await text('/desk', owner)
  for (const draft of ['feria del libro', 'Doce organizaciones', 'escucha nocturna'])
    assert.ok(desk.includes(draft), draft)
  const page = await text(`/members/${demo.members.get('plaza-violeta')}`)
  for (const said of ['1998', 'すみれ広場', 'prensa@plaza-violeta.example']) assert.ok(page.includes(said), said)
  assert.doesNotMatch(page, /canje@/, 'what members alone may read is not public')

  const made = ['applications', 'decisions', 'drafts', 'notices', 'warnings', 'suspensions'] as const
  const count = async () => {
    const rows = await Promise.all(made.map((table) => world.db.selectFrom(table).selectAll().execute()))
    return rows.map(({ length }) => length)
  }
  const before = await count()
  await demo.people()
  assert.deepEqual(await count(), before, 'a demo that is started again finds it all done')
})

/** The demo's sites and members in a test's world; the sources are visited when told. */
async function play(world: World) {
  const outlets = await readOutlets()
  const ports = await freePorts(outlets.length + 1)
  const logged: World['logged'] = []
  const at = (level: string) => (message: string, fields?: unknown) => void logged.push({ level, message, fields })
  const log = { debug: at('debug'), info: at('info'), warning: at('warning'), error: at('error') }
  const run = { begun: world.clock(), outlets }
  const sites = await openSites(run, ports, { clock: world.clock, log, slowMs: 1 })
  const places = await openPlaces(ports.at(-1) ?? 0, run.begun, world.config.url)
  const fetcher = createFetcher({ ...world.config, allowedPorts: ports })
  const settleAgain = () => settle({ ...world, fetcher }, sites.all)
  const members = await settleAgain()
  const desk = { ...world, fetcher, run, members }
  const done = new Set<number>()
  return {
    members,
    logged,
    settleAgain,
    /** Plays the people, and answers some of them, signed in. */
    async people() {
      const secret = world.config.secret ?? ''
      const staff = await seat(world.db, secret, world.clock())
      const { begun } = run
      const config = { ...world.config, allowedPorts: ports }
      const parts = {
        ...world,
        config,
        reach: world.database.reach,
        listenReach: world.database.reach,
        log,
        secret,
        begun,
      }
      await playPeople({ ...parts, fetcher, sites: sites.all, applicantSites: places, members, staff })
      const session = async (mail: string) => {
        const who = await findAccountByMail(world.db, mailKeyOf(secret, mail))
        assert.ok(who, mail)
        return await world.signedIn(who.id)
      }
      return {
        moderator: await session('tomas@lantern.example'),
        second: await session('mei@lantern.example'),
        editor: await session('noor@lantern.example'),
        owner: await session('ines@plaza-violeta.example'),
        applicant: await session('valentina@faro-morado.example'),
      }
    },
    desk: () => doWhatIsDue(desk, done),
    deskAgain: () => doWhatIsDue(desk, new Set()),
    async visitAll() {
      for (const { id } of await listSources(world.db)) await world.visit(id)
    },
    /** The reasons of all visits to an outlet's feed. */
    async ledger(outlet: string): Promise<string> {
      const source = (await listSources(world.db)).find(({ memberSlug }) => memberSlug === members.get(outlet))
      assert.ok(source, outlet)
      return (await listVisits(world.db, source.id, 100)).map(({ reason }) => reason).join('\n')
    },
    async [Symbol.asyncDispose]() {
      await fetcher.close()
      await sites.close()
      await places.close()
    },
  }
}

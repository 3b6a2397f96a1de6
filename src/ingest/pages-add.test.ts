import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atom, rss } from '../../test/support/feeds.ts'
import { newsroom } from '../../test/support/newsroom.ts'
import { listActs } from '../db/rights.ts'
import { listSources } from '../db/sources.ts'

const add = '/settings/sources/add'

async function atWork(env: Record<string, string> = {}) {
  const world = await newsroom(env)
  const account = await world.account({ rights: ['administrator'] })
  const who = await world.signedIn(account)
  const send = (form: Record<string, string>) => world.post(add, form, who)
  return {
    world,
    account,
    who,
    send,
    /** Looks at an address and answers the page. */
    async look(url: string, form: Record<string, string> = {}) {
      const answer = await send({ url, do: 'look', ...form })
      return { status: answer.status, text: await answer.text() }
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('what the first items would become is shown, and nothing of it is kept', async () => {
  await using work = await atWork()
  const { world, look } = work
  const site = await world.net.site()
  await world.member({ name: 'Harbour Times', site: site.url })
  await world.member({ name: 'Lantern', site: 'https://lantern.example' })
  site.serve(
    '/',
    '<html><head><link rel="alternate" type="application/rss+xml" href="/stories"><link rel="alternate" type="application/rss+xml" href="/comments"></head></html>',
  )
  const own =
    'The post <a href="https://lantern.example/1">Ferry sails</a> appeared first on <a href="https://lantern.example/">Lantern</a>.'
  site.serve(
    '/stories',
    rss([
      {
        id: '1',
        link: `${site.url}/1`,
        title: 'La ferme a rouvert ses portes aux voisins',
        text: `La salle de lecture a rouvert, et les voisins sont venus en nombre. <p>${own}</p>`,
        more: '<category>Health</category>',
      },
      { id: '2', title: 'EMBARGOED UNTIL 6 DECEMBER: Ministers receive', text: 'EMBARGOED UNTIL 6 DECEMBER. Words.' },
      { id: '3' },
      { id: 'tag:wire.example,2026:x', link: 'https://wire.example/2026/11/24/ours', title: 'Ours' },
    ]),
  )
  const { status, text } = await look(site.url)
  assert.equal(status, 200)
  assert.match(text, /Report · French/)
  assert.match(text, /<h3 lang="fr" dir="ltr">La ferme a rouvert/)
  assert.match(text, /First published by<\/dt> <dd><bdi>Lantern<\/bdi>/)
  assert.match(text, /Came through<\/dt> <dd><bdi>Harbour Times<\/bdi>/)
  assert.match(text, /marked as not for readers yet/)
  assert.match(text, /neither a title nor a text/)
  assert.match(text, /One of our own stories, come back/)
  assert.match(text, new RegExp(`name="url" value="${site.url}/comments"`))
  assert.deepEqual(await listSources(world.db), [])
  for (const table of ['stories', 'items', 'topics'] as const)
    assert.deepEqual(await world.db.selectFrom(table).selectAll().execute(), [], table)
})

test('what is looked at is added on the terms that were chosen, on record with who chose them', async () => {
  await using work = await atWork()
  const { world, send, account } = work
  const site = await world.net.site()
  const member = await world.member({ name: 'Harbour Times', site: 'https://elsewhere.example' })
  site.serve('/stories', rss([{ id: '1', title: 'Ferry sails', text: 'Words.' }]))
  const answer = await send({
    url: `${site.url}/stories`,
    member: 'HARBOUR times',
    agent: 'neutral',
    grant: 'headline',
    pictures: 'credit',
    genre: 'opinion',
    do: 'add',
    // Fields nobody asks for are nobody's.
    memberId: '00000000-0000-7000-8000-000000000000',
    licence: 'free',
    intervalSeconds: '1',
  })
  assert.equal(answer.status, 303)
  const [source] = await listSources(world.db)
  assert.equal(answer.headers.get('location'), `/settings/sources/${source?.id}?done=added`)
  const { memberId, url, agent, grant, genre, licence, intervalSeconds } = source ?? {}
  assert.deepEqual(
    { memberId, url, agent, grant, genre, licence, intervalSeconds },
    {
      memberId: member.id,
      url: `${site.url}/stories`,
      agent: 'neutral',
      grant: { shows: 'headline', pictures: 'credit' },
      genre: 'opinion',
      licence: 'unknown',
      intervalSeconds: 1_800,
    },
  )
  assert.equal(site.requests.at(-1)?.headers['user-agent'], 'FeedReader/1.0')
  const [act] = await listActs(world.db, 1)
  assert.deepEqual(
    [act?.actedBy, act?.act, act?.about, act?.why],
    [`account ${account}`, 'add source', `${site.url}/stories`, 'harbour-times: headline, pictures: credit'],
  )
  const [given] = await world.db.selectFrom('grants').select('grantedBy').execute()
  assert.equal(given?.grantedBy, `account ${account}`)
})

test('what stands in the way is said beside its field, and what was typed stays', async () => {
  await using work = await atWork()
  const { world, look } = work
  const site = await world.net.site()
  await world.member({ name: 'Harbour Times', site: 'https://harbour.example' })
  site.serve('/feed', atom([{ id: '1', title: 'One' }]).replaceAll('https://harbour.example', site.url))
  site.serve('/known', atom([{ id: '1', title: 'One' }]))
  site.serve('/closed', { status: 403 })
  site.serve('/robots.txt', 'User-agent: *\nDisallow: /private')
  const known = await world.source(`${site.url}/known`, {}, { feed: true })

  const says = async (url: string, words: RegExp, form = {}) => {
    const { status, text } = await look(url, form)
    assert.equal(status, 422, url)
    assert.match(text, words, url)
    assert.match(text, /id="unsent" role="alert"/)
    assert.ok(text.includes(`name="url" type="text" value="${url}"`), url)
    return text
  }
  await says('', /Give the address of a site or a feed/)
  await says('ftp://harbour.example', /Give the address of a site or a feed/)
  const bare = await world.net.site()
  bare.serve('/page', '<html><title>No feeds here</title></html>')
  await says(`${bare.url}/page`, /There is no feed: the page links none/)
  await says(`${site.url}/closed-feed`, /The server answers 404/)
  await says(`${site.url}/closed`, /The server answers 403/)
  await says(`${site.url}/private`, /robots\.txt asks programs not to visit/)
  await says('http://127.0.0.1:1/feed', /Nothing answers there/)
  await says('http://kim:secret@127.0.0.1/feed', /This address is never visited/)
  await says(`${site.url}/feed`, /on no member’s site/)
  await says(`${site.url}/feed`, /There is no member of this name\. Did you mean Harbour Times\?/, { member: 'Harb' })
  const there = await says(`${site.url}/known`, /This is a source already/)
  assert.ok(there.includes(`href="/settings/sources/${known}"`))
  assert.equal((await listSources(world.db)).length, 1)
})

test('the way out is guarded: no address inside is looked at for anybody', async () => {
  await using work = await atWork({ WIREROOM_ALLOW_PRIVATE_NETWORKS: 'off' })
  const { world, look } = work
  const site = await world.net.site()
  await world.member()
  for (const url of [
    site.url,
    'http://169.254.169.254/latest/meta-data',
    'http://localhost/feed',
    'http://[::1]/feed',
  ]) {
    const { status, text } = await look(url)
    assert.equal(status, 422, url)
    assert.match(text, /This address is never visited/, url)
  }
  assert.deepEqual(site.requests, [])
})

test('a source that somebody else added meanwhile is led to, not added twice', async () => {
  await using work = await atWork()
  const { world, send } = work
  const site = await world.net.site()
  await world.member({ site: site.url })
  site.serve('/feed', rss([{ id: '1', title: 'One' }]))
  const form = {
    url: `${site.url}/feed`,
    member: 'harbour-times',
    agent: 'named',
    grant: 'full',
    pictures: 'none',
    do: 'add',
  }
  const answers = await Promise.all([send(form), send(form), send(form)])
  assert.ok(answers.every(({ status }) => status === 303 || status === 422))
  assert.equal((await listSources(world.db)).length, 1)
  assert.equal((await listActs(world.db, 9)).length, 1)
})

/** An administrator in a real browser: a site becomes a source, is paused, removed and brought back; a list comes in. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listSources } from '../../src/db/sources.ts'
import { faultsOf } from '../support/axe.ts'
import { rss } from '../support/feeds.ts'
import { type Journey, journey, phone } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'

test('by keyboard alone, without JavaScript: a new member, its site, what would come of it, and the source', async () => {
  await using at = await journey()
  const { page, home, world } = at
  const site = await siteOf(at)
  await signIn(at)
  await page.goto(home)
  await tabTo(page, 'Your menuKKim Osei')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Sources')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings/sources')
  await tabTo(page, 'Add a source')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings/sources/add')
  await tabTo(page, '', 'url')
  await page.keyboard.type(site)
  await page.keyboard.press('Enter')

  // It is on nobody's site: what was typed stays, and leads to a new member.
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.evaluate('document.activeElement.id'), 'unsent')
  assert.equal(await page.inputValue('#url'), site)
  await tabTo(page, 'It belongs to a new member')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings/members/add?url=*')
  await tabTo(page, '', 'name')
  await page.keyboard.type('Harbour Times')
  await tabTo(page, '', 'kind')
  await page.keyboard.type('Newspaper')
  await tabTo(page, 'Add and go on to its source')
  await page.keyboard.press('Enter')

  await page.waitForURL('**/settings/sources/add?member=harbour-times*')
  assert.equal(await page.inputValue('#url'), site)
  await tabTo(page, 'Look at it')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#preview')
  assert.match((await page.textContent('.preview')) ?? '', /Ferry sails again[\s\S]*First published by Harbour Times/)
  await tabTo(page, '', 'grant-excerpt')
  await page.keyboard.press('ArrowUp')
  await tabTo(page, 'Add it')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings/sources/*?done=added')
  assert.match((await page.textContent('[role=status]')) ?? '', /It is added/)
  const [source] = await listSources(world.db)
  assert.deepEqual([source?.url, source?.memberSlug], [`${site}/feed`, 'harbour-times'])
  assert.deepEqual(at.problems, [])
})

test('on a phone, in Arabic: paused, removed with the consequence said first, and brought back', async () => {
  await using at = await journey(phone)
  const { page, home, world } = at
  const { id } = await readSource(at)
  await signIn(at)
  await page.goto(`${home}/ar/settings/sources`)
  await page.click('.sources h2 a')
  await page.fill('#why', 'الموقع قيد الصيانة')
  await page.click('text="إيقاف"')
  await page.waitForURL('**/ar/settings/sources/*?done=paused')
  assert.match((await page.textContent('.state')) ?? '', /موقوف[\s\S]*الموقع قيد الصيانة/)
  await page.click('text=إزالة …')
  await page.waitForURL('**/remove')
  assert.match((await page.textContent('main')) ?? '', /تبقى مادة واحدة ظاهرة/)
  await page.click('main button')
  await page.waitForURL('**?done=removed')
  assert.deepEqual(await listSources(world.db), [])
  await page.click('main button')
  await page.waitForURL('**?done=restored')
  assert.equal((await listSources(world.db))[0]?.id, id)
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl')
  assert.deepEqual(at.problems, [])
})

test('a list is handed in, looked at and brought in', async () => {
  await using at = await journey()
  const { page, home, world } = at
  await world.member({ name: 'Paper number 7', site: 'https://paper-7.example' })
  await signIn(at)
  await page.goto(`${home}/settings/sources/import`)
  await page.click('main button')
  await page.waitForSelector('#unsent:focus')
  await page.setInputFiles('#file', { name: 'ours.opml', mimeType: 'text/x-opml', buffer: longList(5_000) })
  await page.click('main button')
  await page.waitForURL('**/settings/sources/imports/*')
  assert.match((await page.textContent('.lede')) ?? '', /5,000 feeds can be added/)
  assert.match((await page.textContent('.lede')) ?? '', /50 of them are on the sites of members/)
  await page.click('text=Add 5,000 sources')
  await page.waitForSelector('progress')
  await world.work()
  await page.click('text=Look again')
  assert.match((await page.textContent('.lede')) ?? '', /Done\. 50 sources are added/)
  await page.goto(`${home}/settings/sources`)
  assert.match((await page.textContent('.sift')) ?? '', /All 50/)
  assert.deepEqual(at.problems, [])
})

test('axe finds nothing on any page of sources, in both directions of script; none is wider than a small phone', async () => {
  await using at = await journey({ javaScriptEnabled: true, bypassCSP: true, viewport: { width: 320, height: 640 } })
  const { page, home, world } = at
  const { id, url } = await readSource(at)
  await signIn(at)
  const list = await handIn(at)
  const add = '/settings/sources/add'
  for (const prefix of ['', '/es', '/ar']) {
    const seen = async (what: string) => {
      assert.deepEqual(await faultsOf(page), [], what)
      const wide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'
      assert.equal(await page.evaluate(wide), false, `${what} scrolls sideways`)
    }
    const pages = ['', `/${id}`, `/${id}/remove`, '/import', `/imports/${list}`].map(
      (path) => `/settings/sources${path}`,
    )
    for (const path of [...pages, add, '/settings/members/add']) {
      await page.goto(home + prefix + path)
      await seen(prefix + path)
    }
    await page.click('main form button')
    await page.waitForSelector('#unsent:focus')
    await seen(`${prefix} a member, sent empty`)
    await page.goto(home + prefix + add)
    await page.fill('#url', url.replace('/feed', '/other-feed'))
    await page.click('[name=do]')
    await page.waitForSelector('#preview')
    await seen(`${prefix} a preview`)
    await page.goto(`${home}${prefix}${add}`)
    await page.fill('#url', url)
    await page.click('[name=do]')
    await page.waitForSelector('#unsent:focus')
    await seen(`${prefix} a source that is there`)
  }
  await world.work()
})

async function signIn({ world, page, home }: Journey): Promise<void> {
  const { cookie } = await world.signedIn(await world.account({ rights: ['administrator', 'editor'] }))
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: home }])
}

/** A site with a feed of one story; answers its address. */
async function siteOf({ world }: Journey): Promise<string> {
  const site = await world.net.site()
  const feed = rss([{ id: '1', link: `${site.url}/1`, title: 'Ferry sails again', text: 'The harbour is full.' }])
  site.serve('/', '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>')
  site.serve('/feed', feed)
  site.serve('/other-feed', feed)
  return site.url
}

/** A source that has been read. */
async function readSource(at: Journey) {
  const site = await siteOf(at)
  await at.world.member({ site })
  const id = await at.world.source(`${site}/feed`)
  await at.world.visit(id)
  return { id, url: `${site}/feed` }
}

async function handIn({ world, home }: Journey): Promise<string> {
  const { cookie } = await world.signedIn(
    await world.account({ mail: 'sam@harbour.example', rights: ['administrator'] }),
  )
  const form = new FormData()
  form.set('file', new File([new Uint8Array(longList(3))], 'ours.opml'))
  const answer = await fetch(`${home}/settings/sources/import`, {
    method: 'POST',
    body: form,
    headers: { cookie, origin: home },
    redirect: 'manual',
  })
  return /[0-9a-f-]{36}/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
}

function longList(count: number): Buffer {
  const outlines = Array.from(
    { length: count },
    (_, i) =>
      `<outline type="rss" text="Paper number ${i} of the long list" title="Paper number ${i} of the long list" xmlUrl="https://paper-${i % 100 === 7 ? 7 : i}.example/with/a/longer/path/${i}/feed.xml" htmlUrl="https://paper-${i % 100 === 7 ? 7 : i}.example/" description="${'Words. '.repeat(12)}"/>`,
  )
  return Buffer.from(`<opml version="2.0"><head><title>Ours</title></head><body>${outlines.join('')}</body></opml>`)
}

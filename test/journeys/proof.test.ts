/** An owner shows that a site is theirs and adds it, without JavaScript and without a mouse; others on a phone, in Arabic. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proofLine } from '../../src/core/member/proof.ts'
import { readNetwork } from '../../src/db/network.ts'
import { listQuarantines } from '../../src/db/quarantines.ts'
import { listProofs } from '../../src/db/site-proofs.ts'
import { findSource, listSources } from '../../src/db/sources.ts'
import { quarantine } from '../../src/ingest/quarantine.ts'
import { faultsOf } from '../support/axe.ts'
import { type Journey, journey, phone } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'
import { itemsTitled, rss } from '../support/rss.ts'

test('by keyboard alone: a site is named, shown by a file, added as a source, and seen', async () => {
  await using home = await atHome()
  const { page, site, world, member } = home
  await page.goto(`${home.home}/account/members/harbour-times/sources`)
  await tabTo(page, 'Add a source')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sources/add')
  await tabTo(page, '', 'url')
  await page.keyboard.type(site.url)
  await page.keyboard.press('Enter')
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.inputValue('#url'), site.url)
  await tabTo(page, 'Show that it is yours')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/proof')
  await tabTo(page, '', 'url')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(site.url)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/proof?done=named')
  await tabTo(page, 'A file on the site public')
  await page.keyboard.press('Enter')
  const [proof] = await listProofs(world.db, { member })
  assert.ok(proof)
  const line = proofLine(proof.token)
  await page.getByText(line).first().waitFor()
  await tabTo(page, 'Look now A file on the site')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.evaluate('document.activeElement.id'), 'unsent')
  await page.getByText('The file is not there').first().waitFor()

  site.serve('/.well-known/wireroom.txt', { headers: { 'content-type': 'text/plain' }, body: `${line}\n` })
  await tabTo(page, 'Look now A file on the site')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/proof?done=proved')
  await page.getByText('This site is yours').waitFor()

  await tabTo(page, 'Your sources')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sources')
  await tabTo(page, 'Add a source')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sources/add')
  await tabTo(page, '', 'url')
  await page.keyboard.type(site.url)
  await page.keyboard.press('Enter')
  await page.getByText('Clinic opens').first().waitFor()
  await tabTo(page, 'Add it')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sources/*?done=added')
  const [source] = await listSources(world.db)
  assert.equal(source?.url, `${site.url}/feed`)
  assert.deepEqual(home.problems, [])
})

test('axe finds nothing on proofs, own sources and quarantine, wide and on a phone in Arabic', async () => {
  for (const [prefix, options] of [
    ['', {}],
    ['/ar', phone],
  ] as const) {
    await using home = await atHome({ ...options, javaScriptEnabled: true, bypassCSP: true })
    const { page, site, world, member } = home
    const go = async (path: string, act?: () => Promise<void>) => {
      await page.goto(home.home + prefix + path)
      await act?.()
      assert.deepEqual(await faultsOf(page), [], prefix + path)
      assert.ok(
        await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        `${prefix}${path} is no wider than its window`,
      )
    }
    const proofs = '/account/members/harbour-times/proof'
    const own = '/account/members/harbour-times/sources'
    await go(proofs)
    await page.fill('#url', 'https://harbour-times-with-a-rather-long-name.example/somewhere/within')
    await page.click('[value=name]')
    const [proof] = await listProofs(world.db, { member })
    assert.ok(proof)
    for (const way of ['file', 'rel-me', 'feed', 'dns', 'mail', 'moderator'])
      await go(proofs, () => page.click(`#${way}-${proof.id} summary`))
    await go(proofs, async () => {
      await page.click(`#moderator-${proof.id} summary`)
      await page.click(`#moderator-${proof.id} button`)
      await page.waitForSelector('#unsent:focus')
    })
    await page.fill(`#words-${proof.id}`, 'Ring me.')
    await page.click(`#moderator-${proof.id} button`)
    const id = await world.source(`${site.url}/feed`)
    await world.visit(id)
    await go(own)
    await go(`${own}/add`)
    await go(`${own}/${id}`)
    await go(`${own}/${id}/remove`)
    const source = await findSource(world.db, id)
    assert.ok(source)
    const on = {
      now: world.clock(),
      secret: world.config.secret ?? '',
      network: await readNetwork(world.db),
      url: home.home,
    }
    const why = [{ kind: 'links', to: 'slots.example' }] as const
    await world.db.transaction().execute((tx) => quarantine(tx, source, why, on))
    await go(`${own}/${id}`)
    await go('/moderation/proofs')
    await go('/moderation/quarantines', async () => {
      await page.click('[value=fine]')
      await page.waitForSelector('#unsent:focus')
    })
    await page.fill('input[name=words]', 'I looked.')
    await page.click('[value=fine]')
    await page.waitForURL(/done=fine/)
    assert.deepEqual(await listQuarantines(world.db), [])
    assert.deepEqual(home.problems, [])
  }
})

/** An owner of Harbour Times, who is a moderator too, and a site. */
async function atHome(options: Parameters<typeof journey>[0] = {}) {
  const before: Journey = await journey(options)
  const { world, page, home } = before
  const { id: member } = await world.member()
  const kim = await world.account({ rights: ['moderator'] })
  await world.seat(kim, member)
  const [name = '', value = ''] = (await world.signedIn(kim)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: home }])
  const site = await world.net.site()
  site.serve('/', '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>')
  site.serve('/feed', rss(itemsTitled('Clinic opens', 'Ferry sails')))
  return { ...before, member, site, [Symbol.asyncDispose]: () => before[Symbol.asyncDispose]() }
}

/** From the link that a first start prints to a network with a name of its own, and its settings afterwards. */
import assert from 'node:assert/strict'
import process from 'node:process'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { makeSetUpLink } from '../../src/accounts/first-administrator.ts'
import { keepSetUp, updateNetwork } from '../../src/db/network.ts'
import { faultsOf } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { type Journey, journey, phone } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'
import { aRoom, main } from '../support/room.ts'

test('from the printed link, by keyboard alone and without JavaScript, to a front page with the new name', async () => {
  await using room = await aRoom()
  const started = room.run([process.execPath, main, 'start'])
  await started.says(/set-up\?key=[\w-]{43}/)
  const link = /http:\S+\/set-up\?key=[\w-]{43}/.exec(started.said())?.[0] ?? ''
  const browser = await openBrowser()
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(link)
  await type(page, 'name', 'Kim Osei')
  await type(page, 'mail', 'kim@harbour.example')
  await type(page, 'password', 'a lamp above the harbour')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/set-up/facts')

  await tabTo(page, '', 'name')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Harbour Line')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/set-up/looks')
  for (const [step, words] of [
    ['homes', 'Leave it as it is'],
    ['mail', 'Leave it as it is'],
    ['sources', 'Go on'],
    ['ready', 'Go on'],
  ] as const) {
    await tabTo(page, words)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/set-up/${step}`)
  }
  await tabTo(page, 'Finish and see the front page')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/')
  assert.equal(await page.textContent('h1'), 'Harbour Line')

  // It is gone through once: the link leads to the settings, and nobody else anywhere; a new start prints none.
  await page.goto(link)
  assert.equal(new URL(page.url()).pathname, '/settings')
  assert.equal((await fetch(link)).status, 404)
  await page.goto(link.replace(/\/set-up.*/, '/set-up/facts'))
  assert.equal(new URL(page.url()).pathname, '/settings')
  await browser.close()
  started.tell('SIGTERM')
  assert.equal(await started.ended, 0)
  const again = room.run([process.execPath, main, 'start'])
  await again.says(/Its data is in/)
  again.tell('SIGTERM')
  assert.equal(await again.ended, 0)
  assert.doesNotMatch(again.said(), /set-up/)
})

test('on a phone, in Arabic: a look at another colour before it is saved, and a letter to oneself', async () => {
  await using at = await journey(phone)
  const { page, home, world } = at
  await world.db.transaction().execute((tx) => updateNetwork(tx, { name: 'Harbour Line' }))
  const key = await world.db.transaction().execute((tx) => makeSetUpLink(tx, world.clock()))
  await page.goto(`${home}/ar/set-up?key=${key}`)
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl')
  await page.fill('#mail', 'kim@harbour.example')
  await page.click('main button')
  // Without a password: a passkey comes next, or later, and the way on stands below.
  await page.waitForURL('**/ar/account/passkeys')
  await page.click('main a[href="/ar/set-up/facts"]')
  await page.waitForURL('**/ar/set-up/facts')
  await page.click('main button[value=skip]')
  await page.waitForURL('**/ar/set-up/looks')
  await page.fill('#accent', '#0b7a3b')
  await page.click('main button[value=look]')
  await page.waitForSelector('link[href="/accent/0b7a3b.css"]', { state: 'attached' })
  assert.equal(await page.inputValue('#accent'), '#0b7a3b')
  const inks = (await page.evaluate(
    "[...document.querySelectorAll('.look em')].map((one) => getComputedStyle(one).color)",
  )) as string[]
  assert.equal(new Set(inks).size, 2, 'by day and by night it is not the same')
  assert.equal(await overflows(page), false)
  await page.click('main button:not([value])')
  await page.waitForURL('**/ar/set-up/homes')
  await page.click('main button[value=skip]')
  await page.waitForURL('**/ar/set-up/mail')
  await page.click('main button[value=send]')
  await page.waitForSelector('.done')
  assert.equal((await world.letters()).length, 1)
  assert.deepEqual(at.problems, [])
})

test('no page of the set-up and the settings is wider than a small phone, nor loses anything in words alone', async () => {
  await using at = await journey({ viewport: { width: 320, height: 640 } })
  const { page, home } = at
  await inSettings(at)
  for (const prefix of ['', '/ar'])
    for (const path of places) {
      await page.goto(home + prefix + path)
      assert.equal(await overflows(page), false, prefix + path)
      const fields = await page.locator('main :is(input, button, textarea)').count()
      await page.goto(`${home}${prefix}${path}?text`)
      assert.equal(await page.locator('main :is(input, button, textarea)').count(), fields, `${prefix}${path}?text`)
    }
})

for (const [colorScheme, prefix, told] of [
  ['light', '', 'light'],
  ['dark', '/ar', 'dark and from right to left'],
] as const)
  test(`axe finds nothing in set-up and settings, ${told}`, async () => {
    await using at = await journey({ javaScriptEnabled: true, bypassCSP: true, colorScheme })
    const { page, home, world } = at
    const key = await world.db.transaction().execute((tx) => makeSetUpLink(tx, world.clock()))
    await page.goto(`${home}${prefix}/set-up?key=${key}`)
    assert.deepEqual(await faultsOf(page), [], '/set-up')
    await inSettings(at)
    for (const path of places) {
      await page.goto(home + prefix + path)
      assert.deepEqual(await faultsOf(page), [], path)
    }
    await page.goto(`${home}${prefix}/settings/front`)
    await page.fill('#lines', 'relases 3')
    await page.click('form.form button')
    await page.waitForSelector('#unsent:focus')
    assert.deepEqual(await faultsOf(page), [], '/settings/front, refused')
  })

const places = [
  ...['facts', 'looks', 'homes', 'mail', 'sources', 'ready'].map((step) => `/set-up/${step}`),
  '/settings',
  ...['front', 'topics', 'words', 'mail', 'history', 'staff', 'log'].map((place) => `/settings/${place}`),
]

/** An administrator in the middle of the set-up, with something to see on every page. */
async function inSettings({ page, home, world }: Journey): Promise<void> {
  const admin = await world.account({ rights: ['administrator', 'editor'] })
  const { cookie } = await world.signedIn(admin)
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: home }])
  await world.db.transaction().execute((tx) => keepSetUp(tx, { at: null, step: 'ready' }))
  const origin = { cookie, origin: home }
  await world.post('/settings', { accent: '#0b7a3b', homes: 'Mastodon https://social.example/@lambda' }, origin)
  await world.post('/settings/staff', { mail: 'sam@harbour.example', right: 'moderator' }, origin)
}

/** Goes to a field by keyboard and writes into it. */
async function type(page: Page, id: string, words: string): Promise<void> {
  await tabTo(page, '', id)
  await page.keyboard.type(words)
}

async function overflows(page: Page): Promise<boolean> {
  return await page.evaluate('document.documentElement.scrollWidth > innerWidth')
}

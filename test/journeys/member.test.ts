/** A member's people in a real browser: what they tell of it, whom they ask in, and how it looks to everybody. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContextOptions } from 'playwright-core'
import { faultsOf } from '../support/axe.ts'
import { journey, phone } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'

async function atWork(options: BrowserContextOptions = {}) {
  const way = await journey(options)
  const { world, page, home } = way
  await world.topic('courts', 'Courts')
  const member = await world.member()
  await world.story()
  const kim = await world.account()
  await world.seat(kim, member.id)
  const { cookie } = await world.signedIn(kim)
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: home }])
  return {
    ...way,
    member,
    pages: `${home}/account/members/harbour-times`,
    [Symbol.asyncDispose]: () => way[Symbol.asyncDispose](),
  }
}

test('by keyboard alone, without JavaScript: from the menu to the profile, a look beforehand, a mistake put right', async () => {
  await using working = await atWork()
  const { page, home, pages, problems } = working
  await page.goto(home)
  await page.locator('.me summary').focus()
  await page.keyboard.press('Enter')
  await tabTo(page, 'Harbour Times')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${pages}/profile`)

  await tabTo(page, '', 'abouts-0-language')
  await page.keyboard.type('English')
  await page.keyboard.press('Tab')
  await page.keyboard.type('News of the harbour.')
  await tabTo(page, '', 'founded')
  await page.keyboard.type('3000')
  await tabTo(page, 'Save')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.evaluate('document.activeElement.id'), 'unsent')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'founded')
  assert.equal(await page.inputValue('#abouts-0'), 'News of the harbour.')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1998')
  await tabTo(page, 'Preview')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#preview')
  assert.match(
    (await page.textContent('.previewed')) ?? '',
    /Nothing is saved yet[\s\S]*News of the harbour\.[\s\S]*1998/,
  )
  await tabTo(page, 'Save')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${pages}/profile?done=saved`)
  await page.goto(`${home}/members/harbour-times`)
  assert.match((await page.textContent('main')) ?? '', /News of the harbour\.[\s\S]*Founded[\s\S]*1998/)
  assert.deepEqual(problems, [])
})

test('in Arabic on a phone everything fits, and what was said in Arabic greets who reads Arabic', async () => {
  await using working = await atWork(phone)
  const { page, home, problems } = working
  await page.goto(`${home}/ar/account/members/harbour-times/profile`)
  await page.fill('#abouts-0-language', 'العربية')
  await page.fill('#abouts-0', 'أخبار الميناء.')
  await page.fill('#covers', 'كينيا، أوغندا')
  await page.fill('#contacts-0', 'press@harbour.example')
  await page.click('button[value=save]')
  await page.waitForURL(/\/ar\/account\/members\/harbour-times\/profile\?done=saved/)
  for (const path of [
    '/members/harbour-times',
    '/account/members/harbour-times/people',
    '/account/members/harbour-times/leave',
  ]) {
    await page.goto(`${home}/ar${path}`)
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    assert.equal(wide, false, `${path} is wider than the phone`)
  }
  await page.goto(`${home}/ar/members/harbour-times`)
  assert.match((await page.textContent('main')) ?? '', /أخبار الميناء\.[\s\S]*كينيا/)
  assert.deepEqual(problems, [])
})

test('a colleague without an account is invited, and accepts on another device', async () => {
  await using working = await atWork()
  const { page, world, pages, problems } = working
  await page.goto(`${pages}/people`)
  await page.fill('#mail', 'ada@harbour.example')
  await page.check('#role-editor')
  await page.click('.side button')
  await page.waitForURL(`${pages}/people?done=invited`)
  await world.work()
  const [letter] = await world.letters()
  const browser = page.context().browser()
  assert.ok(browser)
  const hers = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await hers.goto(letter?.links[0] ?? '')
  await hers.click('main button')
  await hers.waitForURL(/\/account\/seats\//)
  assert.match((await hers.textContent('main')) ?? '', /act for Harbour Times here, as editor/)
  await hers.click('button[value=accept]')
  await hers.waitForURL(/\/people\?done=taken/)
  await page.goto(`${pages}/people`)
  assert.match((await page.textContent('.people')) ?? '', /ada[\s\S]*editor/)
  assert.deepEqual(problems, [])
})

test('axe finds nothing on the pages of a member, by day and by night', async () => {
  await using working = await atWork({ javaScriptEnabled: true, bypassCSP: true })
  const { page, world, home, pages, member } = working
  const moderator = await world.account({ mail: 'mod@wire.example', rights: ['moderator'] })
  await world.seat(moderator, member.id)
  const { cookie } = await world.signedIn(moderator)
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: home }])
  await page.goto(`${pages}/profile`)
  await page.fill('#abouts-0-language', 'English')
  await page.fill('#abouts-0', 'News of the harbour.')
  await page.fill('#homes', 'https://social.example/@harbour On Mastodon')
  await page.fill('#topics', 'Courts')
  await page.fill('#contacts-0', 'press@harbour.example')
  await page.click('button[value=preview]')
  await page.waitForSelector('#preview')
  assert.deepEqual(await faultsOf(page), [], 'the preview')
  await page.click('button[value=save]')
  await page.waitForURL(/done=saved/)
  await world.db.updateTable('memberHomes').set({ verifiedAt: new Date() }).execute()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const path of ['profile', 'people', 'leave']
      .map((one) => `/account/members/harbour-times/${one}`)
      .concat('/members/harbour-times', '/members/harbour-times/contacts', '/moderation/members/harbour-times/owner')) {
      await page.goto(home + path)
      assert.deepEqual(await faultsOf(page), [], `${path}, ${colorScheme}`)
    }
    await page.goto(`${pages}/leave`)
    await page.click('main form button')
    await page.waitForSelector('#unsent:focus')
    assert.deepEqual(await faultsOf(page), [], `leaving, sent empty, ${colorScheme}`)
  }
})

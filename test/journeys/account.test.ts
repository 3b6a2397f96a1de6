/** Somebody with an account, in a real browser: in, around their own things, and out again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { testPassword } from '../support/accounts.ts'
import { faultsOf } from '../support/axe.ts'
import { type Journey, journey, phone } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'

test('by keyboard alone, without JavaScript: from a story to the account, a name, and out by the menu', async () => {
  await using at = await journey()
  const { page, home, world } = at
  await world.story()
  await world.account({ name: '' })
  await page.goto(`${home}/topics`)
  await tabTo(page, 'Sign in')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sign-in')
  await type(page, 'mail', 'kim@harbour.example')
  await type(page, 'password', 'not the password')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.evaluate('document.activeElement.id'), 'unsent')
  assert.equal(await page.inputValue('#mail'), 'kim@harbour.example')
  await type(page, 'password', testPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${home}/`)

  // The menu opens by key, and holds what is one's own.
  await tabTo(page, 'Your menuKkim')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Your account')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/account')
  await type(page, 'name', 'Kim Osei')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/account?done=profile')
  assert.match((await page.textContent('[role=status]')) ?? '', /Saved/)
  await tabTo(page, 'Your menuKKim Osei')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Sign out')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${home}/`)
  assert.deepEqual(await page.context().cookies(), [])
  assert.deepEqual(at.problems, [])
})

test('on a phone, in Arabic: a link by mail, opened on another device, leads to the page that was wanted', async () => {
  await using at = await journey(phone)
  const { page, home, world } = at
  await world.account()
  await page.goto(`${home}/ar/account`)
  await page.waitForURL('**/ar/sign-in?to=*')
  await page.fill('#address', 'kim@harbour.example')
  await page.click('text=أرسلوا لي رابطًا')
  await page.waitForSelector('text=انظر في بريدك')
  await world.work()
  const [letter] = await world.letters()
  const other = await (await page.context().browser()?.newContext({ javaScriptEnabled: false }))?.newPage()
  assert.ok(other)
  await other.goto(letter?.links[0] ?? '')
  await other.click('main button')
  await other.waitForURL(`${home}/ar/account`)
  assert.equal(await other.getAttribute('html', 'dir'), 'rtl')
  assert.equal(await overflows(page), false)
  assert.deepEqual(at.problems, [])
})

test('no page of the doors is wider than a small phone, nor loses anything in the text-only edition', async () => {
  await using at = await journey({ viewport: { width: 320, height: 640 } })
  const { page } = at
  await signIn(at)
  for (const prefix of ['', '/es', '/ar'])
    for (const path of ['/sign-in', '/account', '/account/leave']) {
      await page.goto(at.home + prefix + path)
      assert.equal(await overflows(page), false, prefix + path)
      const fields = await page.locator('main :is(input, button):visible').count()
      await page.goto(`${at.home}${prefix}${path}?text`)
      assert.equal(await page.locator('main :is(input, button):visible').count(), fields, `${prefix}${path}?text`)
    }
})

test('axe finds nothing at the doors, with mistakes and without, light and dark, in both directions of script', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await using at = await journey({ javaScriptEnabled: true, bypassCSP: true, colorScheme })
    const { page, home } = at
    for (const prefix of ['', '/ar']) {
      await page.context().clearCookies()
      await page.goto(`${home}${prefix}/sign-in`)
      assert.deepEqual(await faultsOf(page), [], `${prefix}/sign-in`)
      await page.fill('#mail', 'nobody@harbour.example')
      await page.fill('#password', 'wrong')
      await page.press('#password', 'Enter')
      await page.waitForSelector('#unsent:focus')
      assert.deepEqual(await faultsOf(page), [], `${prefix}/sign-in, refused`)
      await signIn(at, prefix)
      for (const path of ['/account', '/account?done=profile', '/account/leave']) {
        await page.goto(home + prefix + path)
        await page.click('.me summary')
        assert.deepEqual(await faultsOf(page), [], prefix + path)
      }
      await page.goto(`${home}${prefix}/account`)
      await page.fill('input[name=password]', 'short')
      await page.press('input[name=password]', 'Enter')
      await page.waitForSelector('#unsent:focus')
      assert.deepEqual(await faultsOf(page), [], `${prefix}/account, a password refused`)
    }
  }
})

/** Goes to a field by keyboard and writes into it. */
async function type(page: Page, id: string, words: string): Promise<void> {
  await tabTo(page, '', id)
  await page.keyboard.type(words)
}

async function signIn({ page, home, world }: Journey, prefix = ''): Promise<void> {
  const mail = `kim${prefix.replace('/', '')}@harbour.example`
  await world.account({ mail })
  await page.goto(`${home}${prefix}/sign-in`)
  await page.fill('#mail', mail)
  await page.fill('#password', testPassword)
  await page.press('#password', 'Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

async function overflows(page: Page): Promise<boolean> {
  return await page.evaluate('document.documentElement.scrollWidth > innerWidth')
}

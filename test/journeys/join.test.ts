/** Asking to join in a real browser, by keyboard on a phone in Arabic: up to the letter, and on to the application. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf } from '../support/axe.ts'
import { type Journey, journey, phone } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'

const mail = 'sam@arcoiris.example'

test('without JavaScript, by keyboard, on a phone, in Arabic: from the menu to the letter, and on to the application', async () => {
  await using at = await journey(phone)
  const { page, home, world } = at
  await page.goto(`${home}/ar/about`)
  await tabTo(page, 'الانضمام')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${home}/ar/join`)
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)

  await tabTo(page, '', 'mail')
  await page.keyboard.type('sam@arcoiris')
  world.clock.advance(3)
  await send(page)
  await page.waitForSelector('#unsent:focus')
  assert.equal(await page.evaluate('document.activeElement.id'), 'unsent')
  assert.equal(await page.inputValue('#mail'), 'sam@arcoiris')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'mail')
  await page.keyboard.press('End')
  await page.keyboard.type('.example')
  world.clock.advance(3)
  await send(page)
  await page.getByText('انظر في بريدك').first().waitFor()

  await openLetter(at)
  await page.waitForURL(`${home}/ar/join/application`)
  assert.deepEqual(await world.db.selectFrom('arrivals').selectAll().execute(), [])
  assert.deepEqual(at.problems, [])
})

test('with JavaScript the browser does the sum while the address is typed, and nobody waits for long', async () => {
  await using at = await journey({ ...phone, javaScriptEnabled: true, bypassCSP: true })
  const { page, home, world } = at
  await page.goto(`${home}/ar/join`)
  assert.deepEqual(await faultsOf(page), [])
  await page.focus('#mail')
  await page.keyboard.type(mail)
  world.clock.advance(3)
  await page.keyboard.press('Enter')
  // A second press while it is on its way is not a second request.
  await page.keyboard.press('Enter')
  await page.getByText('انظر في بريدك').first().waitFor()
  assert.deepEqual(await faultsOf(page), [])

  await openLetter(at)
  await page.waitForURL(`${home}/ar/join/application`)
  assert.equal((await world.db.selectFrom('arrivals').selectAll().execute()).length, 1)
  assert.deepEqual(at.problems, [])
})

async function send(page: Journey['page']): Promise<void> {
  await tabTo(page, 'أرسلوا لي الرابط')
  await page.keyboard.press('Enter')
}

/** The one letter there is, on the same phone. */
async function openLetter({ page, world }: Journey): Promise<void> {
  await world.work()
  const letters = await world.letters()
  assert.deepEqual(
    letters.map(({ to }) => to),
    [mail],
  )
  await page.goto(letters[0]?.links[0] ?? '')
  await page.locator('main button').click()
}
